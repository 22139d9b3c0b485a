import type { ThemeRef } from '../../themes/theme-ref.model.js';
import type { SearchAnswer } from '../search.model.js';

/** What a search page offers to go on with. */
export interface HelpView {
  /** The words as they may have been meant. */
  correction: { words: string; href: string } | null;
  /** Where little or nothing was found. */
  nearest: ThemeRef[];
  shorter: { words: string; total: string; href: string }[];
  /** So little was found that there should be something to go on with. */
  isFew: boolean;
}

/** With fewer results than this, what else may help is shown below them. */
const FEW = 5;

/** @param address of a search for other words with the same filters */
export function presentHelp({ help, total }: SearchAnswer, address: (words: string) => string): HelpView {
  const isFew = total < FEW;
  const { correction, nearest, shorter } = help;
  return {
    correction: correction === null ? null : { words: correction, href: address(correction) },
    nearest: isFew ? nearest : [],
    shorter: shorter
      .filter(() => isFew)
      .map((one) => ({
        words: one.query,
        total: one.total.toLocaleString('en-GB'),
        href: address(one.query),
      })),
    isFew,
  };
}
