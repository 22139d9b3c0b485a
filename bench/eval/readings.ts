/**
 * Lists how the phrases by which records call themes are read: under which accepted themes, by which name, and which are
 * read as nothing. Read it by eye after a change of the thesaurus or of the reading of phrases.
 */
import { built } from '../support/built.ts';
import { fromProject, readLines } from './files.ts';
import { asSearchReads, readThemes } from './thesaurus.ts';

interface Calling {
  learning?: { theme: string }[];
  recommendations?: { themes?: string[] }[];
}

const COLLECTIONS = ['fixtures/catalogue/reviews.jsonl', 'test/relevance/collection.jsonl'];

export async function listReadings(): Promise<void> {
  const { Thesaurus } = await built<typeof import('../../src/search/analysis/thesaurus.ts')>(
    'search/analysis/thesaurus.js',
  );
  const { readPhrase } = await built<typeof import('../../src/search/analysis/read-texts.ts')>(
    'search/analysis/read-texts.js',
  );
  const { normaliseLabel } = await built<typeof import('../../src/platform/text/normalise-label.ts')>(
    'platform/text/normalise-label.js',
  );
  const thesaurus = new Thesaurus(asSearchReads(await readThemes()));
  const named = new Set(thesaurus.names.map(({ text }) => normaliseLabel(text)));
  const called = new Map<string, string>();
  for (const file of COLLECTIONS)
    for (const { learning = [], recommendations = [] } of await readLines<Calling>(fromProject(file)))
      for (const phrase of [
        ...learning.map(({ theme }) => theme),
        ...recommendations.flatMap((one) => one.themes ?? []),
      ])
        if (!named.has(normaliseLabel(phrase))) called.set(normaliseLabel(phrase), phrase);
  const phrases = [...called.values()].sort((one, other) => one.localeCompare(other, 'en-GB'));
  let read = 0;
  const nothing: string[] = [];
  for (const phrase of phrases) {
    const readings = readPhrase(phrase, thesaurus);
    if (readings.size === 0) nothing.push(phrase);
    else {
      read += 1;
      console.log(
        `${phrase}\n${[...readings].map(([theme, name]) => `    ${theme.label} (“${name}”)`).join('\n')}`,
      );
    }
  }
  console.log(`\nRead as nothing:\n${nothing.map((phrase) => `  ${phrase}`).join('\n')}`);
  console.log(
    `\n${phrases.length} phrases that are no name of a theme: ${read} read, ${nothing.length} as nothing`,
  );
}
