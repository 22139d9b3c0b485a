import type { EntityManager } from 'typeorm';
import { passRightsOn, type AgencyMove } from '../accounts/pass-rights-on.js';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import type { AuditLog } from '../audit/audit-log.js';
import type {
  ClassOf,
  Count,
  ImportRun,
  Staged,
  StagedState,
  ThemeMove,
} from '../platform/bundle/import-run.js';
import { enqueueSearchUpdate, type SearchSubject } from '../platform/jobs/enqueue.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import type { BundleFile, ImportProgress } from './bundle-file.js';
import { checkRecord } from './check-record.js';
import { followedChanges } from '../tracking/followed-changes.js';
import { followMergedAgencies } from '../tracking/merged-agencies.js';
import { BUNDLE_KINDS } from './kinds.js';
import { parseRecord } from './parse-record.js';
import { Problems } from './problems.js';
import { readRecords } from './read-records.js';
import { Staging } from './staging.js';
import { countMatched, newTally, type ImportResult } from './tally.js';
import { refuseTwins } from './refuse-twins.js';

/** One import: reads and checks all files into the staging tables, asks each kind what its records mean, writes them. */
export class Run implements ImportRun {
  readonly files: string[];
  readonly problems: Problems;
  readonly notes: ImportResult = newTally();
  private readonly staleIds = new Map<SearchSubject, Set<string>>();
  private readonly refusedLabels = { theme: new Set<string>(), review: new Set<string>() };
  private readonly sharedThings = new Map<unknown, object>();
  private readonly unused: Set<string>;
  private reviews = 0;

  private constructor(
    readonly manager: EntityManager,
    private readonly bundle: BundleFile[],
    private readonly onProgress: (progress: ImportProgress) => void,
    private readonly accepted: string[],
    private readonly staging: Staging,
    private readonly audit: AuditLog | null,
  ) {
    this.files = bundle.map(({ name }) => name);
    this.problems = new Problems(this.files);
    this.unused = new Set(accepted);
  }

  static async open(
    manager: EntityManager,
    bundle: BundleFile[],
    onProgress: (progress: ImportProgress) => void,
    accepted: string[],
    audit: AuditLog | null,
  ): Promise<Run> {
    return new Run(manager, bundle, onProgress, accepted, await Staging.open(manager), audit);
  }

  /** Reads and checks all files into the staging tables. */
  async read(): Promise<void> {
    const sizes = this.bundle.map(({ size }) => size);
    const totalBytes = sizes.every((size) => size !== null)
      ? sizes.reduce((sum, size) => sum + size, 0)
      : null;
    let bytes = 0;
    let records = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    for (const [file, { open }] of this.bundle.entries()) {
      for await (const item of readRecords(counted(open()))) {
        if ('problem' in item) this.problems.add(file, item.line, '', item.problem);
        else await this.take(item.text, file, item.line);
        records += 1;
        if (records % 100 === 0) this.onProgress({ step: 'reading', bytes, totalBytes, records });
      }
    }
    this.onProgress({ step: 'reading', bytes, totalBytes, records });
    await this.staging.finish();
  }

  private async take(text: string, file: number, line: number): Promise<void> {
    const parsed = parseRecord(text, line);
    if ('problem' in parsed) {
      this.problems.add(file, parsed.line, '', parsed.problem);
      return;
    }
    const record = checkRecord(parsed.value);
    if (!Array.isArray(record)) return await this.staging.add(record, file, line);
    for (const { field, message } of record) this.problems.add(file, line, field, message);
    this.noteRefused(parsed.value);
  }

  private noteRefused(value: unknown): void {
    const { kind, label } = (value ?? {}) as Record<string, unknown>;
    if (typeof label !== 'string') return;
    if (kind === 'theme') this.refusedLabels.theme.add(normaliseLabel(label));
    if (kind === 'review') this.refusedLabels.review.add(label.normalize('NFC').trim());
  }

  /** Settles what every record means for the library, refuses the bundle if anything is wrong, and writes it. */
  async write(): Promise<ImportResult> {
    const { manager, problems, notes } = this;
    await refuseTwins(this);
    for (const kind of BUNDLE_KINDS) await kind.settle(this);
    problems.refuseIfAny();
    await countMatched(manager, notes);
    for (const kind of BUNDLE_KINDS) await kind.write(this);
    // What can be read in several ways shows only when it is about to be written.
    problems.refuseIfAny();
    notes.unusedCodes = [...this.unused];
    notes.followed = await followedChanges(manager);
    for (const [kind, ids] of this.staleIds) await enqueueSearchUpdate(manager, kind, [...ids]);
    return notes;
  }

  get stale(): ImportRun['stale'] {
    return {
      add: (kind, ids) => {
        const all = this.staleIds.get(kind) ?? new Set();
        this.staleIds.set(kind, all);
        for (const id of ids) all.add(id);
      },
    };
  }

  get publisherNames(): ReadonlyMap<string, string> {
    return this.staging.publisherNames;
  }

  refused(kind: 'theme' | 'review'): ReadonlySet<string> {
    return this.refusedLabels[kind];
  }

  get acceptsAny(): boolean {
    return this.accepted.length > 0;
  }

  accepts(code: string): boolean {
    this.unused.delete(code);
    return this.accepted.includes(code);
  }

  batches<Fields>(kind: { name: string }, states: StagedState[] = []): AsyncGenerator<Staged<Fields>[]> {
    return this.staging.batches<Fields>(kind.name, states);
  }

  count(kind: 'document-text', counts: Count): void {
    this.notes.counts[kind] = counts;
  }

  progress(reviews: number): void {
    this.reviews += reviews;
    const { created, updated } = this.notes.counts.review;
    this.onProgress({ step: 'writing', reviews: this.reviews, totalReviews: created + updated });
  }

  share(made: object): void {
    this.sharedThings.set(made.constructor, made);
  }

  shared<Made extends object>(type: ClassOf<Made>): Made {
    const found = this.sharedThings.get(type);
    if (!found) throw new Error(`No kind has shared a ${type.name} before it is asked for`);
    return found as Made;
  }

  async addUsersOfThemes(themeIds: string[]): Promise<void> {
    if (themeIds.length === 0) return;
    for (const uses of this.themeUses())
      this.stale.add(uses.subject, await uses.subjectsOn(this.manager, themeIds));
  }

  async addPublishedBy(partnershipIds: string[]): Promise<void> {
    if (partnershipIds.length === 0) return;
    for (const { publishedBy } of BUNDLE_KINDS)
      if (publishedBy)
        this.stale.add(publishedBy.subject, await publishedBy.find(this.manager, partnershipIds));
  }

  async moveThemes(moves: ThemeMove[]): Promise<void> {
    if (moves.length === 0) return;
    for (const uses of this.themeUses()) await uses.move(this.manager, moves);
  }

  async passAgenciesOn(moves: readonly AgencyMove[]): Promise<string[]> {
    const { manager, audit } = this;
    if (!audit) throw new Error('An import that merges agencies is given the audit log');
    const staying = await followMergedAgencies(manager, audit, moves);
    await passRightsOn(manager, audit, { moves, within: null, by: BY_THE_SYSTEM });
    return staying;
  }

  async forgetWords(themeIds: string[], tells: (themeId: string, words: string) => boolean): Promise<void> {
    for (const uses of this.themeUses()) await uses.forgetWords?.(this.manager, themeIds, tells);
  }

  private themeUses(): NonNullable<(typeof BUNDLE_KINDS)[number]['themeUses']>[number][] {
    return BUNDLE_KINDS.flatMap(({ themeUses = [] }) => themeUses);
  }
}
