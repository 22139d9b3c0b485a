import { plainText, REWORDED, TextComparison } from '../../platform/bundle/similarity.js';
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

/**
 * Tells what of a plan is there already: by the words of recommendations and actions, helped by their numbers. Each item and
 * action is taken once.
 * @param library by the plan’s name of a review, what that review recommends
 */
export function matchPlan(
  preview: PlanPreview,
  items: readonly TrackedItemAnswer[],
  library: ReadonlyMap<string, readonly LibraryRecommendation[]>,
): MatchedRecommendation[] {
  const alike = new TextComparison();
  const [taken, used] = [new Set<string>(), new Set<string>()];
  const byText = Map.groupBy(items, ({ text }) => plainText(text ?? ''));
  return preview.recommendations.map((given) => {
    const text = given.text ?? '';
    const free = (one: { id: string }): boolean => !taken.has(one.id);
    const item =
      byText.get(plainText(text))?.find(free) ??
      nearest(items.filter(free), given, alike, (one) => ({ number: numberOf(one), text: one.text ?? '' }));
    if (item) taken.add(item.id);
    const known = item ? [] : (library.get(reviewOf(preview, given) ?? '') ?? []);
    const followed = new Set(items.map(({ recommendation }) => recommendation?.id));
    const recommendation =
      nearest(
        known.filter(({ id }) => !followed.has(id) && !used.has(id)),
        given,
        alike,
        (one) => one,
      ) ?? null;
    if (recommendation) used.add(recommendation.id);
    return {
      given,
      item: item ?? null,
      recommendation,
      actions: matchActions(given, item?.actions ?? [], alike),
    };
  });
}

/** The review that a recommendation of a plan is of, as the plan calls it. */
export const reviewOf = (preview: PlanPreview, { number }: PlanRecommendation): string | null =>
  (number !== null ? preview.reviews?.[number] : undefined) ?? preview.review;

const numberOf = ({ recommendation, source }: TrackedItemAnswer): string | null =>
  recommendation?.number ?? source?.number ?? null;

function nearest<One>(
  known: readonly One[],
  { number, text }: PlanRecommendation,
  alike: TextComparison,
  read: (one: One) => { number: string | null; text: string },
): One | undefined {
  const measured = known.map((one) => {
    const { number: own, text: words } = read(one);
    const isSameNumber = number !== null && own !== null && plainText(own) === plainText(number);
    const likeness = text === null ? Number(isSameNumber) : alike.similarity(text, words);
    return { one, likeness, fits: likeness >= (isSameNumber ? SAME_NUMBER : REWORDED) };
  });
  return measured.filter(({ fits }) => fits).toSorted((one, other) => other.likeness - one.likeness)[0]?.one;
}

function matchActions(
  { actions }: PlanRecommendation,
  known: readonly TrackedAction[],
  alike: TextComparison,
): MatchedAction[] {
  const taken = new Set<string>();
  return actions.map((given) => {
    const free = known.filter(({ id }) => !taken.has(id));
    const same = free.find(({ text }) => plainText(text ?? '') === plainText(given.text));
    const [near] = free
      .map((one) => ({ one, likeness: alike.similarity(one.text ?? '', given.text) }))
      .filter(({ likeness }) => likeness >= REWORDED)
      .toSorted((one, other) => other.likeness - one.likeness);
    const action = same ?? near?.one ?? null;
    if (action) taken.add(action.id);
    return { given, action };
  });
}
