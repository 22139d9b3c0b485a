import { isOfOthers, type Whom } from '../analysis/ages.js';
import type { Term } from '../analysis/terms.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import { WEIGHTS } from '../tuning/weights.js';
import type { Explanation, RankReason } from '../api/search-answer.model.js';
import type { IndexedRecord, LibraryIndex } from './library-index.js';
import { PlaceList } from './place-list.js';

/** Records that have to do with what was asked, by place, in no order; and the score of each place of the library. */
export interface Ranking {
  places: Int32Array;
  score: Float64Array;
}

/** How each record of a library answers a question, by place. */
interface Answer {
  score: Float64Array;
  /** Whether it says a word that is evidence, or carries a theme that was asked for. */
  isEvidence: Uint8Array;
  /** How many of the words it says. */
  words: Uint8Array;
  /** How much of what was asked it answers, 0 to 1 and more: the rarities of the words it says, and the weights of themes. */
  share: Float64Array;
}

/**
 * Ranks the whole library by what it says and carries, and ends where the evidence ends: words, rare ones for more than common
 * ones (BM25 over all fields alike), one weight for a theme that is carried, and the record's own name.
 */
export function rank(asked: Understanding, index: LibraryIndex): Ranking {
  const answer = answerOf(asked, index);
  const { score, isEvidence, words, share } = answer;
  const { groups, group } = index.columns;
  const { length } = asked.terms;
  const factors = Float64Array.from(groups, (one) => factorOf(one, asked.whom));
  const { places, best } = evidenceIn(answer, asked, factors, index);
  // Who asks for somebody's review by its name wants that one, and what mentions it.
  let isNamed = false;
  for (const place of index.named(stemsOf(asked))) {
    if (isEvidence[place] === 0 || groups[group[place]!]!.kind === 'theme') continue;
    const name = nameShare(index.all[place]!, asked);
    score[place]! += WEIGHTS.name * name * factors[group[place]!]!;
    if (name === 1) words[place] = length;
    isNamed ||= name === 1;
  }
  // Of two words the one that tells less is not what was asked for, and nor is a part of a name that nobody carries.
  const isNobodys = evident(asked).some(
    ({ theme, coverage }) =>
      coverage === 1 &&
      index
        .carrying(theme.slug)
        .filled()
        .every((place) => index.all[place]!.kind === 'theme'),
  );
  const enough = isNobodys ? Infinity : length === 2 ? WEIGHTS.enoughOfTwo : WEIGHTS.enough;
  if (isNamed)
    for (const place of places)
      share[place] = Math.max(0, ...carriedOf(index.all[place]!, asked).map(({ coverage }) => coverage));
  const first = isNamed ? [] : bestOf({ places, score }, WEIGHTS.alwaysShown, index);
  for (const place of first) share[place] = Infinity;
  return { places: shownOf(places, answer, { least: best * WEIGHTS.end, length, enough }), score };
}

// What goes through many places of a large library stands by itself, so that it is compiled for that alone.

/** The places with evidence, whose score then is what ranks them; and the most of it that anything but a theme has. */
function evidenceIn(
  { score, isEvidence, words }: Answer,
  { terms }: Understanding,
  factors: Float64Array,
  index: LibraryIndex,
): { places: Int32Array; best: number } {
  const { groups, group, newness } = index.columns;
  const areThemes = groups.map(({ kind }) => kind === 'theme');
  // What a review says comes before what its themes are also called: all the words count for as much as a theme does, but for no
  // more than the rarest of them tells. Where many say all of them it is no news that one does.
  const rarest = Math.max(...terms.map(({ stems }) => index.rarity(stems)));
  const all = terms.length > 1 ? Math.min(WEIGHTS.theme, rarest) : 0;
  const places = new Int32Array(score.length);
  let [found, best] = [0, 0];
  for (let place = 0; place < score.length; place += 1) {
    if (isEvidence[place] === 0) continue;
    const of = group[place]!;
    const evidence = (score[place]! + (words[place]! >= terms.length ? all : 0)) * factors[of]!;
    if (evidence > best && !areThemes[of]!) best = evidence;
    score[place] = evidence + newness[place]!;
    places[found++] = place;
  }
  return { places: places.subarray(0, found), best };
}

