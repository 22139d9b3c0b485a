import { EVERYDAY } from '../tuning/words.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { Term } from './terms.js';
import type { NameOfTheme, Thesaurus, ThesaurusTheme } from './thesaurus.js';
import { wordsOf } from './words.js';

/** A theme that words name, or that has a name near to them. */
export interface MatchedTheme {
  theme: ThesaurusTheme;
  /** The name that was said or is nearest, as it may be shown: a hidden one stands in as the theme's own. */
  matched: string;
  /** The stems of that name. */
  stems: string[];
  /** How much it counts, 0 to 1. 0: it may have been meant, but nothing is found by it. */
  weight: number;
  /** How sure it is that the theme is meant, 0 to 1. */
  sureness: number;
  /** How much of the words the name covers, 0 to 1; 0 where it is only near. */
  coverage: number;
  /** Were all words of the name said? Otherwise it is only near. */
  said: boolean;
  /**
   * Whether the words may be taken to mean it: they say it in full, or several words of it, or one that no other theme has
   * among words that are all of themes ("puppy farm" means no slavery).
   */
  isMeant: boolean;
}

export interface Said {
  name: NameOfTheme;
  /** Which of the words say it. */
  at: Set<number>;
}

/**
 * The themes of which words say a name in full; what another name says better ("child abuse" in "child sexual abuse") is
 * left out. A name is evidence as a whole or not at all.
 * @param typed stems of all words, small ones too
 */
function namesSaid(terms: Term[], typed: Set<string>, thesaurus: Thesaurus): Said[] {
  const places = new Map<string, Set<number>>();
  terms.forEach(({ senses }, at) => {
    for (const stem of senses) places.set(stem, (places.get(stem) ?? new Set<number>()).add(at));
  });
  const candidates = new Set([...places.keys(), ...typed].flatMap((stem) => thesaurus.namesByRarest(stem)));
  const said = [...candidates].flatMap((name): Said[] => {
    if (!name.stems.every((stem) => places.has(stem) || typed.has(stem))) return [];
    const at = new Set(name.stems.flatMap((stem) => [...(places.get(stem) ?? [])]));
    return at.size > 0 ? [{ name, at }] : [];
  });
  const all = [...said, ...abbreviationsSaid(terms, thesaurus)];
  // What a source calls a theme does not hide one that editors have placed.
  const mayHide = (other: Said, one: Said): boolean => other.name.theme.accepted || !one.name.theme.accepted;
  return all.filter((one) => !all.some((other) => mayHide(other, one) && isWithin(one, other)));
}

/** Does the other name say the same? */
export const isCovered = ({ at }: Said, other: Said): boolean =>
  [...at].every((place) => other.at.has(place));

/** Does the other name say the same and more? */
export const isWithin = (one: Said, other: Said): boolean =>
  other.at.size > one.at.size && isCovered(one, other);

/** The abbreviations among words, and where: everyday words as well are meant in capitals or alone. */
export const abbreviationsSaid = (terms: Term[], thesaurus: Thesaurus): Said[] =>
  terms.flatMap(({ word: { text, typed } }, at) =>
    thesaurus
      .abbreviated(text)
      .filter((name) => terms.length === 1 || !isEveryday(name) || typed === typed.toUpperCase())
      .map((name) => ({ name, at: new Set([at]) })),
  );

/** Is the abbreviation a word as well? */
export const isEveryday = ({ text }: NameOfTheme): boolean => EVERYDAY.has(text.toLowerCase());

