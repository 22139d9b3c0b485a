import { ApiProperty } from '@nestjs/swagger';

/** What is suggested, in the order in which it is shown. */
export const SUGGESTION_KINDS = ['theme', 'review', 'briefing'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export class Suggestion {
  /** What sort of record it is. */
  @ApiProperty({ enum: SUGGESTION_KINDS })
  kind: SuggestionKind;

  /** What is suggested. */
  label: string;

  /** What tells it from others: publisher and year; of a theme the other name of it that was matched. */
  hint: string | null;

  /** Address of its page. */
  url: string;

  /** Its place in addresses. */
  slug: string;
}

export class SuggestAnswer {
  /** What was typed, as it was read. */
  query: string;

  /** Themes first, then reviews, then briefings. */
  items: Suggestion[];

  /** True while a simpler search stands in for the usual one. */
  degraded: boolean;
}
