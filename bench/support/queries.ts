/** Forty searches as practitioners type them, as parameters of the search page and the API. */
const words = (q: string): string => `q=${encodeURIComponent(q)}`;

/** Names of themes, everyday words for them, abbreviations. */
const THEMES = [
  ...['parental mental health', 'coercive control', 'safer sleep', 'county lines', 'self-neglect'],
  ...['professional curiosity', 'was not brought', 'information sharing', 'CSE', 'FGM', 'DNA'],
  ...['mums depression', 'invisible dads', 'new boyfriend', 'cot death', 'home schooled'],
];
const MISSPELT = ['parentl mental helth', 'neglekt', 'domestc abuse', 'unsean men', 'saftey plan'];
/** Several things at once, and questions. */
const SENTENCES = [
  ...['mum depression and a new boyfriend nobody has met', 'baby bruising premature young parents'],
  ...['neglect and domestic abuse with alcohol', 'child not seen alone by school or health visitor'],
  ...['what do reviews say about missed appointments', 'how should we challenge another agency'],
  ...['why was the father never assessed', 'gp did not share information about mental health'],
];
/** Single words, common and rare; and what nobody wrote. */
const WORDS = ['police', 'methadone', 'dog', 'supervision', 'helicopter zebra'];
const NAMES = ['Child C', 'Child BR', 'Fernford', 'bench-17'];
const FILTERED = [
  `${words('neglect')}&kind=learning-point&year=2019`,
  `${words('domestic abuse')}&kind=recommendation&age=under-1`,
  `${words('escalation')}&theme=multi-agency-working&kind=review`,
  'theme=parental-mental-health&kind=learning-point',
];

export const SEARCHES = [
  ...[...THEMES, ...MISSPELT, ...SENTENCES, ...WORDS, ...NAMES].map(words),
  ...FILTERED,
];

/** What the box sends while these are typed, letter by letter. */
export const TYPED = [
  ...['parental mental', 'coercive con', 'mums dep', 'safer sl', 'Child BR', 'CSE', 'neglekt', 'fernf'],
].flatMap((text) => Array.from(text, (_, at) => words(text.slice(0, at + 1))).slice(1));