/** Those that say all words or answer enough, and rank high enough. */
function shownOf(
  places: Int32Array,
  { score, words, share }: Answer,
  { least, length, enough }: { least: number; length: number; enough: number },
): Int32Array {
  const shown = new Int32Array(places.length);
  let found = 0;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!;
    if (
      share[place] === Infinity ||
      (score[place]! >= least && (words[place]! >= length || share[place]! >= enough))
    )
      shown[found++] = place;
  }
  return shown.subarray(0, found);
}

/**
 * Ranks, below all others and in their order, records of which only reports say the words.
 * @returns their places; those that are ranked already are not among them
 */
export function rankReports(
  { places, score }: Ranking,
  ids: readonly string[],
  index: LibraryIndex,
): Int32Array {
  if (ids.length === 0) return new Int32Array();
  const isRanked = new Uint8Array(score.length);
  for (const place of places) isRanked[place] = 1;
  const found = ids.flatMap((id) => {
    const record = index.at(id);
    return record?.isPrinted && isRanked[record.place] === 0 ? record.place : [];
  });
  found.forEach((place, at) => (score[place] = -1000 - at));
  return Int32Array.from(found);
}

/**
 * The places of the best so many, the best first; among equals the newest. Where they are few, the rest is not put in order.
 */
export function bestOf({ places, score }: Ranking, most: number, { all }: LibraryIndex): number[] {
  const order = (one: number, other: number): number =>
    score[other]! - score[one]! || byDate(all[one]!, all[other]!);
  if (most * 4 > places.length) return [...places].sort(order).slice(0, most);
  const first: number[] = [];
  for (const place of places) {
    const last = first[most - 1];
    // Most are told by their score alone.
    if (last !== undefined && (score[place]! < score[last]! || order(last, place) <= 0)) continue;
    const after = first.findIndex((other) => order(place, other) < 0);
    first.splice(after < 0 ? first.length : after, 0, place);
    if (first.length > most) first.pop();
  }
  return first;
}

/** The themes that the words name or come near to, and that a record carries, the weightiest first. */
export const carriedOf = ({ carried }: IndexedRecord, asked: Understanding): MatchedTheme[] =>
  evident(asked).filter(({ theme }) => carried.includes(theme.slug));

/** The themes of a question that are evidence where they are carried. */
const evident = ({ themes }: Understanding): MatchedTheme[] => themes.filter(({ weight }) => weight > 0);

/** Without words: everything, the newest first. */
export const everything = ({ all }: LibraryIndex): Ranking => ({
  places: Int32Array.from(all.flatMap((record) => record?.place ?? [])),
  score: new Float64Array(all.map((record) => record?.date ?? 0)),
});

