import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries } from '../../audit/audit-entries.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import { SUBJECT } from '../entry-log.js';
import { EntriesService } from '../entries.service.js';
import { isAuditLead, type Follower } from '../follower.js';
import type { PlanMapping, PlanPreview } from '../sheets/preview.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { TrackingLog, type Asked, withoutVersion } from '../tracking-log.js';
import { mergeAnswers, type GivenAnswer } from './answers.js';
import { ApplyPlan } from './apply-plan.js';
import { exportMapping } from './exported-rows.js';
import { FORGET_FILE, NO_ANSWERS } from './import-files.js';
import type { ImportState } from './import-state.js';
import { rowsOf, type PreviewRow } from './plan-differences.js';
import {
  isAboutConflict,
  ReadImport,
  type ConflictAnswer,
  type ImportReading,
  type SentSheet,
} from './read-import.js';

/** What an import has made. */
export interface ImportMade {
  items: number;
  actions: number;
  entries: number;
  /** Ids of all items that it touched. */
  touched: string[];
}

/** A spreadsheet among those that were sent. */
export interface ImportSummary {
  id: string;
  state: ImportState;
  /** Null once it was brought in or given up. */
  fileName: string | null;
  review: string | null;
  madeAt: Date;
  entries: number;
}

/** A spreadsheet that was looked through, and what would become of it. */
export interface ImportView {
  id: string;
  state: ImportState;
  review: string | null;
  asOf: string | null;
  preview: PlanPreview | null;
  mapping: PlanMapping;
  /** What was answered so far. */
  answers: GivenAnswer[];
  /** Null while nothing was brought in. */
  made: ImportMade | null;
  rows: PreviewRow[];
  conflicts: ImportReading['conflicts'];
  notOwn: ImportReading['notOwn'];
  notTaken: ImportReading['notTaken'];
}

export interface ImportAnswers {
  columns?: PlanMapping['columns'];
  words?: PlanMapping['words'];
  answers?: GivenAnswer[];
  conflicts?: ConflictAnswer[];
}

interface Row extends SentSheet {
  id: string;
  agencyId: string | null;
  state: ImportState;
  entries: string[];
}

