import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditEntries, saidIn, wordIn, type EntryWords, type ReadEntry } from '../../audit/audit-entries.js';
import { AuditLog } from '../../audit/audit-log.js';
import { isSlug } from '../../platform/http/listing/address.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import type { Cleared } from '../../publishing/anonymity/neutral.js';
import { ProtectedTerms, type TermsOf } from '../../publishing/anonymity/protected-terms.js';
import { PUBLIC } from '../../publishing/audience.js';
import { idOfKnownReview } from '../../reviews/known-review.js';
import type { Follower } from '../follower.js';
import { requireReason } from '../given.js';
import { requireAdministrator, requireAuditLead } from '../rights.js';
import type { TrackingChange } from '../tracking-change.js';
import { TrackingLog, type Asked, type Done } from '../tracking-log.js';
import { nothingWritten } from './public-lines.service.js';
import { checkNeutral, refuseOwn, requireApprover, type ClearingWish } from './release-rules.js';
import { ProgressReportItem, ProgressReportWords } from './progress-report.model.js';

const REPORT = 'progress-report';

/** Writes, releases and withdraws progress reports: by the same rules as public lines. */
@Injectable()
export class ProgressReports {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly entries: AuditEntries,
    private readonly terms: ProtectedTerms,
  ) {}

  /** @param review slug of a review that everybody sees @throws LibraryError not-found, identifies */
  async write(
    who: Follower,
    review: string,
    { title, introduction, cleared: clearings = [] }: ProgressReportWords & ClearingWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        const { manager } = change;
        const of = await publicReviewAt(manager, review);
        const known = await this.row(manager, who, of);
        if (known) change.expect(Number(known.version));
        const said = { title: title.trim(), introduction: introduction.trim() };
        const terms = await this.terms.of(manager, of);
        const { cleared, why } = checkNeutral(checked(said), { terms, clearings });
        const id = known?.id ?? randomUUID();
        const number = await this.record(change, id, 'report-written', {
          ...{ to: { review: of, cleared }, why, words: said },
        });
        await manager.query(WRITE, [id, who.partnership.id, of, number]);
        return { subject: id, entry: number };
      },
      asked,
    );
  }

  /** @throws LibraryError nothing-written, own-words, not-found, identifies */
  async approve(
    who: Follower,
    review: string,
    { cleared: clearings = [] }: ClearingWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireApprover(who);
    return await this.log.change(
      who,
      async (change) => {
        const { manager, today } = change;
        const of = await publicReviewAt(manager, review);
        const row = expected(change, await this.row(manager, who, of));
        if (row.wordsEntry === null) throw nothingWritten();
        const entry = Number(row.wordsEntry);
        const written = (await this.entriesOf(manager, who, row.id)).find(({ number }) => number === entry)!;
        await refuseOwn(manager, written.actor, who);
        const said = wordsAt((await this.log.words(manager, who.partnership.id, [entry])).get(entry));
        if (!said) throw nothingWritten();
        const before = (written.to as unknown as { cleared: Cleared[] }).cleared;
        const terms = await this.terms.of(manager, of);
        const { cleared, why } = checkNeutral(checked(said), { terms, clearings, before });
        const number = await this.record(change, row.id, 'report-approved', {
          to: { words: entry, cleared },
          why,
        });
        await manager.query(RELEASE, [row.id, entry, today, number]);
        return { subject: row.id, entry: number };
      },
      asked,
    );
  }

  /**
   * Takes away what is public, and what waits, at once; also while its review is not public, lest it come again with that.
   * @throws LibraryError nothing-written, reason-required
   */
  async withdraw(
    who: Follower,
    review: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireApprover(who);
    return await this.log.change(
      who,
      async (change) => {
        const row = await this.standing(change, review);
        if (row.wordsEntry === null) throw nothingWritten();
        const why = requireReason(reason, 'a progress report is withdrawn only with a reason.');
        const number = await this.record(change, row.id, 'report-withdrawn', { why });
        await change.manager.query(WITHDRAW, [row.id, number]);
        return { subject: row.id, entry: number };
      },
      asked,
    );
  }

  /** Takes every word that was ever written for it out for good, and what is public with them. For administrators. */
  async redact(
    who: Follower,
    review: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Done> {
    requireAdministrator(who);
    const by = { actor: who.by, why: requireReason(reason, 'words are redacted only with a reason.') };
    return await this.log.change(
      who,
      async (change) => {
        const { manager } = change;
        const row = await this.standing(change, review);
        for (const { number } of await this.entriesOf(manager, who, row.id))
          await this.audit.redact(manager, { chain: who.partnership.id, number }, by, ['to', 'why']);
        const number = await this.record(change, row.id, 'report-withdrawn', {});
        await manager.query(WITHDRAW, [row.id, number]);
        return { subject: row.id, entry: number };
      },
      asked,
    );
  }

  /** Those of the partnership whose reviews are public, by review. */
  async list(who: Follower): Promise<ProgressReportItem[]> {
    return await this.present(who, await this.source.query<ListRow[]>(LIST, [who.partnership.id]));
  }

  private async present({ partnership }: Follower, rows: readonly ListRow[]): Promise<ProgressReportItem[]> {
    const numbers = rows.flatMap(({ wordsEntry }) => (wordsEntry === null ? [] : [Number(wordsEntry)]));
    const words = await this.entries.words(partnership.id, numbers);
    return rows.map((row) => itemOf(row, words));
  }

  /**
   * That of one review; null where nobody has written one. Of a review that is not public just now, the partnership sees its own
   * words all the same, and of the review what it has asked for.
   * @throws LibraryError not-found
   */
  async find(who: Follower, review: string): Promise<ProgressReportItem | null> {
    const { manager } = this.source;
    const known = await idOfKnownReview(manager, review);
    const rows = known ? await manager.query<ListRow[]>(ONE, [who.partnership.id, known, review]) : [];
    if (rows.length === 0) await publicReviewAt(manager, review);
    return (await this.present(who, rows))[0] ?? null;
  }

  /** Whose list of what a review protects somebody keeps. @throws LibraryError not-found */
  async termsOf({ by, partnership }: Follower, slug: string): Promise<TermsOf> {
    const reviewId = await publicReviewAt(this.source.manager, slug);
    return { by, partnershipId: partnership.id, reviewId };
  }

  /** What a review that everybody sees is called. @throws LibraryError not-found */
  async reviewLabel(slug: string): Promise<string> {
    const [row] = await this.source.query<{ label: string }[]>(
      `select r.label from ${PUBLIC.review} r where r.id = $1`,
      [await publicReviewAt(this.source.manager, slug)],
    );
    return row!.label;
  }

  /** What stands of a review that may be not public just now. @throws LibraryError not-found, nothing-written */
  private async standing(change: TrackingChange, review: string): Promise<ReportRow> {
    const { manager, who } = change;
    const known = await idOfKnownReview(manager, review);
    const row = known === null ? null : await this.row(manager, who, known);
    // Who has written nothing of it is not told that there is such a review.
    if (!row) await publicReviewAt(manager, review);
    return expected(change, row);
  }

  private async row(
    manager: EntityManager,
    { partnership }: Follower,
    reviewId: string,
  ): Promise<ReportRow | null> {
    const [row] = await manager.query<ReportRow[]>(ROW, [partnership.id, reviewId]);
    return row ?? null;
  }

  private async entriesOf(
    manager: EntityManager,
    { partnership }: Follower,
    id: string,
  ): Promise<ReadEntry[]> {
    return await this.entries.read({ chain: partnership.id, subjectKind: REPORT, subjects: [id] }, manager);
  }

  private async record(
    { manager, who }: TrackingChange,
    id: string,
    deed: 'report-written' | 'report-approved' | 'report-withdrawn',
    { to, why, words }: { to?: object; why?: string | null; words?: ProgressReportWords },
  ): Promise<number> {
    const { number } = await this.audit.record(manager, {
      ...{
        chain: who.partnership.id,
        actor: who.by,
        action: `tracking.${deed}`,
        subject: { kind: REPORT, id },
      },
      ...(to && { to: to as never }),
      ...(why && { why }),
      ...(words && { words: { to: { ...words } } }),
    });
    return number;
  }
}

