import { Worker } from 'node:worker_threads';
import { LONGEST_READING_MS, READINGS_AT_ONCE, SHEET_LIMITS, WORKER_LIMITS } from './limits.js';
import type { ReadingAnswer, ReadingOrder } from './plan.worker.js';
import type { GivenForPlan, PlanPreview } from './preview.js';
import { SheetRefused } from './refusal.js';

/** Workers run built code: that beside this file, or, where this file is the source, its counterpart in `dist`. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/src/tracking/sheets/plan.worker.js' : 'plan.worker.js',
  import.meta.url,
);

/**
 * Reads action plans out of spreadsheets without hurting who else is served: in a worker with limits of memory and time, one file
 * after the other.
 */
export class PlanReader {
  private reading = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param fileName names the sheet of a text file; what kind of file it is, its bytes say
   * @throws SheetRefused when the file is no spreadsheet that can be read, or is more than one may ask of the library
   */
  async readPlan(bytes: Buffer, fileName: string, given: GivenForPlan): Promise<PlanPreview> {
    if (bytes.length > SHEET_LIMITS.bytes) throw new SheetRefused('too-large');
    await this.turn();
    try {
      return await readInWorker({ bytes, fileName, given });
    } finally {
      this.reading--;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.reading >= READINGS_AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.reading++;
  }
}

async function readInWorker(order: ReadingOrder): Promise<PlanPreview> {
  const worker = new Worker(WORKER, {
    workerData: order,
    resourceLimits: WORKER_LIMITS,
    execArgv: [],
    stdin: false,
  });
  try {
    const answer = await answerOf(worker);
    if ('refused' in answer) throw new SheetRefused(answer.refused);
    return answer.preview;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SheetRefused('too-slow')), LONGEST_READING_MS);
    const settle = (): void => clearTimeout(timer);
    worker.once('message', (answer: ReadingAnswer) => (settle(), resolve(answer)));
    worker.once('error', (fault: NodeJS.ErrnoException) => {
      settle();
      reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SheetRefused('too-large') : fault);
    });
    worker.once('exit', () => (settle(), reject(new SheetRefused('broken'))));
  });
}