/** Brings spreadsheets in: looked through first, applied whole or not at all, and taken back by corrections. */
@Injectable()
export class PlanImports {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly auditEntries: AuditEntries,
    private readonly entries: EntriesService,
    private readonly items: TrackedItemQueries,
    private readonly reading: ReadImport,
    private readonly plan: ApplyPlan,
  ) {}

  /**
   * Takes a spreadsheet to be looked through. Nothing of it is followed yet.
   * @throws SheetRefused for what is no spreadsheet, or too much of one
   */
  async take(
    who: Follower,
    file: { bytes: Buffer; name: string },
    given: { review?: string | null; asOf?: string | null },
    asked: Asked | null = null,
  ): Promise<ImportView> {
    const first = await this.reading.first(who, file, given);
    const known = (await this.remembered(who, layoutOf(first))) ?? {};
    const written = exportMapping(first);
    const mapping = written ? { ...known, columns: { ...known.columns, ...written } } : known;
    const agency = isAuditLead(who) ? null : (who.agency?.id ?? null);
    const { review = null, asOf = null } = given;
    const row = [who.partnership.id, agency, file.name, file.bytes, review, asOf, JSON.stringify(mapping)];
    const keep = async ({ manager }: TrackingChange): Promise<{ subject: string }> => {
      const [made] = await manager.query<{ id: string }[]>(TAKE, row);
      return { subject: made!.id };
    };
    const { subject } = await this.log.change(who, keep, withoutVersion(asked));
    const kept = await this.find(this.source.manager, who, subject);
    // Most sheets are of a layout that nobody has mapped: they are read already.
    return await this.viewOf(who, kept, Object.keys(kept.mapping).length === 0 ? first : null);
  }

  /** @throws LibraryError not-found */
  async view(who: Follower, id: string): Promise<ImportView> {
    return await this.viewOf(who, await this.find(this.source.manager, who, id));
  }

  private async viewOf(who: Follower, row: Row, asRead: PlanPreview | null = null): Promise<ImportView> {
    const { id } = row;
    const { state, review, asOf, mapping } = row;
    const common = { id, state, review, asOf, mapping, answers: row.answers.questions };
    if (!row.file) return { ...common, preview: null, made: await this.madeBy(who, row), ...NOTHING };
    const reading = await this.reading.read(who, row, asRead);
    const { preview, conflicts, notOwn, notTaken } = reading;
    const rows = rowsOf(preview, reading.matched, reading);
    return { ...common, preview, made: null, rows, conflicts, notOwn, notTaken };
  }

  /** Those that were sent last, the latest first. */
  async list(who: Follower): Promise<ImportSummary[]> {
    const agency = isAuditLead(who) ? null : (who.agency?.id ?? null);
    return await this.source.query<ImportSummary[]>(LIST, [who.partnership.id, agency]);
  }

  private async madeBy(who: Follower, { state, entries }: Row): Promise<ImportMade | null> {
    if (state !== 'applied') return null;
    const own = new Set(entries.map(Number));
    const touched = await this.log.itemsOfEntries(this.source.manager, who, [...own]);
    const wanted = { chain: who.partnership.id, subjectKind: SUBJECT, subjects: touched };
    const deeds = (await this.auditEntries.read(wanted))
      .filter(({ number }) => own.has(number))
      .map(({ action }) => action);
    const countOf = (deed: string): number => deeds.filter((one) => one === `tracking.${deed}`).length;
    return { items: countOf('followed'), actions: countOf('action'), entries: own.size, touched };
  }

  /** Says what columns and words mean, and answers questions; the mapping is remembered for the layout. @throws LibraryError */
  async answer(who: Follower, id: string, given: ImportAnswers): Promise<ImportView> {
    const row = await this.find(this.source.manager, who, id);
    requirePreviewed(row);
    const mapping: PlanMapping = {
      columns: { ...row.mapping.columns, ...given.columns },
      words: { ...row.mapping.words, ...given.words },
    };
    const answers = {
      questions: mergeAnswers(row.answers.questions, given.answers),
      conflicts: [...(given.conflicts ?? []), ...row.answers.conflicts].filter(isFirst),
    };
    await this.source.query(ANSWER, [id, JSON.stringify(mapping), JSON.stringify(answers)]);
    const view = await this.view(who, id);
    await this.source.query(REMEMBER, [who.partnership.id, layoutOf(view.preview!), JSON.stringify(mapping)]);
    return view;
  }

  /** Brings it in, in one transaction. @throws LibraryError not-found, decided, overtaken */
  async apply(who: Follower, id: string, asked: Asked | null = null): Promise<ImportView> {
    for (let attempt = 1; !(await this.tryToApply(who, id, asked)); attempt++)
      if (attempt === MOST_ATTEMPTS)
        throw new LibraryError(
          'overtaken',
          'Others change much just now. Nothing was brought in: try again.',
        );
    return await this.view(who, id);
  }

  /**
   * It is read before anything is held: reading takes its time and connections of its own, while others wait for what is held.
   * @returns false where something was changed meanwhile, so that it has to be read anew
   */
  private async tryToApply(who: Follower, id: string, asked: Asked | null): Promise<boolean> {
    const before = await this.items.lastVersion(who);
    const row = await this.find(this.source.manager, who, id);
    const reading = row.file && (await this.reading.read(who, row));
    const apply = async (change: TrackingChange): Promise<{ subject: string }> => {
      const { manager } = change;
      const now = await this.find(manager, who, id);
      requirePreviewed(now);
      const isAsRead = isSameReading(row, now) && (await this.items.lastVersion(who, manager)) === before;
      if (!isAsRead || !reading) throw new Overtaken();
      await this.plan.apply({ ...reading, change }, reading.matched);
      change.afterwards(async (numbers) => {
        await manager.query(APPLIED, [id, numbers]);
      });
      return { subject: id };
    };
    try {
      await this.log.change({ ...who, way: 'import' }, apply, withoutVersion(asked));
      return true;
    } catch (error) {
      if (error instanceof Overtaken) return false;
      throw error;
    }
  }

  /**
   * Takes back all that an import made, by corrections.
   * @throws LibraryError decided where it was not applied; worked-on, with the items, where people have since worked on it
   */
  async undo(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<ImportView> {
    await this.log.change(
      { ...who, way: 'import' },
      async (change) => {
        const { manager } = change;
        const row = await this.find(manager, who, id);
        if (row.state !== 'applied')
          throw new LibraryError(
            'decided',
            'Only what was brought in, and not taken back yet, can be taken back.',
          );
        const own = new Set(row.entries.map(Number));
        const touched = await this.log.itemsOfEntries(manager, who, [...own]);
        await change.readAll(touched);
        const worked: string[] = [];
        for (const item of touched) {
          const all = await change.entriesOf(item);
          const last = Math.max(...all.filter(({ number }) => own.has(number)).map(({ number }) => number));
          if (all.some(({ number }) => number > last))
            worked.push(`${(await change.stateOf(item))?.ref ?? item}`);
        }
        if (worked.length > 0)
          throw new LibraryError(
            'worked-on',
            `People have worked on items ${worked.join(', ')} since. Correct there what is wrong.`,
            [],
            { items: worked },
          );
        for (const item of touched)
          for (const entry of (await change.entriesOf(item)).toReversed())
            if (own.has(entry.number))
              await this.entries.void(change, entry, reason?.trim() || 'The import was taken back');
        await manager.query(`update tracked_import set state = 'undone' where id = $1`, [id]);
        return { subject: id };
      },
      withoutVersion(asked),
    );
    return await this.view(who, id);
  }

  /** Gives up what was only looked through: its bytes are deleted. */
  async giveUp(who: Follower, id: string): Promise<void> {
    requirePreviewed(await this.find(this.source.manager, who, id));
    await this.source.query(GIVE_UP, [id]);
  }

  private async find(asking: EntityManager, who: Follower, id: string): Promise<Row> {
    const [row] = isId(id) ? await asking.query<Row[]>(FIND, [id, who.partnership.id]) : [];
    if (!row || (!isAuditLead(who) && row.agencyId !== who.agency?.id))
      throw new LibraryError('not-found', 'There is no such spreadsheet.');
    return row;
  }

  private async remembered({ partnership }: Follower, layout: Buffer): Promise<PlanMapping | null> {
    const [row] = await this.source.query<{ mapping: PlanMapping }[]>(
      'select mapping from sheet_layout where partnership_id = $1 and layout = $2',
      [partnership.id, layout],
    );
    return row?.mapping ?? null;
  }
}