interface ReportRow {
  id: string;
  wordsEntry: string | null;
  version: string;
}

/** @throws LibraryError nothing-written, overtaken */
function expected(change: TrackingChange, row: ReportRow | null): ReportRow {
  if (!row) throw nothingWritten();
  change.expect(Number(row.version));
  return row;
}

interface ListRow extends ReportRow {
  review: string;
  label: string;
  releasedEntry: string | null;
  releasedOn: string | null;
}

function itemOf(row: ListRow, words: ReadonlyMap<number, EntryWords>): ProgressReportItem {
  const { id, review, label, wordsEntry, releasedEntry, releasedOn } = row;
  const said = wordsEntry === null ? undefined : words.get(Number(wordsEntry));
  return {
    ...{ id, review, reviewLabel: label, written: wordsAt(said), writtenBy: wordIn(said, 'actor') },
    ...{
      isWaiting: wordsEntry !== null && wordsEntry !== releasedEntry,
      releasedOn,
      version: Number(row.version),
    },
  };
}

function wordsAt(words: EntryWords | undefined): ProgressReportWords | null {
  const [title, introduction] = [saidIn(words, 'title'), saidIn(words, 'introduction')];
  return title === null || introduction === null ? null : { title, introduction };
}

/** Title and introduction as one text: places of hits are counted in it. */
const checked = ({ title, introduction }: ProgressReportWords): string => `${title}\n${introduction}`;

/** @throws LibraryError not-found */
async function publicReviewAt(manager: EntityManager, slug: string): Promise<string> {
  const [row] = isSlug(slug)
    ? await manager.query<{ id: string }[]>(`select r.id from ${PUBLIC.review} r where r.slug = $1`, [slug])
    : [];
  if (!row) throw noReview();
  return row.id;
}

export const noReview = (): LibraryError => new LibraryError('not-found', 'There is no such review.');

const COLUMNS = `s.id, s.words_entry as "wordsEntry", s.version`;

const ROW = `select ${COLUMNS} from progress_report s where s.partnership_id = $1 and s.review_id = $2`;

const RELEASED = `s.released_entry as "releasedEntry", s.released_on::text as "releasedOn"`;

const LIST = `
  select ${COLUMNS}, r.slug as review, r.label, ${RELEASED}
  from progress_report s join ${PUBLIC.review} r on r.id = s.review_id where s.partnership_id = $1
  order by lower(r.label), r.slug`;

const ONE = `
  select ${COLUMNS}, $3 as review, coalesce(r.label, $3) as label, ${RELEASED}
  from progress_report s left join ${PUBLIC.review} r on r.id = s.review_id
  where s.partnership_id = $1 and s.review_id = $2`;

const WRITE = `
  insert into progress_report (id, partnership_id, review_id, words_entry, version) values ($1, $2, $3, $4, $4)
  on conflict (id) do update set words_entry = excluded.words_entry, version = excluded.version`;

const RELEASE = `
  update progress_report set released_entry = $2, released_on = $3, version = $4 where id = $1`;

const WITHDRAW = `
  update progress_report set words_entry = null, released_entry = null, released_on = null, version = $2 where id = $1`;