/** Why records rank where they do, by their ids. */
export function explain(
  { places, score }: Ranking,
  asked: Understanding,
  index: LibraryIndex,
): Map<string, Explanation> {
  const id = (place: number): string => index.all[place]!.id;
  const why = new Map<string, Explanation>();
  for (const place of places) why.set(id(place), { score: score[place]!, reasons: [] });
  answerOf(asked, index, (place, reason) => why.get(id(place))?.reasons.push(reason));
  for (const place of index.named(stemsOf(asked))) {
    const much = WEIGHTS.name * nameShare(index.all[place]!, asked);
    why.get(id(place))?.reasons.push({ because: 'name', score: much });
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
  const isEvidence = new Uint8Array(size);
  const words = new Uint8Array(size);
  const share = new Float64Array(size);
  const whole = terms.reduce((sum, { stems }) => sum + index.rarity(stems), 0);
  for (const term of terms) {
    const { text, stems } = term;
    const said = meaningOf(term, index);
    addWord({ score, isEvidence, words }, said, exactly(term, said, index), {
      rarity: index.rarity(stems),
      // A number says nothing by itself: eleven years, eleven reviews, the eleventh of May.
      isEvidence: /^\d+$/.test(text) ? 0 : 1,
      note: note && ((place, much) => note(place, { because: `word: ${text}`, score: much })),
    });
  }
  for (let place = 0; place < size; place += 1) share[place] = score[place]! / whole;
  for (const match of evident(asked)) {
    const much = WEIGHTS.theme * match.weight;
    const answers = match.said ? match.coverage : match.weight;
    for (const place of index.carrying(match.theme.slug).filled()) {
      score[place]! += much;
      share[place]! += answers;
      isEvidence[place] = 1;
      note?.(place, { because: `theme: ${match.theme.label}`, score: much });
    }
  }
  return { score, isEvidence, words, share };
}

/** Most of a search, and of itself so that it is compiled for what it does. */
function addWord(
  { score, isEvidence, words }: Omit<Answer, 'share'>,
  { size, places, numbers }: PlaceList,
  exact: Float32Array | null,
  word: { rarity: number; isEvidence: 0 | 1; note: ((place: number, much: number) => void) | undefined },
): void {
  const { rarity, note } = word;
  for (let at = 0; at < size; at += 1) {
    const [place, weight] = [places[at]!, numbers[at]!];
    const full = saturated(weight);
    const very = exact === null || exact[place]! >= weight ? full : saturated(exact[place]!);
    const much = rarity * (WEIGHTS.otherForm * full + (1 - WEIGHTS.otherForm) * very);
    score[place]! += much;
    isEvidence[place]! |= word.isEvidence;
    words[place]! += 1;
    if (note) note(place, much);
  }
}

/** How much records say a word, all of what it stands for, or less surely what may have been meant by it. */
function meaningOf({ stems, inFull, rather }: Term, index: LibraryIndex): PlaceList {
  if (stems.length === 1 && !rather && !inFull) return index.saying(stems[0]!);
  const weights = index.weightsOf(stems);
  if (rather) index.saying(rather).raise(weights, index.rarity([rather]) / index.rarity(stems));
  // Words that stand apart are not what it stands for: only of what carries its theme are they its evidence.
  const each = (inFull?.stems ?? []).map((stem) => index.weightsOf([stem]));
  for (const place of inFull ? index.carrying(inFull.theme).filled() : []) {
    const least = each.reduce((sofar, one) => Math.min(sofar, one[place]!), Infinity);
    weights[place] = Math.max(weights[place]!, least);
  }
  return PlaceList.of(weights);
}

/** How much of what each record says of a stem is the very word; null where all of it is. */
function exactly({ stems, form }: Term, said: PlaceList, index: LibraryIndex): Float32Array | null {
  if (form !== null) return index.weightsOf([form]);
  const others = stems.flatMap((stem) => index.forms.get(stem) ?? []);
  if (others.length === 0) return null;
  const left = new Float32Array(index.all.length);
  said.raise(left);
  for (const other of others) index.saying(other).lower(left);
  return left;
}

const factorOf = ({ kind, about }: Pick<IndexedRecord, 'kind' | 'about'>, whom: Whom | null): number =>
  WEIGHTS.kinds[kind] * (isOfOthers(about, whom) ? 1 - WEIGHTS.otherAge : 1);

const byDate = (one: IndexedRecord, other: IndexedRecord): number =>
  other.date - one.date || (one.id < other.id ? -1 : 1);

/** 1 when the query is the record's name and nothing else; less, the more else was asked for. */
const nameShare = ({ name }: IndexedRecord, { terms }: Understanding): number =>
  Math.min(1, name.length / terms.length);
