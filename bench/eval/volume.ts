import { readFile } from 'node:fs/promises';
import { MessyReviews } from '../support/messy.ts';
import { referenceOf, type Reference } from './reference.ts';
import { readThemes } from './thesaurus.ts';
import { startVolume } from './volume-library.ts';

interface Item {
  snippet: string;
  because: string | null;
  review: { reference: string | null } | null;
  parts: { snippet: string }[];
  pages: { snippet: string }[];
}

interface Asked {
  q: string;
  /** The same spelt right. */
  meant: string;
}

interface Answer extends Asked {
  items: Item[];
  milliseconds: number;
}

const [NEEDLES, MISSPELT, LEAST_AGREEMENT] = [40, 10, 0.95];

/** Checks fifty searches on many made-up reviews. @returns whether all checks hold */
export async function checkVolume(reviews: number): Promise<boolean> {
  const messy = new MessyReviews(await readThemes(), NEEDLES);
  const asked: Asked[] = [
    ...messy.needles.map(({ text }) => ({ q: text, meant: text })),
    ...messy.needles.slice(0, MISSPELT).map(({ text }) => {
      const [first, last] = text.split(' ') as [string, string];
      return { q: `${first} ${messy.slip(last)}`, meant: text };
    }),
  ];
  const library = await startVolume(messy, reviews);
  try {
    const { application, source } = library;
    const answers: Answer[] = [];
    for (const one of asked) await ask(application.url, one);
    for (const one of asked) answers.push(await ask(application.url, one));
    const memory = application.pid === undefined ? null : await residentMegabytes(application.pid);
    const times = answers.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
    console.log(
      `${reviews} reviews, ${answers.length} queries: p50 ${times[times.length >> 1]!.toFixed(0)} ms; the application holds ${memory ?? '?'} MB`,
    );
    return check(answers, await referenceOf(source));
  } finally {
    await library.stop();
  }
}

async function ask(url: string, asked: Asked): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(`${url}/api/v1/search?q=${encodeURIComponent(asked.q)}&limit=50`);
  const { items } = (await response.json()) as { items: Item[] };
  return { ...asked, items, milliseconds: performance.now() - start };
}

const referencesOf = ({ items }: Answer): string[] => [
  ...new Set(items.map(({ review }) => review?.reference).filter((one) => typeof one === 'string')),
];

function check(answers: Answer[], reference: Reference): boolean {
  const behind = answers.flatMap((answer) => {
    const saying = reference.saying(answer.meant);
    const first = referencesOf(answer).slice(0, Math.min(10, saying.size));
    const others = first.filter((one) => !saying.has(one)).length + Math.min(10, saying.size) - first.length;
    return others > 0 ? [`“${answer.q}” ${others} of ${first.length} (${saying.size} say it)`] : [];
  });
  const share = (ten: (answer: Answer) => string[]): number => {
    const shares = answers.map((answer) => {
      const wanted = ten(answer);
      const given = new Set(referencesOf(answer).slice(0, 10));
      return wanted.length === 0 ? 1 : wanted.filter((one) => given.has(one)).length / wanted.length;
    });
    return shares.reduce((sum, one) => sum + one, 0) / shares.length;
  };
  const agreement = share(({ q }) => reference.firstTen(q));
  const plain = share(({ meant }) => reference.plainTen(meant));
  const isReasoned = ({ snippet, because, parts, pages }: Item): boolean =>
    because !== null ||
    [snippet, ...[...parts, ...pages].map((one) => one.snippet)].some((one) => one.includes('<mark>'));
  const unreasoned = answers.flatMap(({ q, items }) =>
    items.filter((item) => !isReasoned(item)).map((item) => `“${q}” ${item.review?.reference ?? 'a record'}`),
  );
  const say = (holds: boolean, what: string, which: string[] = []): boolean => {
    console.log(`${holds ? 'holds' : 'FAILS'}: ${what}`);
    for (const one of which.slice(0, 12)) console.log(`    ${one}`);
    return holds;
  };
  return [
    say(
      behind.length === 0,
      `what says the words comes before what only carries a theme with that name (${behind.length} of ${answers.length} queries do otherwise)`,
      behind,
    ),
    say(
      agreement >= LEAST_AGREEMENT,
      `the first ten are those of the whole library ranked anew: ${(100 * agreement).toFixed(1)} % (of plain BM25 ${(100 * plain).toFixed(1)} %)`,
    ),
    say(
      unreasoned.length === 0,
      `each result says why it is there (${unreasoned.length} do not)`,
      unreasoned,
    ),
  ].every(Boolean);
}

async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
