import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** What consumers ask (oEmbed 1.0, 2.2). They send parameters of their own besides, which are ignored. */
export class OembedQuery {
  /** The page of the library that is to be embedded. */
  @IsString({ message: 'url is needed: the address of a page of this library' })
  @IsNotEmpty({ message: 'url is needed: the address of a page of this library' })
  @MaxLength(2000, { message: 'url takes at most 2000 characters' })
  url: string;

  /** `json`, which is usual, or `xml`. */
  @IsOptional()
  @IsString({ message: 'format must be one word' })
  @MaxLength(50, { message: 'format takes at most 50 characters' })
  format?: string;

  /** The most pixels that it may be wide. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'maxwidth must be a whole number' })
  @Min(1, { message: 'maxwidth must be 1 or more' })
  maxwidth?: number;

  /** The most pixels that it may be high. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'maxheight must be a whole number' })
  @Min(1, { message: 'maxheight must be 1 or more' })
  maxheight?: number;
}
