import cliProgress from 'cli-progress';
import type { ImportProgress } from './bundle-file.js';

/** Shorter files are done before a bar could be looked at. */
const LONG_BYTES = 1_000_000;
const LINE_EVERY_MS = 10_000;

/** Shows a person how far an import is: bars on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  private bar: cliProgress.SingleBar | null = null;
  private step: ImportProgress['step'] | null = null;
  private long = false;
  private lastLine = Date.now();

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(progress: ImportProgress): void {
    const { done, total, text } = inWords(progress);
    if (progress.step === 'reading' && progress.bytes > LONG_BYTES) this.long = true;
    if (progress.step === 'reading' && (progress.totalBytes ?? 0) > LONG_BYTES) this.long = true;
    if (!this.long) return;
    if (!this.out.isTTY || total === null) {
      if (Date.now() - this.lastLine < LINE_EVERY_MS) return;
      this.lastLine = Date.now();
      this.out.write(`${text}\n`);
      return;
    }
    if (this.step !== progress.step) {
      this.end();
      this.step = progress.step;
      const format = `${progress.step === 'reading' ? 'Checking' : 'Writing '} {bar} {percentage}%  {text}`;
      this.bar = new cliProgress.SingleBar(
        { format, stream: this.out, hideCursor: true, clearOnComplete: false, gracefulExit: false },
        cliProgress.Presets.shades_classic,
      );
      this.bar.start(total, 0, { text });
    }
    this.bar?.update(done, { text });
  }

  /** Leaves the terminal as it was. */
  end(): void {
    this.bar?.stop();
    this.bar = null;
    this.step = null;
  }
}

function inWords(progress: ImportProgress): { done: number; total: number | null; text: string } {
  if (progress.step === 'reading') {
    const { bytes, totalBytes, records } = progress;
    const share = totalBytes ? ` (${Math.floor((bytes / totalBytes) * 100)}%)` : '';
    return { done: bytes, total: totalBytes, text: `${number(records)} records checked${share}` };
  }
  const { reviews, totalReviews } = progress;
  return {
    done: reviews,
    total: totalReviews,
    text: `${number(reviews)} of ${number(totalReviews)} reviews written`,
  };
}

const number = (count: number): string => count.toLocaleString('en-GB');
