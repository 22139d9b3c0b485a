/** A closed list: its codes, in the order in which people read them, each with the words for it. */
export type ClosedList<Code extends string = string> = Readonly<Record<Code, string>>;

/** The codes of a closed list, in its order. */
export const codesOf = <Code extends string>(list: ClosedList<Code>): Code[] => Object.keys(list) as Code[];
