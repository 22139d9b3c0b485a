import { slips } from '../analysis/spelling.js';

/**
 * Is what was typed the beginning of the word but for one slip? The first letter is seldom mistyped, and asking for it keeps
 * "mother" away from "bother".
 */
export const isSlipOfPrefix = (typed: string, word: string): boolean =>
  typed[0] === word[0] && [0, -1, 1].some((more) => slips(typed, word.slice(0, typed.length + more)) <= 1);
