import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.js';
import { Refusal } from '../plain-words.js';

/**
 * What a data folder says of itself that is the demonstration's. It is there before anything else is; that the content is
 * complete is said last.
 */
interface DemoMark {
  about: string;
  isComplete: boolean;
}

const ABOUT = 'The demonstration of the practice-review library: everything in this folder is invented.';
const markFile = (folder: string): string => join(folder, 'demo.json');

/** Keeps invented and real content apart, whoever opens the folder. @throws Refusal */
export async function refuseOtherKind({ demo, dataDir }: Pick<Config, 'demo' | 'dataDir'>): Promise<void> {
  const isDemos = (await readMark(dataDir)) !== null;
  if (isDemos && !demo)
    throw new Refusal(
      `${dataDir} holds the demonstration, in which everything is invented. Start it with npm run demo (commands: with ` +
        'DEMO=true), or set DATA_DIR to another folder.',
    );
  if (demo && !isDemos && (await holdsSomething(dataDir)))
    throw new Refusal(
      `${dataDir} is not the demonstration’s: what is in it may be real. Set DATA_DIR to a folder that is empty, or leave it out.`,
    );
}

/** Says that the folder is the demonstration's, before there is anything in it. */
export async function markDemo(folder: string): Promise<void> {
  if ((await readMark(folder)) === null) await writeMark(folder, false);
}

/** Says that all of the invented content is there. */
export const markDemoComplete = async (folder: string): Promise<void> => await writeMark(folder, true);

export const isDemoComplete = async (folder: string): Promise<boolean> =>
  (await readMark(folder))?.isComplete ?? false;

const writeMark = async (folder: string, isComplete: boolean): Promise<void> =>
  await writeFile(markFile(folder), JSON.stringify({ about: ABOUT, isComplete } satisfies DemoMark, null, 2));

async function readMark(folder: string): Promise<DemoMark | null> {
  const text = await readFile(markFile(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as DemoMark;
  } catch {
    // Half written: it is the demonstration's all the same, and begun anew.
    return { about: ABOUT, isComplete: false };
  }
}

/** Who takes hold of a folder, or has just died doing so, has put nothing in it yet. */
async function holdsSomething(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => !name.startsWith('holder.json'));
}
