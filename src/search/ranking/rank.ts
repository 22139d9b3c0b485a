import { isOfOthers, type Whom } from '../analysis/ages.js';
import type { Term } from '../analysis/terms.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { Explanation, RankReason } from '../search.model.js';
import { firstOf } from './first-of.js';
import type { IndexedRecord, LibraryIndex } from './library-index.js';

/** A record that has to do with what was asked. */
export interface Ranked {
  record: IndexedRecord;
  score: number;
}

/** How each record of a library answers a question, by place. */
interface Answer {
  score: Float64Array;
  /** Whether it says a word that is evidence. */
  says: Uint8Array;
  /** How many of the words it says. */
  words: Uint8Array;
  /** How much of what was asked it answers, 0 to 1 and more: the rarities of the words it says, and the weights of themes. */
  share: Float64Array;
  /** Whether it carries a theme that was asked for. */
  carries: Uint8Array;
}

/**
 * Ranks the whole library by what it says and carries, and ends where the evidence ends: words of which rare ones count for
 * more than common ones (BM25 over all fields alike), one weight for a theme that is carried, softened by how alike the
 * record's own phrase and the name that was asked for are, and the record's own name.
 */
export function rank(asked: Understanding, index: LibraryIndex): Ranked[] {
  const answer = answerOf(asked, index);
  const stems = stemsOf(asked);
  const named = index.named(stems);
  const places: number[] = [];
  const saysAll = (place: number): boolean => answer.words[place]! >= asked.terms.length;
  // What a review says comes before what its themes are also called, unless all of it are words that many say.
  const all = Math.min(WEIGHTS.saysAll, Math.max(...asked.terms.map(({ stems }) => index.rarity(stems))));
  let best = 0;
  // Who asks for somebody's review by its name wants that one, and what mentions it.
  let isNamed = false;
  for (let place = 0; place < answer.score.length; place += 1) {
    const record = index.all[place];
    if (!record || !isEvidence(place, answer)) continue;
    const name = named.has(place) && record.kind !== 'theme' ? nameShare(record, asked) : 0;
    const factor = factors(record, asked.whom);
    if (asked.terms.length > 1 && saysAll(place)) answer.score[place]! += all;
    const evidence = answer.score[place]! * factor;
    if (record.kind !== 'theme' && evidence > best) best = evidence;
    answer.score[place] = evidence + WEIGHTS.name * name * factor + newer(record);
    if (name === 1) {
      isNamed = true;
      answer.words[place] = asked.terms.length;
    }
    places.push(place);
  }
  const isNear = (place: number): boolean => answer.score[place]! >= best * WEIGHTS.end;
  // Of two words the one that tells less is not what was asked for.
  const enough = asked.terms.length === 2 ? WEIGHTS.enoughOfTwo : WEIGHTS.enough;
  const byScore = (one: number, other: number): number =>
    answer.score[other]! - answer.score[one]! || byDate(index.all[one]!, index.all[other]!);
  const always = new Set(isNamed ? [] : firstOf(places, WEIGHTS.alwaysShown, byScore));
  const isEnough = (place: number): boolean =>
    saysAll(place) || (isNamed ? isEnoughCarried(index.all[place]!, asked) : answer.share[place]! >= enough);
  return places
    .filter((place) => always.has(place) || (isNear(place) && isEnough(place)))
    .sort(byScore)
    .map((place) => ({ record: index.all[place]!, score: answer.score[place]! }));
}

const isEnoughCarried = (record: IndexedRecord, asked: Understanding): boolean =>
  carriedOf(record, asked).some(({ coverage }) => coverage >= WEIGHTS.enough);

/** The themes that the words name or come near to, and that a record carries, the weightiest first. */
export const carriedOf = ({ themes }: IndexedRecord, asked: Understanding): MatchedTheme[] =>
  evident(asked).filter(({ theme }) => themes.includes(theme.slug));

/** The themes of a question that are evidence where they are carried. */
const evident = ({ themes }: Understanding): MatchedTheme[] => themes.filter(({ weight }) => weight > 0);

/** Without words: everything, the newest first. */
export const newestFirst = (index: LibraryIndex): Ranked[] =>
  index.newestFirst().map((record) => ({ record, score: 0 }));

/** Why records rank where they do, by their ids. */
export function explain(
  ranked: readonly Ranked[],
  asked: Understanding,
  index: LibraryIndex,
): Map<string, Explanation> {
  const why = new Map(ranked.map(({ record, score }) => [record.id, { score, reasons: [] as RankReason[] }]));
  answerOf(asked, index, (place, reason) => why.get(index.all[place]!.id)?.reasons.push(reason));
  for (const place of index.named(stemsOf(asked))) {
    const record = index.all[place]!;
    why.get(record.id)?.reasons.push({ because: 'name', score: WEIGHTS.name * nameShare(record, asked) });
  }
  return why;
}

const stemsOf = ({ terms }: Understanding): Set<string> => new Set(terms.flatMap(({ stems }) => stems));

const saturated = (weight: number): number =>
  (weight * (WEIGHTS.saturation + 1)) / (WEIGHTS.saturation + weight);

