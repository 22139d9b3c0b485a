/**
 * Is what was typed the beginning of the word but for one letter that is wrong, missing, too many, or has changed places
 * with the next? The first letter is seldom mistyped, and asking for it keeps "mother" away from "bother".
 */
export function isSlipOfPrefix(typed: string, word: string): boolean {
  if (typed[0] !== word[0]) return false;
  let at = 1;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at === typed.length) return true;
  const goesOn = (from: number, to: number): boolean => word.startsWith(typed.slice(from), to);
  return (
    goesOn(at + 1, at + 1) ||
    goesOn(at, at + 1) ||
    goesOn(at + 1, at) ||
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && goesOn(at + 2, at + 2))
  );
}
