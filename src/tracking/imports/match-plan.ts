import { setImmediate } from 'node:timers/promises';
import { plainText, REWORDED, TextComparison, TextIndex } from '../../platform/bundle/similarity.js';
import type { PlanAction, PlanPreview, PlanRecommendation } from '../sheets/preview.js';
import type { TrackedAction, TrackedItemAnswer } from '../tracked-item.model.js';

/** A recommendation of the library that a plan may be of. */
export interface LibraryRecommendation {
  id: string;
  number: string | null;
  text: string;
}

/** One recommendation of a plan, and what it is in the partnership and in the library. */
export interface MatchedRecommendation {
  given: PlanRecommendation;
  /** What the partnership follows already; null for what is new to it. */
  item: TrackedItemAnswer | null;
  /** What of the library is to be followed; null where it is nothing of the library, or followed already. */
  recommendation: LibraryRecommendation | null;
  actions: MatchedAction[];
}

export interface MatchedAction {
  given: PlanAction;
  action: TrackedAction | null;
}

/** How alike two texts have to be that are under the same number. */
const SAME_NUMBER = 0.5;
/** After so many recommendations other requests have their turn. */
const AT_ONCE = 20;

/**
 * Tells what of a plan is there already: by the words of recommendations and actions, helped by their numbers. Each item and
 * action is taken once.
 * @param library by the plan’s name of a review, what that review recommends
 */
export async function matchPlan(
  preview: PlanPreview,
  items: readonly TrackedItemAnswer[],
  library: ReadonlyMap<string, readonly LibraryRecommendation[]>,
): Promise<MatchedRecommendation[]> {
  const alike = new TextComparison();
  const [taken, used] = [new Set<string>(), new Set<string>()];
  const byText = Map.groupBy(items, ({ text }) => plainText(text ?? ''));
  // Those with the same words first, so that none of them is taken by words that are but alike.
  const same = preview.recommendations.map(({ text }) => {
    const item = byText.get(plainText(text ?? ''))?.find(({ id }) => !taken.has(id));
    if (item) taken.add(item.id);
    return item;
  });
  const known = candidates(items, numberOf, alike);
  const followed = new Set(items.map(({ recommendation }) => recommendation?.id));
  const recommended = new Map(
    [...library].map(([review, all]) => [
      review,
      candidates(
        all.filter(({ id }) => !followed.has(id)),
        ({ number }) => number,
        alike,
      ),
    ]),
  );
  const matched: MatchedRecommendation[] = [];
  for (const given of preview.recommendations) {
    if (matched.length % AT_ONCE === 0) await setImmediate();
    const item = same[matched.length] ?? nearest(known, given, ({ id }) => !taken.has(id));
    if (item) taken.add(item.id);
    const ofReview = item ? undefined : recommended.get(reviewOf(preview, given) ?? '');
    const recommendation = ofReview ? (nearest(ofReview, given, ({ id }) => !used.has(id)) ?? null) : null;
    if (recommendation) used.add(recommendation.id);
    const actions = matchActions(given, item?.actions ?? [], alike);
    matched.push({ given, item: item ?? null, recommendation, actions });
  }
  return matched;
}

/** The review that a recommendation of a plan is of, as the plan calls it. */
export const reviewOf = (preview: PlanPreview, { number }: PlanRecommendation): string | null =>
  (number !== null ? preview.reviews?.[number] : undefined) ?? preview.review;

const numberOf = ({ recommendation, source }: TrackedItemAnswer): string | null =>
  recommendation?.number ?? source?.number ?? null;

/** What recommendations may be, with their numbers and an index of their words. */
interface Candidates<One> {
  all: { one: One; number: string | null }[];
  texts: TextIndex;
}

const candidates = <One extends { text: string | null }>(
  all: readonly One[],
  numberIn: (one: One) => string | null,
  alike: TextComparison,
): Candidates<One> => ({
  all: all.map((one) => {
    const number = numberIn(one);
    return { one, number: number === null ? null : plainText(number) };
  }),
  texts: new TextIndex(
    alike,
    all.map(({ text }) => text ?? ''),
  ),
});

function nearest<One>(
  { all, texts }: Candidates<One>,
  { number, text }: PlanRecommendation,
  isFree: (one: One) => boolean,
): One | undefined {
  const own = number === null ? null : plainText(number);
  const alike = text === null ? null : texts.similarities(text);
  let best: { one: One; likeness: number } | undefined;
  for (const [place, { one, number: other }] of all.entries()) {
    if (!isFree(one)) continue;
    const isSameNumber = own !== null && own === other;
    const likeness = alike === null ? Number(isSameNumber) : alike[place]!;
    const fits = likeness >= (isSameNumber ? SAME_NUMBER : REWORDED);
    if (fits && likeness > (best?.likeness ?? 0)) best = { one, likeness };
  }
  return best?.one;
}

/** Those with the same words first, so that none of them is taken by words that are but alike. */
function matchActions(
  { actions }: PlanRecommendation,
  known: readonly TrackedAction[],
  alike: TextComparison,
): MatchedAction[] {
  const free = new Map(known.map((one) => [one.id, one]));
  const take = (one: TrackedAction | undefined): TrackedAction | null => {
    if (one) free.delete(one.id);
    return one ?? null;
  };
  const same = actions.map(({ text }) =>
    take([...free.values()].find((one) => plainText(one.text ?? '') === plainText(text))),
  );
  return actions.map((given, place) => {
    const [near] = same[place]
      ? []
      : [...free.values()]
          .map((one) => ({ one, likeness: alike.similarity(one.text ?? '', given.text) }))
          .filter(({ likeness }) => likeness >= REWORDED)
          .toSorted((one, other) => other.likeness - one.likeness);
    return { given, action: same[place] ?? take(near?.one) };
  });
}
