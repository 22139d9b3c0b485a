import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { londonDay } from '../../platform/dates/london-day.js';
import { parsePartialDate, sayPartialDate } from '../../platform/dates/partial-date.js';
import { invalidField, LibraryError } from '../../platform/http/errors/library-error.js';
import { isId } from '../../platform/text/is-id.js';
import type { Follower } from '../follower.js';
import { countsOf, ItemList, type ItemFilters } from '../item-list.js';
import { momentOf, type TrackingMoment } from '../moment.js';
import { BoardMovement } from '../board/board-movement.js';
import { boardSections } from '../board/board-paper.js';
import { BoardSnapshots, momentOfSnapshot } from '../board/board-snapshots.js';
import { ReachQueries } from '../reach/reach.queries.js';
import type { ItemCounts, TrackedItemAnswer } from '../tracked-item.model.js';
import { TrackedItemQueries } from '../tracked-items.queries.js';
import { TrackingSettings } from '../tracking-settings.js';
import { AllPresented } from './all-presented.js';
import { countTable } from './count-table.js';
import { progressTable } from './progress-table.js';
import { ReportSubjects } from './report-subjects.js';
import { REPORT_WORDS, type Report, type ReportKind, type ReportSection } from './report.js';
import { businessYear, isOfPeriod, yearlySections, type Period } from './yearly.js';
import { type SnapshotItem } from '../board/snapshot.model.js';

/** What a report is asked to be about. */
export interface ReportWish {
  review?: string;
  agency?: string;
  theme?: string;
  /** Of the board’s paper. */
  snapshot?: string;
  /** Of the theme’s reviews, those of this year and later. */
  since?: number;
  from?: string;
  until?: string;
  asOf?: string;
  view?: 'shown' | 'known';
}

/** Which items a report is about, and how they are told. */
interface Plan {
  title: string;
  moment: TrackingMoment;
  filters: ItemFilters;
  about: Report['about'];
  fits: (item: TrackedItemAnswer) => boolean;
  sections: (items: readonly TrackedItemAnswer[], counts: ItemCounts) => ReportSection[];
}

/** Says how far things are, and were: for boards, reviewers and the public record. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly list: ItemList,
    private readonly items: TrackedItemQueries,
    private readonly presented: AllPresented,
    private readonly subjects: ReportSubjects,
    private readonly snapshots: BoardSnapshots,
    private readonly movements: BoardMovement,
    private readonly reach: ReachQueries,
    private readonly settings: TrackingSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws LibraryError invalid-request; not-found for what there is not, or is not to be known of */
  async report(who: Follower, kind: ReportKind, wish: ReportWish): Promise<Report> {
    const madeAt = this.clock.now();
    const plan = await this.plan(who, kind, wish, londonDay(madeAt));
    const { moment, title, about } = plan;
    const { all, found } = await this.list.standings(who, moment, plan.filters);
    const items = (
      await this.presented.of(
        who,
        moment,
        found.map(({ state }) => state),
        all,
      )
    ).filter(plan.fits);
    const ids = new Set(items.map(({ id }) => id));
    const counts = countsOf(found.filter(({ state }) => ids.has(state.id)));
    const lastEntry = await this.items.lastEntry(who, moment);
    const { slug, name } = who.partnership;
    return {
      ...{
        kind,
        title,
        partnership: { slug, name },
        asOf: moment.asOf,
        view: moment.view,
        lastEntry,
        madeAt,
      },
      about: [
        { label: 'Partnership', value: name },
        ...(who.agency ? [{ label: 'As far as it is about', value: who.agency.name }] : []),
        ...about,
        { label: 'Day', value: sayMoment(moment, londonDay(madeAt)) },
        { label: 'Last entry', value: `Number ${lastEntry} of the partnership’s log` },
      ],
      sections: plan.sections(items, counts),
    };
  }

  private async plan(who: Follower, kind: ReportKind, wish: ReportWish, today: string): Promise<Plan> {
    if (kind === 'yearly') return yearlyPlan(wish, today);
    if (kind === 'board') return await this.boardPlan(who, wish, today);
    const subject = wish[kind] ?? (kind === 'agency' ? who.agency?.id : undefined);
    if (!subject) throw invalidField(kind, `Say which ${kind} the report is about`);
    const name = await this.nameOf(who, kind, subject);
    const since = kind === 'theme' ? wish.since : undefined;
    return {
      ...{ title: titleOf(kind, name), moment: momentOf(wish, today), filters: { [kind]: subject } },
      about: [
        { label: { review: 'Review', agency: 'Agency', theme: 'Theme' }[kind], value: name },
        ...(since === undefined ? [] : [{ label: 'Reviews', value: `Of ${since} and later` }]),
      ],
      fits: (item) => since === undefined || yearOf(item) >= since,
      sections: (items, counts) => [inNumbers(counts), progressSection(items)],
    };
  }

  /** Of a snapshot; as it stands now or stood on a day, where none is named. */
  private async boardPlan(who: Follower, wish: ReportWish, today: string): Promise<Plan> {
    const snapshot = wish.snapshot === undefined ? null : await this.snapshots.find(who, wish.snapshot);
    const moment = snapshot ? momentOfSnapshot(snapshot) : momentOf(wish, today);
    const lastEntry = await this.items.lastEntry(who, moment);
    const since = await this.snapshots.before(who, { lastEntry, asOf: moment.asOf });
    const movement = await this.movements.since(who, moment, since);
    const before = since && (await this.list.standings(who, momentOfSnapshot(since)));
    const countsBefore = before && countsOf(before.found);
    const reach = since
      ? await this.reach.recordedSince(who, moment, since.lastEntry)
      : await this.reach.lately(who, moment, 3);
    const { boardAfterDays } = await this.settings.at(who.partnership.id, moment.past);
    return {
      ...{ title: snapshot?.name ?? REPORT_WORDS.board, moment, filters: {} },
      about: snapshot ? aboutSnapshot(snapshot) : [],
      fits: () => true,
      sections: (items, counts) =>
        boardSections({ counts, countsBefore, movement, items, reach, boardAfterDays }),
    };
  }

  private async nameOf(who: Follower, kind: 'review' | 'agency' | 'theme', subject: string): Promise<string> {
    const name =
      kind === 'agency'
        ? isId(subject) && (await this.subjects.agency(who, subject))
        : await this.subjects[kind](subject);
    if (!name) throw new LibraryError('not-found', `There is no such ${kind}.`);
    return name;
  }
}

