import { londonDay } from '../../../platform/dates/london-day.js';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { count, sayList } from '../../../platform/text/words.js';
import type { RoundAnswerCode } from '../round-actions.js';
import type { RunningRound } from '../rounds.queries.js';
import { NOT_ASKED_WORDS, type RoundItem, type RoundMailing, type RoundPerson } from '../round.model.js';

export const ROUNDS_PATH = '/tracking/rounds';

/** A round as a list or a page has it. */
export interface RoundView {
  id: string;
  name: string;
  href: string;
  facts: string[];
  isClosed: boolean;
  /** Whether anybody was asked yet. */
  isSent: boolean;
}

/** Somebody who was asked, as the page of a round has them. */
export interface RoundPersonView {
  name: string;
  /** “Answered on 9 June 2025”. */
  state: string;
  isAnswered: boolean;
  isRefused: boolean;
  actions: string[];
}

/** Who gets an e-mail, as a page shows it before it is sent. */
export interface MailingView {
  people: { name: string; facts: string[] }[];
  notAsked: string[];
  /** “3 people get an email about 7 actions.” */
  summary: string;
}

/** What a round is called where its name was taken out. */
export const nameOfRound = (name: string | null): string => name ?? 'A round whose name was taken out';

export const presentRound = (round: RoundItem): RoundView => ({
  ...{
    id: round.id,
    name: nameOfRound(round.name),
    href: `${ROUNDS_PATH}/${round.id}`,
    isClosed: round.isClosed,
  },
  isSent: round.people.length > 0,
  facts: [
    round.isClosed ? 'Closed' : round.people.length > 0 ? 'Running' : 'Not sent yet',
    `Answers by ${sayPartialDate(round.by)}`,
    round.people.length > 0 ? sayAnsweredOf(round) : count(round.actionCount, 'action'),
    `Opened on ${sayPartialDate(londonDay(round.openedAt))}`,
  ],
});

/** “12 of 30 answered”. */
export const sayAnsweredOf = ({ asked, answered }: Pick<RoundItem, 'asked' | 'answered'>): string =>
  `${answered} of ${asked} answered`;

const SAID: Readonly<Record<RoundAnswerCode, string>> = {
  'no-change': 'no change',
  update: 'update',
  delivery: 'how far it is',
  'move-asked': 'asks for another date',
  'stop-asked': 'asks to stop it',
  other: 'evidence or a milestone',
};

/** Those who have not answered first. */
export const presentAsked = ({ people }: RoundItem): RoundPersonView[] =>
  people
    .map((person) => ({
      ...{ name: person.name, state: stateOf(person), isAnswered: person.isAnswered },
      isRefused: person.mail === 'refused' && !person.isAnswered,
      actions: person.actions.map(({ ref, said }) =>
        said.length > 0 ? `${ref}: ${sayList(said.map((code) => SAID[code]))}` : ref,
      ),
    }))
    .toSorted((one, other) => Number(one.isAnswered) - Number(other.isAnswered));

function stateOf({ isAnswered, isGone, answeredAt, remindedOn, mail }: RoundPerson): string {
  if (isAnswered)
    return answeredAt ? `Answered on ${sayPartialDate(londonDay(answeredAt))}` : 'Answered another way';
  if (isGone) return 'No longer asked';
  if (mail === 'waiting') return 'Email waiting to be sent';
  return remindedOn ? `Reminded on ${sayPartialDate(remindedOn)}` : 'No answer yet';
}

export function presentMailing({ people, notAsked }: RoundMailing): MailingView {
  const actions = people.reduce((sum, one) => sum + one.actions.length, 0);
  return {
    people: people.map(({ name, address, standsInFor, actions: refs }) => ({
      name,
      facts: [
        address,
        ...(standsInFor === null ? [] : [`in place of ${standsInFor}`]),
        `${refs.length === 1 ? 'Action' : 'Actions'} ${sayList(refs)}`,
      ],
    })),
    notAsked: notAsked.map(
      ({ action, name, why }) =>
        `Action ${action}: ${NOT_ASKED_WORDS[why]}${name === null ? '' : ` (${name})`}`,
    ),
    summary:
      people.length === 0
        ? 'Nobody gets an email.'
        : `${count(people.length, 'person gets', 'people get')} an email about ${count(actions, 'action')}. Nothing has been sent yet.`,
  };
}

/** A round that runs, as the desk has it. */
export interface RunningRoundView {
  name: string;
  href: string;
  facts: string[];
  /** Names of those who have not answered; empty where everybody has, or nobody was asked. */
  quiet: string;
}

const MOST_NAMED = 8;

export function presentRunning({ id, name, by, asked, quiet, refused }: RunningRound): RunningRoundView {
  const more = quiet.length - MOST_NAMED;
  const named = more > 1 ? [...quiet.slice(0, MOST_NAMED), `${more} more`] : quiet;
  return {
    ...{ name: nameOfRound(name), href: `${ROUNDS_PATH}/${id}`, quiet: sayList(named) },
    facts: [
      `Answers by ${sayPartialDate(by)}`,
      asked === 0 ? 'Nobody has been asked yet' : sayAnsweredOf({ asked, answered: asked - quiet.length }),
      ...(refused > 0 ? [`${count(refused, 'email was', 'emails were')} refused`] : []),
    ],
  };
}
