import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries } from '../../audit/audit-entries.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import { FollowedTexts } from '../../recommendations/followed-texts.js';
import { AgencyList, type ListedAgency } from '../agency-list.js';
import { addDays } from '../day.js';
import { entryOf, SUBJECT } from '../entry-log.js';
import { EntriesService } from '../entries.service.js';
import { isAuditLead, type Follower } from '../follower.js';
import { foldItem } from '../fold.js';
import { TrackedItemPresenter } from '../item.presenter.js';
import { momentOf } from '../moment.js';
import { AllPresented } from '../reports/all-presented.js';
import { isOf } from '../rights.js';
import { PlanReader } from '../sheets/plan-reader.js';
import type {
  GivenAgency,
  PlanAction,
  PlanMapping,
  PlanPreview,
  PlanRecommendation,
} from '../sheets/preview.js';
import { FAR, type TrackingChange } from '../tracking-change.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { isClosed, isOpenDelivery } from '../tracking.js';
import { TrackingLog, type Asked } from '../tracking-log.js';
import { mergeAnswers, withAnswers, type GivenAnswer } from './answers.js';
import { ApplyPlan } from './apply-plan.js';
import { changedInVain, exportedRow, exportMapping, takeExported } from './exported-rows.js';
import { FORGET_FILE, NO_ANSWERS } from './import-files.js';
import type { ImportState } from './import-state.js';
import {
  matchPlan,
  reviewOf,
  type LibraryRecommendation,
  type MatchedAction,
  type MatchedRecommendation,
} from './match-plan.js';
import {
  differencesOf,
  responseDifference,
  responseRow,
  rowsOf,
  type Difference,
  type DifferenceField,
  type PreviewRow,
} from './plan-differences.js';

/** A value that was changed in the library since the sheet was written out, and in the sheet as well. */
export interface PlanConflict {
  sheet: string;
  row: number;
  /** Number of the action: "2.1". */
  action: string;
  field: DifferenceField;
  library: string | null;
  inSheet: string | null;
  /** Which of them counts: what the library has, unless somebody says otherwise. */
  take: 'library' | 'sheet';
}

/**
 * Why something that a row says otherwise is not taken: its item is closed; only an audit lead decides it; or it is changed in
 * the library alone.
 */
export type NotTakenReason = 'closed' | 'audit-lead-only' | 'not-from-sheets';

export interface NotTaken {
  sheet: string;
  row: number;
  /** What the row says otherwise: fields of a difference, or the heading of a column. */
  what: string[];
  why: NotTakenReason;
  /** Number of the item. */
  item: string | null;
}

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
  conflicts: PlanConflict[];
  /** Rows that are there already, and that whoever sent it may not change. */
  notOwn: { sheet: string; row: number }[];
  notTaken: NotTaken[];
}

/** How somebody decides conflicts. */
export interface ConflictAnswer {
  sheet: string;
  row: number;
  field: string;
  take: 'library' | 'sheet';
}

export interface ImportAnswers {
  columns?: PlanMapping['columns'];
  words?: PlanMapping['words'];
  answers?: GivenAnswer[];
  conflicts?: ConflictAnswer[];
}

interface Row {
  id: string;
  agencyId: string | null;
  state: ImportState;
  fileName: string | null;
  file: Buffer | null;
  review: string | null;
  asOf: string | null;
  mapping: PlanMapping;
  answers: { questions: GivenAnswer[]; conflicts: ConflictAnswer[] };
  entries: string[];
}

/** What a plan means for the partnership, at this moment. */
interface Reading {
  preview: PlanPreview;
  matched: MatchedRecommendation[];
  agencies: ListedAgency[];
  differences: Map<PlanAction, Difference[]>;
  responses: Map<PlanRecommendation, Difference>;
  conflicts: PlanConflict[];
  notOwn: ImportView['notOwn'];
  notTaken: NotTaken[];
  leftOut: Set<PlanAction>;
  isExport: boolean;
}