/** Nothing is done: it is read anew. */
class Overtaken extends Error {}

const NOTHING = { rows: [], conflicts: [], notOwn: [], notTaken: [] };
const MOST_ATTEMPTS = 5;

const isFirst = (one: ConflictAnswer, place: number, all: readonly ConflictAnswer[]): boolean =>
  all.findIndex((other) => isAboutConflict(other, one)) === place;

const isSameReading = (one: Row, other: Row): boolean =>
  JSON.stringify([one.mapping, one.answers]) === JSON.stringify([other.mapping, other.answers]);

function requirePreviewed({ state, file }: Row): void {
  if (state !== 'previewed' || !file)
    throw new LibraryError(
      'decided',
      'This spreadsheet was brought in, taken back or given up before. Send it again.',
    );
}

/** What tells one layout from another: the headings of its sheets. */
const layoutOf = ({ sheets }: PlanPreview): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify(
        sheets
          .filter(({ read }) => read)
          .map(({ headings, columns }) => headings ?? Object.keys(columns ?? {})),
      ),
    )
    .digest();

const TAKE = `
  insert into tracked_import (partnership_id, agency_id, state, file_name, file, review, as_of, mapping, answers)
  values ($1, $2, 'previewed', $3, $4, $5, $6, $7, '${NO_ANSWERS}') returning id`;

const FIND = `
  select id, agency_id as "agencyId", state, file_name as "fileName", file, review, as_of::text as "asOf", mapping, answers,
    entries::text[] as entries
  from tracked_import where id = $1 and partnership_id = $2`;

const LIST = `
  select id, state, file_name as "fileName", review, made_at as "madeAt", cardinality(entries) as entries
  from tracked_import where partnership_id = $1 and ($2::uuid is null or agency_id = $2)
  order by made_at desc limit 50`;

const ANSWER = `update tracked_import set mapping = $2, answers = $3 where id = $1`;

const REMEMBER = `
  insert into sheet_layout (partnership_id, layout, mapping) values ($1, $2, $3)
  on conflict (partnership_id, layout) do update set mapping = excluded.mapping`;

const APPLIED = `
  update tracked_import set state = 'applied', file = null, file_name = null, entries = $2,
    answers = '${NO_ANSWERS}' where id = $1`;
const GIVE_UP = `${FORGET_FILE} where id = $1`;
