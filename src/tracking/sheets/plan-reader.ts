import { Worker } from 'node:worker_threads';
import {
  BUSY_TIMES,
  LOOKED_EVERY_MS,
  READING_TIMES,
  READINGS_AT_ONCE,
  SHEET_LIMITS,
  WORKER_LIMITS,
} from './limits.js';
import type { CellsRead, ReadingAnswer, ReadingOrder } from './plan.worker.js';
import type { GivenForPlan, PlanPreview } from './preview.js';
import { SheetRefused } from './refusal.js';

const WORKER = new URL('plan.worker.js', import.meta.url);

type ReadingTimes = Readonly<Record<keyof typeof READING_TIMES, number>>;

/**
 * Reads action plans out of spreadsheets without hurting who else is served: in a worker with limits of memory and time, one file
 * after the other.
 */
export class PlanReader {
  private reading = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param times of the processor */
  constructor(private readonly times: ReadingTimes = READING_TIMES) {}

  /**
   * @param fileName names the sheet of a text file; what kind of file it is, its bytes say
   * @throws SheetRefused when the file is no spreadsheet that can be read, or is more than one may ask of the library
   */
  async readPlan(bytes: Buffer, fileName: string, given: GivenForPlan): Promise<PlanPreview> {
    if (bytes.length > SHEET_LIMITS.bytes) throw new SheetRefused('too-large');
    await this.turn();
    try {
      return await readInWorker({ bytes, fileName, given }, this.times);
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

async function readInWorker(order: ReadingOrder, times: ReadingTimes): Promise<PlanPreview> {
  const worker = new Worker(WORKER, {
    ...{ workerData: order, resourceLimits: WORKER_LIMITS, execArgv: [], stdin: false },
  });
  try {
    const answer = await answerOf(worker, times);
    if ('refused' in answer) throw new SheetRefused(answer.refused);
    return answer.preview;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, times: ReadingTimes): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let mostMs = times.untilCellsMs;
    const look = async (): Promise<void> => {
      const { user, system } = await worker.cpuUsage();
      const usedMs = (user + system) / 1000;
      if (usedMs > mostMs || performance.now() - began > mostMs * BUSY_TIMES)
        reject(new SheetRefused('too-slow'));
    };
    // A worker that has ended says so itself.
    const timer = setInterval(() => void look().catch(() => undefined), LOOKED_EVERY_MS);
    const settle = (): void => clearInterval(timer);
    worker.on('message', (said: ReadingAnswer | CellsRead) => {
      if (said === 'cells-read') {
        mostMs = times.inAllMs;
        return;
      }
      settle();
      resolve(said);
    });
    worker.once('error', (fault: NodeJS.ErrnoException) => {
      settle();
      reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SheetRefused('too-large') : fault);
    });
    worker.once('exit', () => {
      settle();
      reject(new SheetRefused('broken'));
    });
  });
}
