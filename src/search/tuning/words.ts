import lists from './words.json' with { type: 'json' };

// What each list is for, and where it comes from, stands in words.json.
const setOf = ({ words }: { words: string }): ReadonlySet<string> => new Set(words.split(' '));

export const STOP_WORDS = setOf(lists.stop);
export const JOINING_WORDS = setOf(lists.joining);
export const EVERYDAY = setOf(lists.everyday);
export const CHILD_WORDS = setOf(lists.child);
export const ADULT_WORDS = setOf(lists.adult);
export const LETTERED = setOf(lists.lettered);
export const APART = setOf(lists.apart);

/** Words that are compared as one: the others of a line as its first. */
export const ALIKE = [...lists.same.lines, ...lists.forms.lines, ...lists.spelt.lines, lists.negations.words];

export const WIDER = lists.wider.words.split(' ').map((pair) => pair.split(':') as [string, string]);
