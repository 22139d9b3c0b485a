import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program, Stage } from './stage.ts';

/** The reviews of one bundle: they are all in the library, in one wording, or none of them is. */
export interface Bundle {
  name: string;
  reviews: number;
  /** A word that no other bundle has; the wording's number is added to it. */
  word: string;
  /** Wordings that the library may hold now: more than one where an import was cut off. Null: not there at all. */
  wordings: (number | null)[];
}

/** What is going on when a fault strikes. */
export interface Work {
  name: string;
  begin(stage: Stage, bundles: Bundle[], round: number, random: () => number): Promise<Begun>;
}

export interface Begun {
  /** Null where nothing runs beside the library. */
  program: Program | null;
  /** What it imports, and in which wording. */
  imports?: { bundle: Bundle; wording: number };
  stop?: () => Promise<void>;
}

const WORDS = [
  'quokka',
  'numbat',
  'bilby',
  'wombat',
  'quagga',
  'dugong',
  'cassowary',
  'bandicoot',
  'potoroo',
  'kowari',
];

/** Words are made of letters alone, so that search takes each for one. */
const letters = (number: number): string =>
  [...String(number)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('a');

export const wordOf = ({ word }: Bundle, wording: number): string => `${word}x${letters(wording)}`;

async function writeBundle(stage: Stage, bundle: Bundle, wording: number): Promise<string> {
  const word = wordOf(bundle, wording);
  const records = Array.from({ length: bundle.reviews }, (_, at) => ({
    kind: 'review',
    publisher: 'Testshire Safeguarding Partnership',
    label: `${bundle.name} ${at}`,
    publishedOn: '2020',
    summary: `A ${word} was mentioned.`,
    learning: [{ theme: 'Neglect', statement: `Nobody asked about the ${word}.` }],
    recommendations: [{ number: '1', text: `Ask about the ${word}.`, addressees: ['Police'] }],
  }));
  const file = join(stage.folder, 'bundle.jsonl');
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  return file;
}

async function importing(stage: Stage, bundle: Bundle, wording: number): Promise<Begun> {
  const file = await writeBundle(stage, bundle, wording);
  return { program: stage.run('imports/import.command.js', file), imports: { bundle, wording } };
}

const importNew: Work = {
  name: 'an import of new reviews',
  begin: async (stage, bundles, round, random) => {
    const word = `${WORDS[round % WORDS.length]}${letters(round)}`;
    const reviews = 5 + Math.floor(40 * random());
    const bundle: Bundle = { name: `Bundle ${round}`, reviews, word, wordings: [null] };
    bundles.push(bundle);
    return await importing(stage, bundle, 1);
  },
};

export const WORKS: Work[] = [
  importNew,
  {
    name: 'an import of changed reviews',
    begin: async (stage, bundles, round, random) => {
      const bundle = bundles[Math.floor(random() * bundles.length)];
      return bundle
        ? await importing(stage, bundle, round + 1)
        : await importNew.begin(stage, bundles, round, random);
    },
  },
  {
    name: 'a reindex',
    begin: (stage) => Promise.resolve({ program: stage.run('reindex.command.js') }),
  },
  {
    name: 'searching',
    begin: (stage) => {
      const visiting = new AbortController();
      const visits = visit(stage, visiting.signal);
      const stop = async (): Promise<void> => {
        visiting.abort();
        await visits;
      };
      return Promise.resolve({ program: null, stop });
    },
  },
];

/** Asks for pages, one after the other. What comes back is looked at when all is over. */
async function visit(stage: Stage, signal: AbortSignal): Promise<void> {
  for (let turn = 0; !signal.aborted; turn += 1) {
    const path = ['/search?q=neglect', '/reviews', '/themes/neglect', '/api/v1/search?q=unseen'][turn % 4]!;
    const answer = await fetch(`${stage.address}${path}`, { signal }).catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    if (!answer) await new Promise((done) => setTimeout(done, 50));
  }
}
