import { parseDay } from '../day.js';
import type { DeedName, Entry } from '../entry.js';
import type { Deed } from '../entry.js';
import { sayKnownDay } from '../reports/say.js';
import {
  DECISION_WORDS,
  DELIVERY_WORDS,
  isOpenDelivery,
  JUDGEMENT_WORDS,
  RECHECK_WORDS,
  type Delivery,
} from '../tracking.js';

type Said = Omit<Entry, 'fact'> & { whose: string };
type Sayings = { [Name in DeedName]?: (fact: Extract<Deed, { deed: Name }>, entry: Said) => string };

/** “3 June 2025”, “June 2025”: as an entry has a day. */
const sayDay = (text: string): string => sayKnownDay(parseDay(text)!);

/** How that somebody owns an action from now on begins. */
export const GIVEN = 'given to';

const SAYINGS: Sayings = {
  owner: (_, { whose }) => `${GIVEN} ${whose}`,
  due: ({ on }, { from }) => `${typeof from === 'string' ? 'date moved to' : 'due date set:'} ${sayDay(on)}`,
  request: ({ kind }) => (kind === 'move' ? 'another date asked for' : 'asked to be stopped'),
  decision: ({ decision }) => `request ${DECISION_WORDS[decision].toLowerCase()}`,
  delivery: ({ to }, { from }) =>
    isOpenDelivery(to) && typeof from === 'string' && !isOpenDelivery(from as Delivery)
      ? 'opened again'
      : `recorded as ${DELIVERY_WORDS[to].toLowerCase()}`,
  update: () => 'update recorded',
  evidence: () => 'evidence added',
  milestone: () => 'step on the way changed',
  'action-reworded': () => 'wording changed',
  lead: () => 'agencies changed',
  note: () => 'note added',
  correction: () => 'entry corrected',
  judgement: ({ to }) => `item judged: ${JUDGEMENT_WORDS[to]}`,
  reopened: () => 'item opened again',
  recheck: ({ result }) => `re-check: ${RECHECK_WORDS[result].toLowerCase()}`,
};

/**
 * What an entry says to the owner of an action, from its codes and days: no word that anybody typed.
 * @param whose “you”, or the name of whom the reader stands in for
 * @returns null for what owners are not told of
 */
export function sayChange({ fact, ...entry }: Entry, whose: string): string | null {
  if (fact.deed === 'note' && fact.isPrivate) return null;
  const say = SAYINGS[fact.deed] as ((one: Deed, about: Said) => string) | undefined;
  return say?.(fact, { ...entry, whose }) ?? null;
}
