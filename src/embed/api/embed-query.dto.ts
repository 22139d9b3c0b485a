import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export const USUAL_ITEMS = 3;
export const MOST_ITEMS = 10;

/** How much of it. */
export class EmbedQuery {
  /** How many lines, from 1 to 10. */
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1, { message: 'limit must be 1 or more' })
  @Max(MOST_ITEMS, { message: `limit must be ${MOST_ITEMS} or less` })
  limit?: number = USUAL_ITEMS;
}
