import type { ThemeRef } from '../../themes/theme-ref.model.js';
import { presentGuidance, type GuidanceView } from '../../themes/web/guidance.presenter.js';
import { saysTheSame } from '../../platform/text/text.js';
import type { NotInReviews, SearchAnswer } from '../api/search-answer.model.js';

/** What a search page offers to go on with. */
export interface HelpView {
  /** The words that were searched for, where what was typed is said nowhere here. */
  correction: { words: string; href: string } | null;
  /** The theme that no review is about, with what it says. */
  notInReviews: NotInReviewsView | null;
  /** Themes near the words. */
  nearest: ThemeRef[];
  /** So little was found that there should be something to go on with. */
  isFew: boolean;
}

export interface NotInReviewsView extends GuidanceView {
  slug: string;
  label: string;
  definition: string | null;
  /** “hoarding”, where that is another name of the theme. */
  about: string | null;
}

/** With fewer results than this, what else may help is shown below them. */
const FEW = 5;

/** @param address of a search for other words with the same filters */
export function presentHelp(
  { help, items, total, page }: SearchAnswer,
  address: (words: string) => string,
): HelpView {
  // Who asked for a review by its name has it.
  const isFew = total < FEW && !items.some(({ named }) => named);
  const { correction, notInReviews, nearest } = help;
  return {
    correction: correction === null ? null : { words: correction, href: address(correction) },
    notInReviews: page === 1 && notInReviews ? presentNotInReviews(notInReviews) : null,
    nearest: page === 1 ? nearest : [],
    isFew,
  };
}

function presentNotInReviews({ about, theme }: NotInReviews): NotInReviewsView {
  const { slug, label, definition } = theme;
  return {
    ...{ slug, label, definition, about: saysTheSame(about, label) ? null : about },
    ...presentGuidance(theme),
  };
}
