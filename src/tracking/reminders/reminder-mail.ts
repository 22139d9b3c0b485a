import { writeLetter, type LetterList } from '../../outbox/letter.js';
import type { Mail } from '../../outbox/outbox.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count, sayList } from '../../platform/text/words.js';
import { daysBetween } from '../day.js';
import { sayKnownDay } from '../reports/say.js';
import { GIVEN } from './say-change.js';
import type { News, RemindedAction, ToldChange } from './news.js';

/** Whom a reminder is for, and when. */
export interface ReminderAbout {
  to: Mail['to'];
  news: News;
  day: string;
  /** The address of the page that its button leads to. */
  address: string;
  /** Where readers of the library may write to. */
  contact: string | undefined;
}

/** Kinds of the one message of a day: of an executive who owns none of the actions, the second. */
export const REMINDER_KINDS = { reminder: 'reminder', escalation: 'escalation' } as const;

/** Whatever is in it, all the rest is a press of the button away. */
const MOST_LINES = 30;

/** What is new for somebody, in one e-mail: numbers, days and names of agencies and partnerships, and no word of an action. */
export function reminderMail({ to, news, day, address, contact }: ReminderAbout): Mail {
  const { overdue, due, digest, escalated } = news;
  const own = [...overdue, ...due, ...(digest ? [...digest.changes, ...digest.due, ...digest.overdue] : [])];
  const isOfSeveral = placesOf([...own, ...escalated]).length > 1;
  const line = (action: RemindedAction): string => sayAction(action, day, isOfSeveral);
  const lists = [
    listed('Overdue', overdue, line),
    listed('Due soon', due, line),
    listed('Long overdue', escalated, line),
    ...(digest
      ? [
          listed('What others recorded in the last week', joined(digest.changes), (change) =>
            sayChanges(change, isOfSeveral),
          ),
          listed(
            due.length > 0 ? 'Also due in the next 30 days' : 'Due in the next 30 days',
            digest.due,
            line,
          ),
          listed(overdue.length > 0 ? 'Also overdue' : 'Still overdue', digest.overdue, line),
        ]
      : []),
  ];
  return {
    to,
    ...{ kind: own.length > 0 ? REMINDER_KINDS.reminder : REMINDER_KINDS.escalation, period: day },
    ...writeLetter({
      subject: sayNews(news),
      before: [`Dear ${to.name},`, sayWhy(own, escalated), ...lists.flat()],
      button: { words: 'See the actions', address },
      after: [
        'This email gives only numbers and dates. Sign in to read the actions. If you have no account, ask the audit lead.',
        saySoIsStopped([...own, ...escalated], contact),
      ],
    }),
  };
}

const placesOf = (all: readonly { partnership: string }[]): string[] => [
  ...new Set(all.map(({ partnership }) => partnership)),
];

function listed<One>(heading: string, all: readonly One[], say: (one: One) => string): LetterList[] {
  if (all.length === 0) return [];
  const more = all.length - MOST_LINES;
  const lines = all.slice(0, MOST_LINES).map(say);
  return [{ heading, lines: more > 0 ? [...lines, `and ${count(more, 'action')} more`] : lines }];
}

/** “Action 2.1, due 3 June 2025: overdue by 1 day (Fennmere Police; for Sam Oakes)”. */
function sayAction(action: RemindedAction, day: string, isOfSeveral: boolean): string {
  const left = daysBetween(day, action.due.on);
  const when =
    left < 0 ? `overdue by ${count(-left, 'day')}` : left === 0 ? 'today' : `in ${count(left, 'day')}`;
  return `Action ${action.ref}, due ${sayKnownDay(action.due)}: ${when}${sayBeside(action, isOfSeveral)}`;
}

/** “Action 2.1: given to you, due date set: 3 June 2025 (Fennmere Police)”. */
const sayChanges = (change: ToldChange, isOfSeveral: boolean): string =>
  `Action ${change.ref}: ${change.what}${sayBeside(change, isOfSeveral)}`;

function sayBeside(
  { agency, partnership, standsInFor }: Pick<RemindedAction, 'agency' | 'partnership' | 'standsInFor'>,
  isOfSeveral: boolean,
): string {
  const beside = [agency, isOfSeveral ? partnership : null, standsInFor && `for ${standsInFor}`].filter(
    Boolean,
  );
  return beside.length > 0 ? ` (${beside.join('; ')})` : '';
}

/** All that was recorded about one action in one line, each thing once. */
function joined(changes: readonly ToldChange[]): ToldChange[] {
  const byAction = Map.groupBy(changes, ({ id, standsInFor }) => `${id} ${standsInFor}`);
  return [...byAction.values()].map((own) => ({
    ...own[0]!,
    // That it is theirs comes first, whatever was recorded before they had it.
    what: [...new Set(own.map(({ what }) => what))].toSorted(givenFirst).join(', '),
  }));
}

const givenFirst = (one: string, other: string): number =>
  Number(other.startsWith(GIVEN)) - Number(one.startsWith(GIVEN));

/** How many, and by when: “1 action overdue, 2 actions due by 17 June 2025”. */
function sayNews({ overdue, due, digest, escalated }: News): string {
  const late = new Set([...overdue, ...(digest?.overdue ?? [])]).size;
  const coming = [...due, ...(digest?.due ?? [])].map(({ due: { on } }) => on).toSorted();
  const changed = joined(digest?.changes ?? []).length;
  const said = [
    escalated.length > 0 ? `${count(escalated.length, 'action')} long overdue` : '',
    late > 0 ? `${count(late, 'action')} overdue` : '',
    coming.length > 0 ? `${count(coming.length, 'action')} due by ${sayPartialDate(coming.at(-1))}` : '',
    changed > 0 ? `${count(changed, 'action')} changed by others` : '',
  ].filter(Boolean);
  return sayList(said);
}

function sayWhy(
  own: readonly { partnership: string; standsInFor: string | null }[],
  escalated: readonly RemindedAction[],
): string {
  const names = [...new Set(own.flatMap(({ standsInFor }) => standsInFor ?? []))];
  const standIn =
    names.length > 0 ? `stand in for ${sayList(names)}, who ${names.length === 1 ? 'is' : 'are'} away` : '';
  const actions = `actions that ${sayList(placesOf(own))} follows`;
  const isTheirs = own.some(({ standsInFor }) => standsInFor === null);
  const agencies = [...new Set(escalated.flatMap(({ agency }) => agency ?? []))];
  return [
    isTheirs ? `You own ${actions}${standIn && `, and you ${standIn}`}. Here is what is new.` : '',
    !isTheirs && standIn ? `You ${standIn}, on ${actions}. Here is what is new.` : '',
    escalated.length > 0
      ? `You are the executive of ${sayList(agencies)} for ${sayList(placesOf(escalated))}. You are told once of each date that was missed for this long.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function saySoIsStopped(all: readonly { partnership: string }[], contact: string | undefined): string {
  const whom = `the audit lead of ${sayList(placesOf(all))}`;
  return `You get at most one of these emails a day, and none when nothing is new. To stop them, or if an action is not yours, tell ${whom}${contact ? `, or write to ${contact}` : ''}: they can leave you out.`;
}
