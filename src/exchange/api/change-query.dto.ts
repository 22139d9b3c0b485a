import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { EnumFilter, TextFilter } from '../../platform/http/listing/filter.decorators.js';
import { PUBLIC_KINDS, type PublicKind } from '../../publishing/changes/public-kinds.js';

export const MOST_CHANGES = 500;

/** Which changes, and since when. */
export class ChangeQuery {
  /** As an earlier answer gave it, with the same filters. Left out, everything is told from the beginning. */
  @IsOptional()
  @IsString({ message: 'cursor must be given once, as text' })
  @MaxLength(400, { message: 'cursor must be one that an answer gave' })
  cursor?: string;

  /** Only records of these kinds. */
  @EnumFilter('kind', PUBLIC_KINDS)
  kind?: PublicKind[];

  /** Slug or name of a theme: what carries it or a narrower one, or did. */
  @TextFilter('theme')
  theme?: string[];

  /** Slug or name of a partnership: what it published. */
  @TextFilter('publisher')
  publisher?: string[];

  /** How many changes at most, up to 500. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be 1 or more' })
  @Max(MOST_CHANGES, { message: `limit must be ${MOST_CHANGES} or less` })
  limit?: number = 100;
}
