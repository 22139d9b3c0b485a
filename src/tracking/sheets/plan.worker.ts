import { parentPort, workerData } from 'node:worker_threads';
import type { GivenForPlan, PlanPreview } from './preview.js';
import { previewPlan } from './read-plan.js';
import { SheetRefused, type RefusalReason } from './refusal.js';

/** What the worker is given. */
export interface ReadingOrder {
  bytes: Uint8Array;
  fileName: string;
  given: GivenForPlan;
}

/** What it answers: errors lose their class on the way between threads. */
export type ReadingAnswer = { preview: PlanPreview } | { refused: RefusalReason };

async function answer({ bytes, fileName, given }: ReadingOrder): Promise<ReadingAnswer> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { preview: await previewPlan(file, fileName, given) };
  } catch (fault) {
    if (fault instanceof SheetRefused) return { refused: fault.reason };
    throw fault;
  }
}

parentPort?.postMessage(await answer(workerData as ReadingOrder));
