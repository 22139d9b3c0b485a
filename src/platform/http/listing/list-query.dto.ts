import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from './page-query.dto.js';

/** A list that can be read page by page, or from place to place. */
export class ListQuery extends PageQuery {
  /**
   * In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
   * which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
   * withdrawn meanwhile is told by `/api/v1/changes`.
   */
  @IsOptional()
  @IsString({ message: 'cursor must be given once, as text' })
  @MaxLength(400, { message: 'cursor must be one that an answer gave' })
  cursor?: string;
}
