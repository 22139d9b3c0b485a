import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { PROJECTION_LOCK } from '../platform/postgres/locks.js';
import type { DataSource, EntityManager } from 'typeorm';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { interruptible } from './interruptible.js';
import { matchByTitle, matchDocumentTexts, matchReviews, resolveReviewReferences } from './match-records.js';
import { parseRecord } from './parse-record.js';
import { planThemes } from './plan-themes.js';
import { Problems } from './problems.js';
import { readRecords } from './read-records.js';
import { checkRecord } from './records/check-record.js';
import { Staging, type Staged } from './staging.js';
import { countMatched, newTally, type ImportResult } from './tally.js';
import { Thesaurus } from './thesaurus.js';
import { Touched } from './touched.js';
import { refuseTwins } from './twins.js';
import { writeDocumentTexts, writePapers } from './write-papers.js';
import { ensurePublishers, writePartnerships } from './write-partnerships.js';
import { writeReviews } from './write-reviews.js';
import { writeThemes } from './write-themes.js';

/** How far an import is: first the files are read and checked, then the reviews are written. */
export type Progress =
  | { step: 'reading'; bytes: number; totalBytes: number | null; records: number }
  | { step: 'writing'; reviews: number; totalReviews: number };

/** One file of a bundle. */
export interface BundleFile {
  /** As people know it. */
  name: string;
  /** Bytes, where they are known beforehand. */
  size: number | null;
  open: () => AsyncIterable<Uint8Array>;
}

/** A file on disk. @throws Error in plain English when it cannot be read */
export async function bundleFile(path: string): Promise<BundleFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no file ${path}` : `${path} cannot be read: ${error.message}`,
    );
  });
  if (found.isDirectory()) throw new Error(`${path} is a folder: name the files in it`);
  return { name: path, size: found.isFile() ? found.size : null, open: () => createReadStream(path) };
}

/**
 * Imports files as one bundle: all of it or nothing, in one transaction. What the library has already stays untouched; a
 * changed record is updated in place. Imports run one after the other.
 * @param asked aborted to end it before its time
 * @throws BundleRefused with every problem found; Interrupted when it was ended, and nothing imported
 */
export async function importBundles(
  dataSource: DataSource,
  files: (string | BundleFile)[],
  onProgress: (progress: Progress) => void = () => undefined,
  asked?: AbortSignal,
): Promise<ImportResult> {
  const result = await importIf(dataSource, files, () => Promise.resolve(true), onProgress, asked);
  return result!;
}

/**
 * As `importBundles`, if `wanted` says so once all other imports are done.
 * @returns null when it was not wanted
 */
export async function importIf(
  dataSource: DataSource,
  files: (string | BundleFile)[],
  wanted: (manager: EntityManager) => Promise<boolean>,
  onProgress: (progress: Progress) => void = () => undefined,
  asked?: AbortSignal,
): Promise<ImportResult | null> {
  const bundle = await Promise.all(
    files.map(async (file) => (typeof file === 'string' ? await bundleFile(file) : file)),
  );
  return await dataSource.transaction(async (manager) => {
    return await interruptible(manager, asked, async () => {
      const run = new ImportRun(manager, bundle, onProgress);
      await run.read();
      // Taken late, so that a faulty bundle is refused at once while another import runs.
      await manager.query('select pg_advisory_xact_lock($1)', [PROJECTION_LOCK]);
      return (await wanted(manager)) ? await run.write() : null;
    });
  });
}

class ImportRun {
  private readonly names: string[];
  private readonly problems: Problems;
  /** Names of faulty records, so that links to them are not reported as well. */
  private readonly refused = { themes: new Set<string>(), reviews: new Set<string>() };
  private staging: Staging;

  constructor(
    private readonly manager: EntityManager,
    private readonly files: BundleFile[],
    private readonly onProgress: (progress: Progress) => void,
  ) {
    this.names = files.map(({ name }) => name);
    this.problems = new Problems(this.names);
  }

  /** Reads and checks all files into the staging tables. */
  async read(): Promise<void> {
    this.staging = await Staging.open(this.manager);
    const sizes = this.files.map(({ size }) => size);
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
    for (const [file, { open }] of this.files.entries()) {
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
    if (kind === 'theme') this.refused.themes.add(normaliseLabel(label));
    if (kind === 'review') this.refused.reviews.add(label.normalize('NFC').trim());
  }

  /** Settles what every record means for the library, refuses the bundle if anything is wrong, and writes it. */
  async write(): Promise<ImportResult> {
    const { manager, staging, problems, names } = this;
    const tally = newTally();
    const touched = new Touched();
    await refuseTwins(manager, problems, names);
    const publishers = await ensurePublishers(manager, staging, tally);
    const thesaurus = await Thesaurus.load(manager);
    const plan = planThemes(thesaurus, await all(staging.batches('theme')), problems, this.refused.themes);
    await this.setThemeStates(plan.planned);
    await matchReviews(manager, problems, names);
    await matchByTitle(manager, 'briefing');
    await matchByTitle(manager, 'resource');
    await resolveReviewReferences(manager, problems, this.refused.reviews);
    await matchDocumentTexts(manager, problems, names);
    problems.refuseIfAny();

    await countMatched(manager, tally);
    const renamed = await writePartnerships(manager, staging, publishers);
    await touched.addPublishedBy(manager, renamed);
    await writeThemes(manager, thesaurus, plan, touched);
    tally.absorbedThemes = plan.moves.filter(({ absorbed }) => absorbed).length;
    const themesBefore = thesaurus.themes.size;
    await this.writeReviews(thesaurus, publishers, touched, tally);
    await writePapers(manager, 'briefing', staging, thesaurus, touched);
    await writePapers(manager, 'resource', staging, thesaurus, touched);
    tally.counts['document-text'] = await writeDocumentTexts(manager, touched);
    tally.named.themes = thesaurus.themes.size - themesBefore;
    await touched.enqueue(manager);
    return tally;
  }

  private async writeReviews(
    thesaurus: Thesaurus,
    publishers: Awaited<ReturnType<typeof ensurePublishers>>,
    touched: Touched,
    tally: ImportResult,
  ): Promise<void> {
    const { created, updated } = tally.counts.review;
    let reviews = 0;
    tally.named.agencies = await writeReviews(
      this.manager,
      this.staging,
      publishers,
      thesaurus,
      touched,
      (count) => {
        reviews += count;
        this.onProgress({ step: 'writing', reviews, totalReviews: created + updated });
      },
    );
  }

  private async setThemeStates(planned: { record: Staged<'theme'>; state: string }[]): Promise<void> {
    await this.manager.query(
      `update import_record s set state = p.state from unnest($1::int[], $2::text[]) as p(seq, state)
        where s.seq = p.seq`,
      [planned.map(({ record }) => record.seq), planned.map(({ state }) => state)],
    );
  }
}

async function all<Item>(batches: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}
