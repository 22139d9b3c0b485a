import type { EntityManager } from 'typeorm';
import type { SearchSubject } from '../jobs/enqueue.js';

/** What an import means for a record's row: there is none yet, it says something else, or it says the same. */
export type StagedState = 'new' | 'changed' | 'same';

/** A checked record, as it waits in the staging table. */
export interface Staged<Fields> {
  seq: number;
  file: number;
  line: number;
  hash: string;
  /** The row to write; known once the record has been matched. */
  targetId: string;
  publisherId: string | null;
  /** What tells it from others of its publisher and name: the year of a review. */
  edition: string | null;
  state: StagedState;
  fields: Fields;
}

/** What became of the parts of records that were known before. */
export interface PartsTally {
  reworded: number;
  left: number;
  returned: number;
}

export const PART_KINDS = ['recommendation', 'learning-point', 'document'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface Count {
  created: number;
  updated: number;
  unchanged: number;
}

/** What an import did besides writing the records of each kind. */
export interface ImportNotes {
  /** What had no record of its own in the bundle and is known by its name alone. */
  named: { partnerships: number; agencies: number; themes: number };
  /** Proposed themes that a theme of the bundle took in. */
  absorbedThemes: number;
  parts: Record<PartKind, PartsTally>;
  /** What the bundle says of fields that a person has edited. */
  proposedChanges: number;
}

/** Uses of the one theme that become uses of the other. */
export interface ThemeMove {
  fromId: string;
  intoId: string;
  /** Name of the theme that is given up: the source's own word for it. */
  label: string;
}

/** Gathers the records whose search documents a change makes stale. */
export interface StaleRecords {
  add(kind: SearchSubject, ids: Iterable<string>): void;
}

/** A class, however its objects are made. */
export interface ClassOf<Made> {
  readonly prototype: Made;
  readonly name: string;
}

/** One import, as the kinds of records see it. All of it is one transaction. */
export interface ImportRun {
  readonly manager: EntityManager;
  readonly problems: { add(file: number, line: number, field: string, message: string): void };
  /** Names of the bundle's files. */
  readonly files: string[];
  readonly notes: ImportNotes;
  readonly stale: StaleRecords;
  /** Every publisher that the bundle names: compared form, and as it is first written. */
  readonly publisherNames: ReadonlyMap<string, string>;
  /** Labels of faulty records of a kind, so that links to them are not reported as well. */
  refused(kind: 'theme' | 'review'): ReadonlySet<string>;
  /** Has a person chosen readings, where several are possible? */
  readonly acceptsAny: boolean;
  /** Has a person chosen the reading with this code? */
  accepts(code: string): boolean;
  /** The records of a kind in one of `states` (or not matched yet), in the bundle's order, batch by batch. */
  batches<Fields>(
    kind: { name: string; record: new () => Fields },
    states?: StagedState[],
  ): AsyncGenerator<Staged<Fields>[]>;
  count(kind: 'document-text', counts: Count): void;
  progress(reviews: number): void;
  /** What one kind has learnt and the others use, such as the themes by their names. */
  share<Made extends object>(made: Made): void;
  shared<Made extends object>(type: ClassOf<Made>): Made;
  /** Everything that carries one of these themes, or the name of one of these partnerships, is stale. */
  addUsersOfThemes(themeIds: string[]): Promise<void>;
  addPublishedBy(partnershipIds: string[]): Promise<void>;
  moveThemes(moves: ThemeMove[]): Promise<void>;
  /**
   * What is followed of agencies that are others passes on, and with it the rights of whoever acts for them. Ids.
   * @returns those that are to stay under their old names
   */
  passAgenciesOn(moves: readonly { from: string; into: string }[]): Promise<string[]>;
  forgetWords(themeIds: string[], tells: (themeId: string, words: string) => boolean): Promise<void>;
}

/** All records of a kind at once, for kinds of which no bundle has many. */
export async function allOf<Fields>(
  run: ImportRun,
  kind: { name: string; record: new () => Fields },
): Promise<Staged<Fields>[]> {
  const all: Staged<Fields>[] = [];
  for await (const batch of run.batches(kind)) all.push(...batch);
  return all;
}
