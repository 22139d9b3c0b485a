import type { EntityManager } from 'typeorm';
import type { SearchSubject } from '../jobs/enqueue.js';
import type { FieldMap } from './field-map.js';
import type { ImportRun, ThemeMove } from './import-run.js';

export interface RecordProblem {
  /** Path in the record: `learning[2].kind`. */
  field: string;
  message: string;
}

/** A problem of one field; the message goes on from its name: "must have a digit". */
export const fieldProblem = (field: string, message: string): RecordProblem => ({
  field,
  message: `${field} ${message}`,
});

/** What tells a record of a bundle from the others of its kind. */
export interface Identity {
  /** Compared form of its publisher's name. */
  publisher?: string;
  name: string;
  edition?: string;
  reference?: string;
  page?: number;
}

/** A review as another record names it. */
export interface ReviewByName {
  publisher?: string;
  label: string;
  year?: number;
}

/** Notes whom and what a record names, to be looked up once the whole bundle has been read. */
export interface NamesNoted {
  /** @returns the compared form of the name */
  publisher(name: string | undefined): string | undefined;
  /**
   * @param own compared form of the publisher whose reviews are meant first, where none is named
   * @returns the number under which the review will be found
   */
  review(named: ReviewByName, own?: string): number;
  /** The record that is being read uses the review of this number, as the `place`th of its list. */
  usesReview(place: number, number: number): void;
}

/** What a noun does about the themes that its records name. */
export interface ThemeUses {
  /** What its search documents belong to. */
  subject: SearchSubject;
  /** @returns the subjects that carry one of the themes */
  subjectsOn(manager: EntityManager, themeIds: string[]): Promise<string[]>;
  move(manager: EntityManager, moves: ThemeMove[]): Promise<void>;
  /** Forgets the source's words for a theme where they tell a reader nothing (any more). */
  forgetWords?(
    manager: EntityManager,
    themeIds: string[],
    tells: (themeId: string, words: string) => boolean,
  ): Promise<void>;
}

/** A kind of record of the bundle, as its noun registers it (see `src/imports/kinds.ts`). */
export interface BundleKind<Name extends string, Fields extends object> {
  readonly name: Name;
  /** For the summary: “Reviews”. */
  readonly plural: string;
  readonly record: new () => Fields;
  /** Where its fields go. */
  readonly fields: FieldMap<Fields>;
  /** The field to name when the same record comes twice. */
  readonly identifiedBy: string;
  identify(fields: Fields, noted: NamesNoted): Identity;
  /** What a record says by leaving something out. */
  complete?(fields: Fields): void;
  /** Rules about several fields together. */
  check?(fields: Fields): RecordProblem[];
  /** Finds out which rows the records stand for, once all of the bundle has been read. Reports what is in the way. */
  settle(run: ImportRun): Promise<void>;
  /** Writes what is new or changed, after all kinds have settled. */
  write(run: ImportRun): Promise<void>;
  readonly themeUses?: readonly ThemeUses[];
  /** The subjects, of one kind of search document, that carry the name of one of these partnerships. */
  readonly publishedBy?: {
    subject: SearchSubject;
    find(manager: EntityManager, partnershipIds: string[]): Promise<string[]>;
  };
}
