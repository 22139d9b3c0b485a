import { localTime } from '../../platform/dates/local-time.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { ROLE_WORDS, type Role } from '../../platform/http/access/roles.js';
import { count, sayList } from '../../platform/text/words.js';
import type { Deed, DeedName } from '../entry.js';
import {
  DECISION_WORDS,
  DELIVERY_WORDS,
  EARLIER_WORDS,
  IMPACT_WORDS,
  JUDGEMENT_WORDS,
  RECHECK_WORDS,
  RESPONSE_WORDS,
  WAY_WORDS,
} from '../tracking.js';
import { saySomeDay } from './typed-day.js';
import { type HistoryEntry } from '../history.model.js';

/** What ids in entries are called on pages. */
export interface EntryNames {
  agencies: ReadonlyMap<string, string>;
  owners: ReadonlyMap<string, string>;
  /** “2.1”, by the id of the action. */
  actions: ReadonlyMap<string, string>;
  /** Numbers of items, by id. */
  items: ReadonlyMap<string, string>;
}

type Saying<Name extends DeedName> = (
  fact: Omit<Extract<Deed, { deed: Name }>, 'deed'>,
  names: EntryNames,
  entry: HistoryEntry,
) => string;

const agency = ({ agencies }: EntryNames, id: string | null): string =>
  id === null ? 'no agency' : (agencies.get(id) ?? 'an agency that is no longer in the list');
const action = ({ actions }: EntryNames, id: string): string => `Action ${actions.get(id) ?? ''}`.trim();
const before = (words: string | undefined): string => (words ? ` (before: ${words.toLowerCase()})` : '');
const wordsIn = (list: Readonly<Record<string, string>>, code: unknown): string | undefined =>
  typeof code === 'string' ? list[code] : undefined;

/** What each deed is called in the timeline. */
const SAYINGS: { [Name in DeedName]: Saying<Name> } = {
  followed: ({ addressees, responseDueOn }, names) =>
    addressees.length > 0
      ? `Followed. Asked: ${sayList(addressees.map((id) => agency(names, id)))}, for a response by ${sayPartialDate(responseDueOn)}`
      : 'Followed',
  addressed: ({ add, remove }, names) =>
    [
      add.length > 0 ? `Asked as well: ${sayList(add.map((id) => agency(names, id)))}` : '',
      remove.length > 0 ? `No longer asked: ${sayList(remove.map((id) => agency(names, id)))}` : '',
    ]
      .filter(Boolean)
      .join('. '),
  'response-due': ({ on }, _, { from }) =>
    `Responses are asked for by ${sayPartialDate(on)}${typeof from === 'string' ? ` (before: ${sayPartialDate(from)})` : ''}`,
  response: ({ agency: id, response }, names, { from }) =>
    `${agency(names, id)}: ${RESPONSE_WORDS[response].toLowerCase()}${before(wordsIn(RESPONSE_WORDS, from))}`,
  action: ({ action: id, agency: lead }, names) =>
    `${action(names, id)} added${lead === null ? '' : `, led by ${agency(names, lead)}`}`,
  'action-reworded': ({ action: id }, names) => `${action(names, id)} has other words`,
  lead: ({ action: id, agency: lead, supporting }, names) =>
    `${action(names, id)} is led by ${agency(names, lead)}${supporting.length > 0 ? `, supported by ${sayList(supporting.map((one) => agency(names, one)))}` : ''}`,
  owner: ({ action: id, owner }, names) =>
    owner === null
      ? `${action(names, id)} has no owner`
      : `${action(names, id)} is owned by ${names.owners.get(owner) ?? 'somebody'}`,
  delivery: ({ action: id, to }, names, { from }) =>
    `${action(names, id)}: ${DELIVERY_WORDS[to].toLowerCase()}${before(wordsIn(DELIVERY_WORDS, from))}`,
  due: ({ action: id, on }, names, { from }) =>
    `${action(names, id)} is due ${saySomeDay(on)}${typeof from === 'string' ? ` (before: ${saySomeDay(from)})` : ''}`,
  request: ({ action: id, on }, names) =>
    on === null
      ? `${action(names, id)}: the agency asks to stop it`
      : `${action(names, id)}: the agency asks for another date, ${saySomeDay(on)}`,
  earlier: ({ decision }) =>
    `An earlier recommendation on the same matter: ${EARLIER_WORDS[decision].toLowerCase()}`,
  decision: ({ action: id, decision }, names) =>
    `${action(names, id)}: what was asked for is ${DECISION_WORDS[decision].toLowerCase()}`,
  milestone: ({ action: id, on, isDone }, names) =>
    `${action(names, id)}: milestone${isDone ? ', done' : on === null ? '' : ` by ${saySomeDay(on)}`}`,
  update: ({ action: id, unchanged }, names) => `${action(names, id)}: ${unchanged ? 'no change' : 'update'}`,
  evidence: ({ action: id }, names) =>
    `Evidence${id === null ? '' : ` for action ${names.actions.get(id) ?? ''}`}`,
  impact: ({ level, isClaimed }, _, { from }) =>
    `Impact: ${IMPACT_WORDS[level].toLowerCase()}${isClaimed ? ', claimed' : ''}${before(wordsIn(IMPACT_WORDS, from))}`,
  judgement: ({ to, recheckOn, noEvidence, supersededBy }, names) =>
    [
      JUDGEMENT_WORDS[to],
      supersededBy === null ? '' : `item ${names.items.get(supersededBy) ?? ''} takes its place`,
      recheckOn === null ? '' : `look again on ${sayPartialDate(recheckOn)}`,
      noEvidence ? 'no evidence of impact yet' : '',
    ]
      .filter(Boolean)
      .join('; '),
  recheck: ({ result, recheckOn }) =>
    `Re-check: ${RECHECK_WORDS[result].toLowerCase()}${recheckOn === null ? '' : `; look once more on ${sayPartialDate(recheckOn)}`}`,
  reopened: () => 'Opened again',
  note: ({ isPrivate }) => (isPrivate ? 'Note for audit leads alone' : 'Note'),
  'line-written': ({ cleared }) =>
    `Public line written${cleared.length > 0 ? `; ${count(cleared.length, 'hit')} of the check cleared` : ''}`,
  'line-approved': ({ words }) => `Public line of entry ${words} released, with how the item stood`,
  'line-withdrawn': () => 'Public line withdrawn',
  correction: ({ corrects }) => `Entry ${corrects} was put right`,
};

/** What an entry says, in a line. */
export function sayEntry(entry: HistoryEntry, names: EntryNames): string {
  const say = SAYINGS[entry.deed as DeedName] as Saying<DeedName>;
  return say(entry.to as Deed, names, entry);
}

/** “26 November 2026 at 08:46 · Pat Example, audit lead, for Fennmere Council · by a program”. */
export function sayRecording({ recordedAt, by, role, behalf, way }: HistoryEntry, names: EntryNames): string {
  const [day, time] = localTime(new Date(recordedAt)).split('T');
  const who = [
    by ?? 'Name taken out',
    role && role in ROLE_WORDS ? ROLE_WORDS[role as Role].toLowerCase() : '',
    behalf === null ? '' : `for ${agency(names, behalf)}`,
  ];
  const how = way === 'page' ? '' : WAY_WORDS[way].toLowerCase();
  return [`${sayPartialDate(day)} at ${time}`, who.filter(Boolean).join(', '), how]
    .filter(Boolean)
    .join(' · ');
}