/** Brings spreadsheets in: looked through first, applied whole or not at all, and taken back by corrections. */
@Injectable()
export class PlanImports {
  private readonly reader = new PlanReader();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly auditEntries: AuditEntries,
    private readonly entries: EntriesService,
    private readonly agencies: AgencyList,
    private readonly items: TrackedItemQueries,
    private readonly presenter: TrackedItemPresenter,
    private readonly presented: AllPresented,
    private readonly texts: FollowedTexts,
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
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    const first = await this.reader.readPlan(
      file.bytes,
      file.name,
      readingOf(agencies, { ...given, mapping: {} }),
    );
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
    const { subject } = await this.log.change(who, keep, asked && { ...asked, version: null });
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
    const reading = await this.read(who, row, asRead);
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
    const reading = row.file && (await this.read(who, row));
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
      await this.log.change({ ...who, way: 'import' }, apply, asked && { ...asked, version: null });
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
      asked && { ...asked, version: null },
    );
    return await this.view(who, id);
  }

  /** Gives up what was only looked through: its bytes are deleted. */
  async giveUp(who: Follower, id: string): Promise<void> {
    requirePreviewed(await this.find(this.source.manager, who, id));
    await this.source.query(GIVE_UP, [id]);
  }

  private async read(who: Follower, row: Row, asRead: PlanPreview | null = null): Promise<Reading> {
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    const read =
      asRead ?? (await this.reader.readPlan(row.file!, row.fileName ?? 'plan', readingOf(agencies, row)));
    const isExport = exportMapping(read) !== null;
    const preview = takeExported(withAnswers(read, row.answers.questions));
    const moment = momentOf({}, this.log.today());
    const states = await this.items.all(who, moment);
    const items = await this.presented.of(who, moment, states, states);
    const plan = await matchPlan(preview, items, await this.library(who, preview));
    const all = isExport ? byExport(plan, items) : plan;
    const reading: Reading = {
      ...{ preview, matched: all, agencies, isExport, differences: new Map<PlanAction, Difference[]>() },
      responses: new Map<PlanRecommendation, Difference>(),
      ...{ conflicts: [], notOwn: [], notTaken: [], leftOut: new Set<PlanAction>() },
    };
    for (const one of all) {
      await this.lookAtResponse(who, row, reading, one);
      await this.lookAt(who, row, reading, one);
    }
    if (!isAuditLead(who)) reading.matched = onlyOwn(all, reading.notOwn);
    return reading;
  }

  /** What becomes of the response that a plan gives to a recommendation that is followed already. */
  private async lookAtResponse(
    who: Follower,
    row: Row,
    reading: Reading,
    one: MatchedRecommendation,
  ): Promise<void> {
    const { given, item } = one;
    const difference = responseDifference(one);
    if (!item || !difference) return;
    const at = { sheet: given.sheet, row: responseRow(given) };
    const why = isAuditLead(who) ? (isClosed(item.judgement) ? 'closed' : null) : 'audit-lead-only';
    if (why) {
      reading.notTaken.push({ ...at, what: ['response'], why, item: item.ref });
      return;
    }
    const exported = [given, ...given.actions].map(({ notes }) => exportedRow(notes)).find((known) => known);
    const old = exported && exported.itemVersion < item.version ? exported.itemVersion : null;
    const was = old === null ? null : await this.itemThen(who, item.id, old);
    const then = was && responseDifference({ given, item: was });
    // What the sheet has as it was written out, nobody has changed in it.
    if (was && !then) return;
    const { field, before, now } = difference;
    if (then && then.before !== before) {
      const answer = row.answers.conflicts.find((known) => isAbout(known, { ...at, field }));
      const take = answer?.take ?? 'library';
      reading.conflicts.push({ ...at, action: item.ref, field, library: before, inSheet: now, take });
      if (take === 'library') return;
    }
    reading.responses.set(given, difference);
  }

  /** An item as it stood when the library had no later entry about it. */
  private async itemThen(who: Follower, id: string, version: number): Promise<TrackedItemAnswer | null> {
    const wanted = { chain: who.partnership.id, subjectKind: SUBJECT, subjects: [id] };
    const then = (await this.auditEntries.read(wanted))
      .map(entryOf)
      .filter(({ number }) => number <= version);
    const state = foldItem(then, { view: 'shown', before: FAR });
    const [item] = state ? await this.presenter.present(who, momentOf({}, this.log.today()), [state]) : [];
    return item ?? null;
  }

  /** What becomes of the rows of one recommendation. */
  private async lookAt(
    who: Follower,
    row: Row,
    reading: Reading,
    { given, item, actions }: MatchedRecommendation,
  ): Promise<void> {
    const { sheet } = given;
    const refuse = (at: number, what: string[], why: NotTakenReason): void => {
      if (what.length > 0) reading.notTaken.push({ sheet, row: at, what, why, item: item?.ref ?? null });
    };
    const isOver = item !== null && isClosed(item.judgement);
    for (const one of actions) {
      const at = { sheet, row: one.given.row };
      if (one.action ? !mayTouch(who, one.action) : !isAuditLead(who)) {
        reading.notOwn.push(at);
        continue;
      }
      const found = await this.conflictsOf(who, one, differencesOf(one));
      const decided = found.conflicts.map((conflict): PlanConflict => {
        const { field, before, now } = conflict;
        const answer = row.answers.conflicts.find((known) => isAbout(known, { ...at, field }));
        const take = answer?.take ?? 'library';
        return { ...at, action: one.action!.ref, field, library: before, inSheet: now, take };
      });
      reading.conflicts.push(...decided);
      const wanted = [
        ...found.differences,
        ...found.conflicts.filter((_, place) => decided[place]!.take === 'sheet'),
      ];
      const ofLead = wanted.filter((difference) => !mayChange(who, one, difference));
      const rest = wanted.filter((difference) => !ofLead.includes(difference));
      // What is closed is still told of; whatever else there is to change needs it opened again.
      const shut = isOver ? rest.filter(({ field }) => field !== 'update') : [];
      reading.differences.set(one.given, shut.length > 0 ? [] : rest);
      if (isOver && (shut.length > 0 || !one.action)) reading.leftOut.add(one.given);
      refuse(at.row, isOver && !one.action ? ['action'] : fieldsOf(shut), 'closed');
      refuse(at.row, fieldsOf(ofLead), 'audit-lead-only');
      if (item && exportedRow(one.given.notes)?.itemVersion === item.version)
        refuse(at.row, changedInVain(one.given.notes, given.text, item), 'not-from-sheets');
    }
  }

  /** Of what a sheet says otherwise: what it changed, and what was changed here as well since it was written out. */
  private async conflictsOf(
    who: Follower,
    { given, action }: MatchedRecommendation['actions'][number],
    all: Difference[],
  ): Promise<{ differences: Difference[]; conflicts: Difference[] }> {
    const exported = exportedRow(given.notes);
    if (!action || exported?.action !== action.id || all.length === 0 || exported.version >= action.version)
      return { differences: all, conflicts: [] };
    const item = await this.itemThen(who, action.item, exported.version);
    const old = item?.actions.find(({ id }) => id === action.id) ?? null;
    if (!old) return { differences: all, conflicts: [] };
    const byPeople = new Map(differencesOf({ given, action: old }).map((one) => [one.field, one]));
    // What the sheet has as it was written out, nobody has changed in it.
    const edited = all.filter(({ field }) => byPeople.has(field));
    const isBoth = ({ field, before }: Difference): boolean =>
      field !== 'update' && byPeople.get(field)!.before !== before;
    return { differences: edited.filter((one) => !isBoth(one)), conflicts: edited.filter(isBoth) };
  }

  private async library(
    { partnership }: Follower,
    preview: PlanPreview,
  ): Promise<Map<string, LibraryRecommendation[]>> {
    const called = new Set(
      preview.recommendations.map((one) => reviewOf(preview, one)).filter((name) => name !== null),
    );
    const known = new Map<string, LibraryRecommendation[]>();
    for (const name of called) known.set(name, await this.texts.ofReview(name, partnership.id));
    return known;
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

const fieldsOf = (differences: readonly Difference[]): string[] => [
  ...new Set(differences.map(({ field }) => field)),
];

const isAbout = (one: ConflictAnswer, other: Omit<ConflictAnswer, 'take'>): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.field === other.field;

const isFirst = (one: ConflictAnswer, place: number, all: readonly ConflictAnswer[]): boolean =>
  all.findIndex((other) => isAbout(other, one)) === place;

const isSameReading = (one: Row, other: Row): boolean =>
  JSON.stringify([one.mapping, one.answers]) === JSON.stringify([other.mapping, other.answers]);

const mayTouch = (who: Follower, { agency, supporting }: TrackedAction): boolean =>
  isAuditLead(who) ||
  isOf({ agency: agency?.id ?? null, supporting: supporting.map(({ id }) => id) }, who.agency!.id);

/** An agency lead gives no action to others, and opens none again. */
const mayChange = (who: Follower, { given, action }: MatchedAction, { field }: Difference): boolean =>
  isAuditLead(who) ||
  !(
    field === 'agency' ||
    (field === 'delivery' && !isOpenDelivery(action!.delivery) && isOpenDelivery(given.delivery))
  );

/**
 * Rows that an export has numbered are what it says they are, whatever their words say now; rows that people have added below
 * belong to the recommendation that they name.
 */
function byExport(
  matched: readonly MatchedRecommendation[],
  items: readonly TrackedItemAnswer[],
): MatchedRecommendation[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const itemOf = (notes: PlanAction['notes']): TrackedItemAnswer | undefined =>
    byId.get(exportedRow(notes)?.item ?? '');
  return matched.flatMap((one): MatchedRecommendation[] => {
    const named = Map.groupBy(one.actions, ({ given }) => itemOf(given.notes) ?? null);
    const added = named.get(null) ?? [];
    named.delete(null);
    const own = itemOf(one.given.notes);
    if (named.size === 0 && !own) return [one];
    const [first = own!] = named.keys() as Iterable<TrackedItemAnswer>;
    if (!named.has(first)) named.set(first, []);
    return [...named].map(([item, rows]) => {
      const isFirstItem = item === first;
      const actions = [...rows, ...(isFirstItem ? added : [])].map(({ given, action }): MatchedAction => {
        const id = exportedRow(given.notes)?.action;
        return { given, action: id ? (item!.actions.find((known) => known.id === id) ?? null) : action };
      });
      const given = { ...one.given, actions: actions.map((action) => action.given) };
      return { ...one, given, item, recommendation: null, actions };
    });
  });
}

/** What an agency lead brings in: changes of their own agency’s actions, and nothing new. */
const onlyOwn = (
  matched: readonly MatchedRecommendation[],
  notOwn: ImportView['notOwn'],
): MatchedRecommendation[] =>
  matched
    .filter(({ item }) => item !== null)
    .map((one) => ({
      ...one,
      actions: one.actions.filter(
        ({ given }) => !notOwn.some(({ sheet, row }) => sheet === one.given.sheet && row === given.row),
      ),
    }));

function requirePreviewed({ state, file }: Row): void {
  if (state !== 'previewed' || !file)
    throw new LibraryError(
      'decided',
      'This spreadsheet was brought in, taken back or given up before. Send it again.',
    );
}

const readingOf = (
  agencies: readonly ListedAgency[],
  { review, asOf, mapping }: { review?: string | null; asOf?: string | null; mapping: PlanMapping },
): { agencies: GivenAgency[]; review: string | null; asOf: string | null; mapping: PlanMapping } => {
  const byId = new Map(agencies.map((one) => [one.id, one.name]));
  return {
    agencies: agencies.map(({ id, name, otherNames, endedOn, successors, members }) => ({
      ...{ id, name, otherNames, until: endedOn && addDays(endedOn, -1), isGroup: members !== null },
      succeededBy: successors[0] === undefined ? null : (byId.get(successors[0]) ?? null),
    })),
    ...{ review: review ?? null, asOf: asOf ?? null, mapping },
  };
};

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
