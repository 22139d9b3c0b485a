import { built } from '../support/built.ts';
import { fromProject, readJson, readLines } from './files.ts';
import { readThemes, withNames, type ThemeRecord } from './thesaurus.ts';

interface FirstThesaurus {
  themes: { label: string; names: string[]; abbreviations: string[] }[];
}

/** The first thesaurus, a name that two themes had kept with the first of them. */
export async function firstThesaurus(): Promise<ThemeRecord[]> {
  const { themes } = await readJson<FirstThesaurus>(fromProject('test/relevance/first-thesaurus.json'));
  const today = new Map((await readThemes()).map((theme) => [theme.label, theme]));
  const labels = new Set(themes.map(({ label }) => label));
  const taken = new Set([...labels].map((label) => label.toLowerCase()));
  const free = (names: string[]): string[] =>
    names.filter((name) => !taken.has(name.toLowerCase()) && taken.add(name.toLowerCase()));
  return themes.map(({ label, names, abbreviations }) => {
    const broader = today.get(label)?.broader;
    return {
      ...{ kind: 'theme', label, altLabels: free(names), hiddenLabels: [], related: [] },
      abbreviations: free(abbreviations),
      ...(broader && labels.has(broader) && { broader }),
    };
  });
}

/** Today's thesaurus without the names that are word for word a phrase of the judged collection. */
export async function unlearned(collection: string): Promise<{ themes: ThemeRecord[]; taken: number }> {
  const { normaliseLabel } = await built<typeof import('../../src/platform/text/normalise-label.ts')>(
    'platform/text/normalise-label.js',
  );
  const records = await readLines<{ learning?: { theme: string }[]; keywords?: string[] }>(collection);
  const phrases = new Set(
    records
      .flatMap(({ learning = [], keywords = [] }) => [...learning.map(({ theme }) => theme), ...keywords])
      .map(normaliseLabel),
  );
  const all = await readThemes();
  const themes = withNames(all, (name) => !phrases.has(normaliseLabel(name)));
  return { themes, taken: countNames(all) - countNames(themes) };
}

export const countNames = (themes: ThemeRecord[]): number =>
  themes.reduce(
    (sum, { altLabels, hiddenLabels, abbreviations }) =>
      sum + 1 + altLabels.length + hiddenLabels.length + abbreviations.length,
    0,
  );
