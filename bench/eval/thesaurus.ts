import type { ThesaurusTheme } from '../../src/search/analysis/thesaurus.ts';
import { fromProject, readJson } from './files.ts';

/** A theme as it stands in a bundle. */
export interface ThemeRecord {
  kind: 'theme';
  label: string;
  altLabels: string[];
  hiddenLabels: string[];
  abbreviations: string[];
  broader?: string;
  related: string[];
  definition?: string;
}

export const readThemes = (): Promise<ThemeRecord[]> => readJson(fromProject('fixtures/themes.json'));

/** The themes of a bundle as the search reads them. */
export const asSearchReads = (themes: ThemeRecord[]): ThesaurusTheme[] =>
  themes.map(({ label, altLabels, hiddenLabels, abbreviations, broader, definition }) => ({
    ...{ id: label, slug: label, label, accepted: true, hasGuidance: false },
    ...{ definition: definition ?? null, broaderId: broader ?? null },
    labels: [
      { text: label, kind: 'preferred' },
      ...altLabels.map((text) => ({ text, kind: 'alternative' as const })),
      ...hiddenLabels.map((text) => ({ text, kind: 'hidden' as const })),
      ...abbreviations.map((text) => ({ text, kind: 'abbreviation' as const })),
    ],
  }));

/** The themes with only those of their names that are to be kept; a label always is. */
export const withNames = (
  themes: ThemeRecord[],
  isKept: (name: string, label: string) => boolean,
): ThemeRecord[] =>
  themes.map((theme) => {
    const kept = (names: string[]): string[] => names.filter((name) => isKept(name, theme.label));
    return {
      ...theme,
      altLabels: kept(theme.altLabels),
      hiddenLabels: kept(theme.hiddenLabels),
      abbreviations: kept(theme.abbreviations),
    };
  });
