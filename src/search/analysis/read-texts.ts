import { WEIGHTS } from '../tuning/weights.js';
import { abbreviationsSaid, coverages, isCovered, isEveryday, isWithin, type Said } from './read-themes.js';
import { readTerms } from './terms.js';
import type { NameOfTheme, Thesaurus, ThesaurusTheme } from './thesaurus.js';
import { gapsIn, tellingWords, tokensOf, type Gap } from './words.js';

/** A phrase calls something by a name, in its own order and by wider words; a text (“nothing works”) may just have the words. */
type Kind = 'phrase' | 'text';

/**
 * The accepted themes that a record's own phrase for a theme names in full, where the name covers enough of the phrase:
 * nothing is read from single words of a name, nor from what is only near.
 * @returns by which of its names each
 */
export const readPhrase = (phrase: string, thesaurus: Thesaurus): Map<ThesaurusTheme, string> =>
  new Map(
    sentencesOf(phrase)
      .flatMap((sentence) => saidIn(sentence, 'phrase', thesaurus))
      .map(({ name: { theme, text } }) => [theme, text]),
  );

/**
 * The accepted themes that texts name: with several words, or by an abbreviation as it is written.
 * @returns in which sentence each
 */
export function themesSaid(texts: string[], thesaurus: Thesaurus): Map<ThesaurusTheme, string> {
  const found = new Map<ThesaurusTheme, string>();
  for (const sentence of texts.flatMap(sentencesOf))
    for (const { name } of saidIn(sentence, 'text', thesaurus))
      if (!found.has(name.theme)) found.set(name.theme, sentence);
  return found;
}

/** A full stop inside a word is none: "C.S.E." */
const sentencesOf = (text: string): string[] => text.split(/[;:!?()\n]+|\.(?=\s|$)/);

/**
 * The names of accepted themes that a sentence says in one go. What another name says better is left out ("alcohol misuse" in
 * "parental alcohol misuse"), and what names two themes tells neither.
 */
function saidIn(sentence: string, kind: Kind, thesaurus: Thesaurus): Said[] {
  const words = tellingWords(tokensOf(sentence));
  const terms = readTerms(words, thesaurus, null);
  const gaps = gapsIn(sentence, words);
  const counts = ({ name, at }: Said): boolean => {
    if (kind === 'phrase') return coverages(terms, thesaurus)(at) >= WEIGHTS.coversPhrase;
    return name.short
      ? !isEveryday(name) && [...at].some((place) => words[place]!.typed === name.text)
      : name.stems.length > 1;
  };
  const spoken = terms.map(({ stems, senses }) => (kind === 'phrase' ? senses : stems));
  const candidates = new Set(spoken.flat().flatMap((stem) => thesaurus.namesByRarest(stem)));
  const placed = [...candidates].flatMap((name) =>
    placesOf(name, spoken)
      .filter((places) => isSaidSo(name, places, spoken, gaps, kind))
      .map((places) => ({ name, at: new Set(places) })),
  );
  const said = [...placed, ...abbreviationsSaid(terms, thesaurus)].filter(
    (one) => one.name.theme.accepted && counts(one),
  );
  return said.filter((one) => !said.some((other) => isWithin(one, other) || isRival(one, other, thesaurus)));
}

/** Two themes of which neither is part of the other, named by the same words. */
function isRival(one: Said, other: Said, thesaurus: Thesaurus): boolean {
  const [theme, rival] = [one.name.theme, other.name.theme];
  if (theme === rival || !isCovered(one, other) || !isCovered(other, one)) return false;
  return !thesaurus.broaderThan(theme.id).includes(rival) && !thesaurus.broaderThan(rival.id).includes(theme);
}

/** Where a sentence has all the words of a name, and no others between them: from the first to the last. */
function placesOf(name: NameOfTheme, words: string[][]): number[][] {
  const needed = new Set(name.stems);
  return words.flatMap((_, start) => {
    const covered = new Set<string>();
    const places: number[] = [];
    for (let at = start; covered.size < needed.size && at < words.length; at += 1) {
      const own = words[at]!.filter((stem) => needed.has(stem));
      if (own.length === 0) break;
      for (const stem of own) covered.add(stem);
      places.push(at);
    }
    return covered.size === needed.size ? [places] : [];
  });
}

/**
 * Are the words put as in the name? A compound and its paraphrase turn round: "home care" is "care at home" and not "care
 * home". A single word has to stand alone: "police" is not what "police custody" is about.
 */
function isSaidSo(name: NameOfTheme, places: number[], words: string[][], gaps: Gap[], kind: Kind): boolean {
  const [first, last] = [places[0]!, places.at(-1)!];
  if (name.stems.length === 1) return [gaps[first - 1], gaps[last]].every((gap) => !gap || gap === 'and');
  const here = gaps.slice(first, last);
  const isSameOrder =
    places.length === name.ordered.length &&
    name.ordered.every((stem, at) => words[first + at]!.includes(stem));
  if (kind === 'text' && !isSameOrder) return false;
  if (name.gaps.includes('and')) return true;
  if (here.includes('and')) return kind === 'phrase';
  const [isJoined, isJoinedHere] = [name.gaps, here].map((some) => some.includes('joined'));
  if (places.length === 2 && name.ordered.length === 2) return isSameOrder === (isJoined === isJoinedHere);
  return isSameOrder || isJoined! || isJoinedHere! || places.length !== name.ordered.length;
}