/** The accepted themes with names that are nearest to all the words, by TF-IDF cosine. */
function themesNear(terms: Term[], typed: Set<string>, thesaurus: Thesaurus): MatchedTheme[] {
  const length = Math.hypot(...[...typed].map((stem) => thesaurus.rarity(stem)));
  const best = new Map<ThesaurusTheme, MatchedTheme>();
  // "Does anybody know what happened" is the grammar of a question, and nobody's trauma.
  const telling = new Set(terms.flatMap(({ stems }) => stems));
  const areKnown = [...typed].every((stem) => thesaurus.namesWith(stem).length > 0);
  const isTelling = (stem: string, { theme }: NameOfTheme): boolean =>
    areKnown && thesaurus.namesWith(stem).every((other) => other.theme === theme || !other.theme.accepted);
  for (const name of new Set([...typed].flatMap((stem) => thesaurus.namesWith(stem)))) {
    const shared = name.words.filter((stem) => typed.has(stem));
    const much = shared.reduce((sum, stem) => sum + thesaurus.rarity(stem) ** 2, 0);
    const likeness = Math.round((much / (length * name.length)) * 1e6) / 1e6;
    const sureness = likeness ** 3;
    if (!name.theme.accepted || !name.small.every((stem) => typed.has(stem))) continue;
    if (likeness < WEIGHTS.near || sureness <= (best.get(name.theme)?.sureness ?? 0)) continue;
    // One word of it is no evidence of the theme, though it may have been meant; a number or what only joins is neither.
    const [first, ...more] = name.stems.filter((stem) => typed.has(stem) && !/^\d+$/.test(stem));
    if (first === undefined) continue;
    const weight = more.length === 0 ? 0 : Math.min(1, sureness);
    const isSaid = shared.length > 1 && shared.some((stem) => telling.has(stem));
    const isMeant = isSaid || isTelling(first, name);
    best.set(name.theme, { ...shownAs(name), weight, sureness, coverage: 0, said: false, isMeant });
  }
  return [...best.values()].sort((one, other) => other.sureness - one.sureness);
}

/** The themes that words name or come near to, the best first. */
export function readThemes(terms: Term[], typed: Set<string>, thesaurus: Thesaurus): MatchedTheme[] {
  const found = new Map<ThesaurusTheme, MatchedTheme>();
  const coverageOf = coverages(terms, thesaurus);
  for (const { name, at } of namesSaid(terms, typed, thesaurus)) {
    const coverage = coverageOf(at);
    const sureness = coverage ** WEIGHTS.sureness;
    if (sureness <= (found.get(name.theme)?.sureness ?? 0)) continue;
    const weight = WEIGHTS.named + (1 - WEIGHTS.named) * coverage;
    found.set(name.theme, { ...shownAs(name), weight, sureness, coverage, said: true, isMeant: true });
  }
  for (const near of themesNear(terms, typed, thesaurus).slice(0, WEIGHTS.nearest)) {
    const { theme, weight, sureness } = near;
    const known = found.get(theme);
    if (!known) found.set(theme, near);
    // What comes near as well says it the more.
    else if (sureness > known.sureness)
      found.set(theme, { ...known, weight: Math.max(known.weight, weight), sureness });
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(other.theme.accepted) - Number(one.theme.accepted) ||
      other.sureness - one.sureness ||
      other.stems.length - one.stems.length,
  );
}

const shownAs = (name: NameOfTheme): Pick<MatchedTheme, 'theme' | 'matched' | 'stems'> => ({
  theme: name.theme,
  matched: name.kind === 'hidden' ? name.theme.label : name.text,
  // Letters stand for the theme's own name.
  stems: name.short ? wordsOf(name.theme.label).map(({ stem }) => stem) : name.words,
});

/**
 * The themes that the words are taken to name: those of which they say a name, and before them one that they only come near to,
 * where that is surer.
 * @param themes the best first
 */
export function themesMeant(themes: MatchedTheme[]): MatchedTheme[] {
  const first = themes.find(({ isMeant }) => isMeant);
  return themes.filter((match) => match.said || match === first);
}

/** How much of the meaning of the words stands at some of their places. */
export function coverages(terms: Term[], thesaurus: Thesaurus): (at: Iterable<number>) => number {
  const weights = terms.map(({ senses }) => Math.max(...senses.map((stem) => thesaurus.rarity(stem))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return (at) => (whole === 0 ? 0 : [...at].reduce((sum, place) => sum + weights[place]!, 0) / whole);
}
