import { ApiProperty } from '@nestjs/swagger';
import { codesOf, type ClosedList } from '../platform/text/closed-list.js';

const RECORD_WORDS = {
  theme: 'What practice reviews teach',
  publisher: 'Practice reviews',
  review: 'Practice review',
  briefing: 'Briefing',
  resource: 'Resource',
} as const satisfies ClosedList;

export const EMBED_KIND_WORDS = { ...RECORD_WORDS, search: 'Found in the practice review library' } as const;
export type EmbedKind = keyof typeof EMBED_KIND_WORDS;

/** One line of learning with its source, or a source alone. */
export class EmbedEntry {
  /** What was learnt, in at most about 240 characters; null where the source only names the theme. */
  line: string | null;

  /** What it comes from: the review, as its publisher calls it. */
  title: string;

  /** Address of its page in the library. */
  url: string;

  /** Publisher, date (as much as is known) and what else must be said with it, in words. */
  facts: string;
}

/** Where more of the same is. */
export class EmbedMore {
  /** What the link says. */
  text: string;

  /** Where it leads in the library. */
  url: string;
}

/** One telephone line. */
export class EmbedContactLine {
  /** Whom the call is about, in words. */
  about: string;

  /** Who answers or may call. */
  who: string;

  /** As people read it. */
  phone: string;

  /** The same as `tel:` takes it. */
  dial: string;
}

/** Who is to be called about a child or an adult: shown with everything that is embedded. */
export class EmbedContact {
  /** Whose lines these are. */
  name: string;

  /** The place they are for; null where the name does not say. */
  place: string | null;

  /** In the order in which they are shown. */
  lines: EmbedContactLine[];
}

/** What a page of another site shows of the library: ready to be shown, in words. */
export class Embed {
  /** What it is, in words, to stand above the title. */
  kindWords: string;

  /** What it is called. */
  title: string;

  /** Address of its page in the library. */
  url: string;

  /** Of a single record: publisher, date and what else must be said with it. */
  facts: string | null;

  /** Of a single record: what it says, in one line. */
  line: string | null;

  /** Of a theme or a publisher the newest first, of a search the best. */
  entries: EmbedEntry[];

  /** Said where there are no entries, or where they need a word. */
  note: string | null;

  /** Null where there is no more. */
  more: EmbedMore | null;

  /** Null where the library has no contact lines: then say “call the council where the child or adult lives”. */
  contact: EmbedContact | null;
}

/** A record, or what there is of a theme or a publisher. */
export class EmbedAnswer extends Embed {
  /** What is shown. */
  @ApiProperty({ enum: codesOf(RECORD_WORDS) })
  kind: Exclude<EmbedKind, 'search'>;
}

/** What a search finds first. */
export class EmbedSearchAnswer extends Embed {
  /** What is shown. */
  @ApiProperty({ enum: ['search'] })
  kind: 'search';
}
