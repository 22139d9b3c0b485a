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
import { isOf } from '../rights.js';
import { PlanReader } from '../sheets/plan-reader.js';
import type { GivenAgency, PlanAction, PlanMapping, PlanPreview } from '../sheets/preview.js';
import { FAR } from '../tracking-change.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { TrackingLog, type Asked } from '../tracking-log.js';
import { withAnswers, type GivenAnswer } from './answers.js';
import { ApplyPlan } from './apply-plan.js';
import { exportedRow } from './exported-rows.js';
import { FORGET_FILE, NO_ANSWERS } from './import-files.js';
import type { ImportState } from './import-state.js';
import { matchPlan, reviewOf, type LibraryRecommendation, type MatchedRecommendation } from './match-plan.js';
import { differencesOf, rowsOf, type Difference, type PreviewRow } from './plan-differences.js';

/** A value that was changed in the library since the sheet was written out, and in the sheet as well. */
export interface PlanConflict {
  sheet: string;
  row: number;
  /** Number of the action: "2.1". */
  action: string;
  field: string;
  library: string | null;
  inSheet: string | null;
  /** Which of them counts: what the library has, unless somebody says otherwise. */
  take: 'library' | 'sheet';
}

/** A spreadsheet that was looked through, and what would become of it. */
export interface ImportView {
  id: string;
  state: ImportState;
  preview: PlanPreview | null;
  mapping: PlanMapping;
  rows: PreviewRow[];
  conflicts: PlanConflict[];
  /** Rows that are there already, and that whoever sent it may not change. */
  notOwn: { sheet: string; row: number }[];
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
  conflicts: PlanConflict[];
  notOwn: ImportView['notOwn'];
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
  ): Promise<ImportView> {
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    const first = await this.reader.readPlan(
      file.bytes,
      file.name,
      readingOf(agencies, { ...given, mapping: {} }),
    );
    const mapping = (await this.remembered(who, layoutOf(first))) ?? {};
    const agency = isAuditLead(who) ? null : (who.agency?.id ?? null);
    const [made] = await this.source.query<{ id: string }[]>(TAKE, [
      ...[
        who.partnership.id,
        agency,
        file.name,
        file.bytes,
        given.review ?? null,
        given.asOf ?? null,
        JSON.stringify(mapping),
      ],
    ]);
    return await this.view(who, made!.id);
  }

  /** @throws LibraryError not-found */
  async view(who: Follower, id: string): Promise<ImportView> {
    const row = await this.find(this.source.manager, who, id);
    if (!row.file) return { id, state: row.state, preview: null, mapping: row.mapping, ...NOTHING };
    const reading = await this.read(who, row);
    const rows = rowsOf(reading.preview, reading.matched).filter(
      ({ sheet, row: at }) => !reading.notOwn.some((one) => one.sheet === sheet && one.row === at),
    );
    return {
      ...{ id, state: row.state, preview: reading.preview, mapping: row.mapping, rows },
      ...{ conflicts: reading.conflicts, notOwn: reading.notOwn },
    };
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
      questions: given.answers ?? row.answers.questions,
      conflicts: given.conflicts ?? row.answers.conflicts,
    };
    await this.source.query(ANSWER, [id, JSON.stringify(mapping), JSON.stringify(answers)]);
    const view = await this.view(who, id);
    await this.source.query(REMEMBER, [who.partnership.id, layoutOf(view.preview!), JSON.stringify(mapping)]);
    return view;
  }

  /** Brings it in, in one transaction. @throws LibraryError not-found, decided */
  async apply(who: Follower, id: string, asked: Asked | null = null): Promise<ImportView> {
    const row = await this.find(this.source.manager, who, id);
    requirePreviewed(row);
    const importing: Follower = { ...who, way: 'import' };
    await this.log.change(
      importing,
      async (change) => {
        const { manager } = change;
        // Somebody may have brought it in meanwhile, or worked on what it is about: it is read anew under the lock.
        requirePreviewed(await this.find(manager, who, id));
        const reading = await this.read(who, row);
        await this.plan.apply({ ...reading, change }, reading.matched);
        change.afterwards(async (numbers) => {
          await manager.query(APPLIED, [id, numbers]);
        });
        return { subject: id };
      },
      asked && { ...asked, version: null },
    );
    return await this.view(who, id);
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

  private async read(who: Follower, row: Row): Promise<Reading> {
    const agencies = await this.agencies.list(this.source.manager, who.partnership.id);
    const read = await this.reader.readPlan(row.file!, row.fileName ?? 'plan', readingOf(agencies, row));
    const preview = withAnswers(read, row.answers.questions);
    const moment = momentOf({}, this.log.today());
    const states = await this.items.all(who, moment);
    const items = await this.presenter.present(who, moment, states);
    const matched = byExport(matchPlan(preview, items, await this.library(who, preview)), items);
    const mayTouch = (action: TrackedAction): boolean =>
      isAuditLead(who) ||
      isOf(
        { agency: action.agency?.id ?? null, supporting: action.supporting.map(({ id }) => id) },
        who.agency!.id,
      );
    const [differences, conflicts, notOwn] = [
      new Map<PlanAction, Difference[]>(),
      [] as PlanConflict[],
      [] as ImportView['notOwn'],
    ];
    for (const { given: recommendation, actions } of matched)
      for (const one of actions) {
        const at = { sheet: recommendation.sheet, row: one.given.row };
        if (one.action ? !mayTouch(one.action) : !isAuditLead(who)) {
          notOwn.push(at);
          continue;
        }
        const found = await this.conflictsOf(who, one, differencesOf(one));
        differences.set(one.given, found.differences);
        for (const conflict of found.conflicts) {
          const take =
            row.answers.conflicts.find(
              (answer) =>
                answer.sheet === at.sheet && answer.row === at.row && answer.field === conflict.field,
            )?.take ?? 'library';
          const { field, before, now } = conflict;
          conflicts.push({ ...at, action: one.action!.ref, field, library: before, inSheet: now, take });
          if (take === 'sheet') differences.get(one.given)!.push(conflict);
        }
      }
    const own = isAuditLead(who) ? matched : onlyOwn(matched, notOwn);
    return { preview, matched: own, agencies, differences, conflicts, notOwn };
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
    const wanted = { chain: who.partnership.id, subjectKind: SUBJECT, subjects: [action.item] };
    const then = (await this.auditEntries.read(wanted))
      .map(entryOf)
      .filter(({ number }) => number <= exported.version);
    const state = foldItem(then, { view: 'shown', before: FAR });
    const [item] = state ? await this.presenter.present(who, momentOf({}, this.log.today()), [state]) : [];
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

const NOTHING = { rows: [], conflicts: [], notOwn: [] };

/** Rows that an export has numbered are what it says they are, whatever their words say now. */
function byExport(
  matched: MatchedRecommendation[],
  items: readonly TrackedItemAnswer[],
): MatchedRecommendation[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return matched.map((one) => {
    const rows = one.given.actions.map(({ notes }) => exportedRow(notes));
    const named = [...rows, exportedRow(one.given.notes)].find((row) => row !== null && byId.has(row.item));
    const item = named ? byId.get(named.item)! : one.item;
    if (!named) return one;
    const actions = one.actions.map(({ given, action }, place) => {
      const id = rows[place]?.action;
      return { given, action: id ? (item?.actions.find((known) => known.id === id) ?? null) : action };
    });
    return { ...one, item, recommendation: null, actions };
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
  insert into tracked_import (partnership_id, agency_id, state, file_name, file, review, as_of, mapping)
  values ($1, $2, 'previewed', $3, $4, $5, $6, $7) returning id`;

const FIND = `
  select id, agency_id as "agencyId", state, file_name as "fileName", file, review, as_of::text as "asOf", mapping, answers,
    entries::text[] as entries
  from tracked_import where id = $1 and partnership_id = $2`;

const ANSWER = `update tracked_import set mapping = $2, answers = $3 where id = $1`;

const REMEMBER = `
  insert into sheet_layout (partnership_id, layout, mapping) values ($1, $2, $3)
  on conflict (partnership_id, layout) do update set mapping = excluded.mapping`;

const APPLIED = `
  update tracked_import set state = 'applied', file = null, file_name = null, entries = $2,
    answers = '${NO_ANSWERS}' where id = $1`;
const GIVE_UP = `${FORGET_FILE} where id = $1`;