function answerOf(
  asked: Understanding,
  index: LibraryIndex,
  note?: (place: number, reason: RankReason) => void,
): Answer {
  const { terms } = asked;
  const size = index.all.length;
  const score = new Float64Array(size);
  const says = new Uint8Array(size);
  const words = new Uint8Array(size);
  const share = new Float64Array(size);
  const whole = terms.reduce((sum, { stems }) => sum + index.rarity(stems), 0);
  for (const term of terms) {
    const { text, stems, form } = term;
    const rarity = index.rarity(stems);
    const isNumber = /^\d+$/.test(text);
    const exact = exactly(stems, form, index);
    forEachMeaning(term, index, (place, weight) => {
      const very = exact === null ? weight : Math.min(weight, exact(place, weight));
      const much =
        rarity * (WEIGHTS.otherForm * saturated(weight) + (1 - WEIGHTS.otherForm) * saturated(very));
      score[place]! += much;
      note?.(place, { because: `word: ${text}`, score: much });
      share[place]! += much / whole;
      // A number says nothing by itself: eleven years, eleven reviews, the eleventh of May.
      if (!isNumber) says[place] = 1;
      words[place]! += 1;
    });
  }
  const carries = new Uint8Array(size);
  for (const match of evident(asked)) {
    const wanted = new Set(match.stems);
    const alikes = new Map<readonly string[], number>();
    const likenessOf = (phrase: readonly string[]): number => {
      const known = alikes.get(phrase) ?? likeness(phrase, wanted);
      alikes.set(phrase, known);
      return known;
    };
    for (const [place, phrases] of index.carrying(match.theme.slug)) {
      let alike = 0;
      for (const phrase of phrases) alike = Math.max(alike, likenessOf(phrase));
      const much =
        WEIGHTS.theme *
        match.weight *
        (WEIGHTS.whateverItIsCalled + (1 - WEIGHTS.whateverItIsCalled) * alike);
      score[place]! += much;
      share[place]! += match.said ? match.coverage : match.weight;
      carries[place] = 1;
      note?.(place, { because: `theme: ${match.theme.label}`, score: much });
    }
  }
  return { score, says, words, share, carries };
}

/** Calls for each record that says a word, all of what it stands for, or less surely what may have been meant by it. */
function forEachMeaning(
  { stems, inFull, rather }: Term,
  index: LibraryIndex,
  call: (place: number, weight: number) => void,
): void {
  if (!inFull && !rather) return index.forEachSaying(stems, call);
  const meaning = new Map<number, number>();
  const note = (place: number, weight: number): void =>
    void meaning.set(place, Math.max(weight, meaning.get(place) ?? 0));
  index.forEachSaying(stems, note);
  if (rather) {
    const surely = index.rarity([rather]) / index.rarity(stems);
    index.forEachSaying([rather], (place, weight) => note(place, weight * surely));
  }
  // Words that stand apart are not what it stands for: only of what carries its theme are they its evidence.
  const each = new Map<number, number[]>();
  if (inFull) for (const place of index.carrying(inFull.theme).keys()) each.set(place, []);
  for (const stem of inFull?.stems ?? [])
    index.forEachSaying([stem], (place, weight) => void each.get(place)?.push(weight));
  for (const [place, weights] of each)
    if (weights.length === inFull!.stems.length) note(place, Math.min(...weights));
  for (const [place, weight] of meaning) call(place, weight);
}

/** How much of what a record says of a stem is the very word; null where no other word has the stem. */
function exactly(
  stems: readonly string[],
  form: string | null,
  index: LibraryIndex,
): ((place: number, weight: number) => number) | null {
  const others = form === null ? stems.flatMap((stem) => index.forms.get(stem) ?? []) : [];
  if (form === null && others.length === 0) return null;
  const weights = new Map<number, number>();
  for (const one of form === null ? others : [form])
    index.forEachSaying(
      [one],
      (place, weight) => void weights.set(place, (weights.get(place) ?? 0) + weight),
    );
  return form === null
    ? (place, weight) => Math.max(0, weight - (weights.get(place) ?? 0))
    : (place) => weights.get(place) ?? 0;
}

/** How alike a phrase and a name are, by the words they share (Dice). */
function likeness(phrase: readonly string[], name: ReadonlySet<string>): number {
  if (phrase.length === 0 || name.size === 0) return 0;
  let shared = 0;
  for (const stem of phrase) if (name.has(stem)) shared += 1;
  return (2 * shared) / (phrase.length + name.size);
}

/** Themes are no results of words that do not name them; a number alone finds nothing. */
const isEvidence = (place: number, { says, carries }: Answer): boolean =>
  says[place]! > 0 || carries[place]! > 0;

const factors = ({ kind, about }: IndexedRecord, whom: Whom | null): number =>
  WEIGHTS.kinds[kind] * (isOfOthers(about, whom) ? 1 - WEIGHTS.otherAge : 1);

const newer = ({ date }: IndexedRecord): number =>
  WEIGHTS.year * ((Math.floor(date / 10_000) || WEIGHTS.middleYear) - WEIGHTS.middleYear);

const byDate = (one: IndexedRecord, other: IndexedRecord): number =>
  other.date - one.date || (one.id < other.id ? -1 : 1);

/** 1 when the query is the record's name and nothing else; less, the more else was asked for. */
const nameShare = ({ name }: IndexedRecord, { terms }: Understanding): number =>
  Math.min(1, name.length / terms.length);
