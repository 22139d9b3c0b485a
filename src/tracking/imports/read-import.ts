import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditEntries } from '../../audit/audit-entries.js';
import { FollowedTexts } from '../../recommendations/followed-texts.js';
import { AgencyList, type ListedAgency } from '../agency-list.js';
import { addDays } from '../day.js';
import { entryOf, SUBJECT } from '../entry-log.js';
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
import { FAR } from '../tracking-change.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { isClosed, isOpenDelivery } from '../tracking.js';
import { TrackingLog } from '../tracking-log.js';
import { withAnswers, type GivenAnswer } from './answers.js';
import { changedInVain, exportedRow, exportMapping, headingsOf, takeExported } from './exported-rows.js';
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
  type Difference,
  type DifferenceField,
} from './plan-differences.js';

/** A value that was changed in the library since the sheet was written out, and in the sheet as well. */
export interface PlanConflict {
  sheet: string;
  row: number;
  /** Number of the action: "2.1"; of a response, that of the item: "2". */
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

/** How somebody decides conflicts. */
export interface ConflictAnswer {
  sheet: string;
  row: number;
  field: string;
  take: 'library' | 'sheet';
}

/** A spreadsheet as it was sent, with what was said of it since. */
export interface SentSheet {
  fileName: string | null;
  file: Buffer | null;
  review: string | null;
  asOf: string | null;
  mapping: PlanMapping;
  answers: { questions: GivenAnswer[]; conflicts: ConflictAnswer[] };
}

/** What a plan means for the partnership, at this moment. */
export interface ImportReading {
  preview: PlanPreview;
  matched: MatchedRecommendation[];
  agencies: ListedAgency[];
  differences: Map<PlanAction, Difference[]>;
  responses: Map<PlanRecommendation, Difference>;
  conflicts: PlanConflict[];
  /** Rows that are there already, and that whoever sent it may not change. */
  notOwn: { sheet: string; row: number }[];
  notTaken: NotTaken[];
  leftOut: Set<PlanAction>;
  isExport: boolean;
}

/** Reads spreadsheets that were sent, and says what would become of each row. */
@Injectable()
export class ReadImport {
  private readonly reader = new PlanReader();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly auditEntries: AuditEntries,
    private readonly agencies: AgencyList,
    private readonly items: TrackedItemQueries,
    private readonly presenter: TrackedItemPresenter,
    private readonly presented: AllPresented,
    private readonly texts: FollowedTexts,
  ) {}

  /**
   * What a spreadsheet says before anybody has said anything of it.
   * @throws SheetRefused for what is no spreadsheet, or too much of one
   */
  async first(
    who: Follower,
    file: { bytes: Buffer; name: string },
    given: { review?: string | null; asOf?: string | null },
  ): Promise<PlanPreview> {
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    return await this.reader.readPlan(file.bytes, file.name, readingOf(agencies, { ...given, mapping: {} }));
  }

  /** What a workbook of the library’s own says, by its hidden columns; null for what is none. @throws SheetRefused as `first` */
  async exported(who: Follower, file: { bytes: Buffer; name: string }): Promise<PlanPreview | null> {
    const columns = exportMapping(await this.first(who, file, {}));
    if (!columns) return null;
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    const given = readingOf(agencies, { mapping: { columns } });
    return takeExported(await this.reader.readPlan(file.bytes, file.name, given));
  }

  /**
   * What it means for the partnership now, with what was answered.
   * @param asRead what it says, where it was read already with the same mapping
   */
  async read(who: Follower, row: SentSheet, asRead: PlanPreview | null = null): Promise<ImportReading> {
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
    const reading: ImportReading = {
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
    row: SentSheet,
    reading: ImportReading,
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
      const answer = row.answers.conflicts.find((known) => isAboutConflict(known, { ...at, field }));
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
    row: SentSheet,
    reading: ImportReading,
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
        const answer = row.answers.conflicts.find((known) => isAboutConflict(known, { ...at, field }));
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
        refuse(
          at.row,
          changedInVain(one.given.notes, given.text, item, headingsOf(reading.preview)),
          'not-from-sheets',
        );
    }
  }

  /** Of what a sheet says otherwise: what it changed, and what was changed here as well since it was written out. */
  async conflictsOf(
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
}

const fieldsOf = (differences: readonly Difference[]): string[] => [
  ...new Set(differences.map(({ field }) => field)),
];

/** Whether two are about the same conflict. */
export const isAboutConflict = (one: ConflictAnswer, other: Omit<ConflictAnswer, 'take'>): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.field === other.field;

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
  notOwn: ImportReading['notOwn'],
): MatchedRecommendation[] =>
  matched
    .filter(({ item }) => item !== null)
    .map((one) => ({
      ...one,
      actions: one.actions.filter(
        ({ given }) => !notOwn.some(({ sheet, row }) => sheet === one.given.sheet && row === given.row),
      ),
    }));

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
