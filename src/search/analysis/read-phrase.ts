import { WEIGHTS } from '../tuning/weights.js';
import { abbreviationsSaid, coverages, isWithin, type Said } from './read-themes.js';
import { readTerms, type Term } from './terms.js';
import type { NameOfTheme, Thesaurus, ThesaurusTheme } from './thesaurus.js';
import { tellingWords, tokensOf } from './words.js';

/** What a record's phrase is read as, and by which name. */
export interface ReadPhrase {
  theme: ThesaurusTheme;
  name: string;
}

/** How a word follows the one before it: at once, after words that join ("care at home"), after "and", or after a stop. */
type Gap = 'at once' | 'joined' | 'and' | 'stop';

const gapIn = (between: string): Gap =>
  /[;:()!?\n]|\.(?=\s|$)/.test(between)
    ? 'stop'
    : /[,/&]|\b(?:and|or)\b/i.test(between)
      ? 'and'
      : /\p{L}/u.test(between)
        ? 'joined'
        : 'at once';

/** The gaps before each telling word of a text, the first of which stands after a stop. */
function gapsIn(text: string): Gap[] {
  const told = tellingWords(tokensOf(text));
  return told.map(({ start }, at) => (at === 0 ? 'stop' : gapIn(text.slice(told[at - 1]!.end, start))));
}

const placed = new WeakMap<Thesaurus, Map<string, ReadPhrase[]>>();

/**
 * The accepted themes that a record's own phrase for a theme names in full, in one go, where the name covers enough of the
 * phrase: nothing is read from single words of a name, nor from what is only near. What names two themes tells neither.
 */
export function readPhrase(phrase: string, thesaurus: Thesaurus): ReadPhrase[] {
  const known = placed.get(thesaurus) ?? new Map<string, ReadPhrase[]>();
  placed.set(thesaurus, known);
  const before = known.get(phrase);
  if (before) return before;
  const terms = readTerms(tellingWords(tokensOf(phrase)), thesaurus, null);
  const gaps = gapsIn(phrase);
  const coverageOf = coverages(terms, thesaurus);
  const candidates = new Set(
    terms.flatMap(({ senses }) => senses.flatMap((stem) => thesaurus.namesWith(stem))),
  );
  const said = [
    ...[...candidates].flatMap((name) => placesOf(name, terms, gaps).map((at) => ({ name, at }))),
    ...abbreviationsSaid(terms, thesaurus),
  ].filter(({ name: { theme }, at }) => theme.accepted && coverageOf(at) >= WEIGHTS.coversPhrase);
  const clear = said.filter(
    (one) => !said.some((other) => isWithin(one, other) || isRival(one, other, thesaurus)),
  );
  const read = [
    ...new Map(clear.map(({ name: { theme, text } }) => [theme, { theme, name: text }])).values(),
  ];
  known.set(phrase, read);
  return read;
}

/** Two themes of which neither is part of the other, named by the same words. */
function isRival(one: Said, other: Said, thesaurus: Thesaurus): boolean {
  const [theme, rival] = [one.name.theme, other.name.theme];
  if (theme === rival || one.at.size !== other.at.size) return false;
  if (![...one.at].every((place) => other.at.has(place))) return false;
  return !thesaurus.broaderThan(theme.id).includes(rival) && !thesaurus.broaderThan(rival.id).includes(theme);
}

/** Where a phrase has all the words of a name, and no others between them. */
function placesOf(name: NameOfTheme, terms: Term[], gaps: Gap[]): Set<number>[] {
  const needed = new Set(name.stems);
  const found: Set<number>[] = [];
  for (let start = 0; start < terms.length; start += 1) {
    const covered = new Set<string>();
    for (let at = start; at < terms.length && (at === start || gaps[at] !== 'stop'); at += 1) {
      const own = terms[at]!.senses.filter((stem) => needed.has(stem));
      if (own.length === 0) break;
      for (const stem of own) covered.add(stem);
      if (covered.size < needed.size) continue;
      // "Step father": both are the one word of the name.
      const isInTwo =
        needed.size === 1 && gaps[at + 1] === 'at once' && terms[at + 1]!.senses.includes(own[0]!);
      if (isInTwo && at === start) continue;
      const places = Array.from({ length: at - start + 1 }, (_, further) => start + further);
      if (isSaidSo(name, places, terms, gaps)) found.push(new Set(places));
      break;
    }
  }
  return found;
}

/**
 * Are the words put as in the name? A compound and its paraphrase turn round: "home care" is "care at home" and not "care
 * home". A single word has to stand alone: "police" is not what "police custody" is about.
 */
function isSaidSo(name: NameOfTheme, places: number[], terms: Term[], gaps: Gap[]): boolean {
  const isEnd = (gap: Gap | undefined): boolean => gap === undefined || gap === 'stop' || gap === 'and';
  if (places.length === 1) return isEnd(gaps[places[0]!]) && isEnd(gaps[places[0]! + 1]);
  const ownGaps = gapsIn(name.text).slice(1);
  const here = places.slice(1).map((place) => gaps[place]!);
  if ([...ownGaps, ...here].includes('and')) return true;
  const isJoinedHere = here.includes('joined');
  const isSameOrder = places.every((place, at) => terms[place]!.senses.includes(name.ordered[at] ?? ''));
  if (places.length === 2 && name.ordered.length === 2) return isSameOrder === (name.joined === isJoinedHere);
  return isSameOrder || name.joined || isJoinedHere || places.length !== name.ordered.length;
}