const titleOf = (kind: 'review' | 'agency' | 'theme', name: string): string =>
  kind === 'theme' ? `What has been recommended on ${name}, and what came of it` : `Progress: ${name}`;

/** The year of the review; of what is not public, the year since which it is followed. */
const yearOf = ({ review, followedOn }: TrackedItemAnswer): number =>
  Number((review?.publishedOn ?? followedOn).slice(0, 4));

const inNumbers = (counts: ItemCounts): ReportSection => ({
  ...{ key: 'counts', heading: 'In numbers', paragraphs: [], table: countTable(counts) },
});

const aboutSnapshot = ({ meetingOn, takenAt, signedOff }: SnapshotItem): Report['about'] => [
  { label: 'Meeting', value: sayPartialDate(meetingOn) },
  { label: 'Taken', value: `${sayPartialDate(londonDay(takenAt))}; nothing entered later changes it` },
  {
    label: 'Signed off',
    value: signedOff
      ? `By ${signedOff.by ?? 'somebody'}, ${sayPartialDate(londonDay(signedOff.at))}`
      : 'Not yet',
  },
];

const progressSection = (items: readonly TrackedItemAnswer[]): ReportSection => ({
  ...{ key: 'progress', heading: 'Recommendations and what came of them' },
  paragraphs: items.length === 0 ? ['Nothing of this was followed on that day.'] : [],
  table: items.length === 0 ? null : progressTable(items),
});

/**
 * Unless another day is asked for, it stands at the end of the period, as known: what was written down after the end of the year
 * belongs into its report.
 */
function yearlyPlan(wish: ReportWish, today: string): Plan {
  const period = periodOf(wish, today);
  const asOf = wish.asOf ?? (period.until < today ? period.until : today);
  const said = `${sayPartialDate(period.from)} to ${sayPartialDate(period.until)}`;
  return {
    ...{ title: `${REPORT_WORDS.yearly}, ${said}`, filters: {} },
    moment: momentOf({ asOf, view: wish.view ?? 'known' }, today),
    about: [{ label: 'Period', value: said }],
    fits: (item) => isOfPeriod(item, period),
    sections: (items, counts) => [inNumbers(counts), ...yearlySections(items, period)],
  };
}

function periodOf({ from, until }: ReportWish, today: string): Period {
  const usual = businessYear(today);
  if (!from && !until) return usual;
  for (const [field, day] of Object.entries({ from, until }))
    if (!day || parsePartialDate(day)?.precision !== 'day')
      throw invalidField(field, 'Give the first and the last day of the period, as 2025-03-31');
  if (from! > until!) throw invalidField('until', 'The last day must not be before the first');
  return { from: from!, until: until! };
}

/** The day and the view, as people say them. */
export function sayMoment({ asOf, view }: Pick<TrackingMoment, 'asOf' | 'view'>, today: string): string {
  const day = `${sayPartialDate(asOf)}${asOf === today ? ' (today)' : ''}`;
  return view === 'shown'
    ? `As shown on ${day}: with everything that had been recorded by the end of it`
    : `As known on ${day}: how it stood then, with what was recorded or put right later`;
}
