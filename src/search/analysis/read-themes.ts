import { EVERYDAY } from '../tuning/stop-words.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { Term } from './terms.js';
import type { NameOfTheme, Thesaurus, ThesaurusTheme } from './thesaurus.js';
import { tellingWords, tokensOf, wordsOf } from './words.js';

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
  const candidates = new Set([...places.keys(), ...typed].flatMap((stem) => thesaurus.namesWith(stem)));
  const said = [...candidates].flatMap((name): Said[] => {
    if (!name.stems.every((stem) => places.has(stem) || typed.has(stem))) return [];
    const at = new Set(name.stems.flatMap((stem) => [...(places.get(stem) ?? [])]));
    return at.size > 0 ? [{ name, at }] : [];
  });
  const all = [...said, ...abbreviationsSaid(terms, thesaurus)];
  return all.filter(
    (one) =>
      !all.some(
        (other) =>
          // What a source calls a theme does not hide one that editors have placed.
          (other.name.theme.accepted || !one.name.theme.accepted) && isWithin(one, other),
      ),
  );
}

/** Does the other name say the same and more? */
export const isWithin = ({ at }: Said, other: Said): boolean =>
  other.at.size > at.size && [...at].every((place) => other.at.has(place));

/** The abbreviations among words, and where. */
export const abbreviationsSaid = (terms: Term[], thesaurus: Thesaurus): Said[] =>
  thesaurus.abbreviations.flatMap((name) => {
    const wanted = name.text.toLowerCase();
    const at = terms.findIndex(
      ({ word: { text, typed } }) =>
        (text === wanted || text === `${wanted}s`) &&
        (terms.length === 1 || !EVERYDAY.has(wanted) || typed === typed.toUpperCase()),
    );
    return at < 0 ? [] : [{ name, at: new Set([at]) }];
  });

/** The accepted themes with names that are nearest to all the words, by TF-IDF cosine. */
function themesNear(typed: Set<string>, thesaurus: Thesaurus): MatchedTheme[] {
  const length = Math.hypot(...[...typed].map((stem) => thesaurus.rarity(stem)));
  const shared = new Map<NameOfTheme, { much: number; words: number }>();
  for (const stem of typed) {
    const much = thesaurus.rarity(stem) ** 2;
    for (const name of thesaurus.namesWith(stem)) {
      if (!name.theme.accepted) continue;
      const known = shared.get(name);
      if (known) [known.much, known.words] = [known.much + much, known.words + 1];
      else shared.set(name, { much, words: 1 });
    }
  }
  const best = new Map<ThesaurusTheme, MatchedTheme>();
  const areKnown = [...typed].every((stem) => thesaurus.namesWith(stem).length > 0);
  const isTelling = ({ theme, words }: NameOfTheme): boolean =>
    areKnown &&
    thesaurus
      .namesWith(words.find((stem) => typed.has(stem))!)
      .every((other) => other.theme === theme || !other.theme.accepted);
  for (const [name, { much, words }] of shared) {
    const likeness = much / (length * name.length);
    const sureness = likeness ** 3;
    if (likeness < WEIGHTS.near || sureness <= (best.get(name.theme)?.sureness ?? 0)) continue;
    if (!name.small.every((stem) => typed.has(stem))) continue;
    // One word of it is no evidence of the theme, though it may have been meant.
    const weight = words === 1 ? 0 : Math.min(1, sureness);
    const isMeant = words > 1 || isTelling(name);
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
  for (const near of themesNear(typed, thesaurus).slice(0, WEIGHTS.nearest)) {
    const { theme, weight, sureness } = near;
    const known = found.get(theme);
    if (!known) found.set(theme, near);
    // What comes near as well says it the more.
    else if (sureness > known.sureness)
      found.set(theme, { ...known, weight: Math.max(known.weight, weight), sureness });
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(other.theme.accepted) - Number(one.theme.accepted) || other.sureness - one.sureness,
  );
}

const shownAs = ({
  theme,
  kind,
  text,
  short,
  words,
}: NameOfTheme): Pick<MatchedTheme, 'theme' | 'matched' | 'stems'> => ({
  theme,
  matched: kind === 'hidden' ? theme.label : text,
  // Letters stand for the theme's own name.
  stems: short ? wordsOf(theme.label).map(({ stem }) => stem) : words,
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

/** A full stop inside a word is none: "C.S.E." */
const SENTENCE_ENDS = /[,;:!?()\n]+|\.(?=\s|$)/;

/**
 * The accepted themes that texts name: with all the words of a name in one go, or by an abbreviation in capitals. Of names
 * that begin at the same word the longest counts: "parental alcohol misuse" is not "alcohol misuse".
 */
export function themesSaid(texts: string[], thesaurus: Thesaurus): Map<ThesaurusTheme, string> {
  const said = new Map<ThesaurusTheme, string>();
  for (const sentence of texts.flatMap((text) => text.split(SENTENCE_ENDS))) {
    const words = tellingWords(tokensOf(sentence));
    const isJoined = (at: number): boolean =>
      /\p{L}/u.test(sentence.slice(words[at]!.end, words[at + 1]!.start));
    for (let at = 0; at < words.length; at += 1) {
      const { stem: first, typed } = words[at]!;
      const name = (thesaurus.namesByStart.get(first) ?? []).find(
        ({ ordered, joined }) =>
          ordered.every((stem, further) => words[at + further]?.stem === stem) &&
          (ordered.length > 2 || joined === isJoined(at)),
      );
      const meant = name?.theme ?? thesaurus.shortNames.get(typed);
      if (meant && !said.has(meant)) said.set(meant, sentence);
      if (name) at += name.ordered.length - 1;
    }
  }
  return said;
}
