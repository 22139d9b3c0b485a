import { writeLetter } from '../../outbox/letter.js';
import type { Mail } from '../../outbox/outbox.js';
import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count, sayList } from '../../platform/text/words.js';

/** What an e-mail of a round says: numbers and days, and nothing that anybody typed. */
export interface RoundLetter {
  to: { name: string; address: string };
  standsInFor: string | null;
  partnership: string;
  /** Numbers of the actions: “2.1”. */
  actions: string[];
  by: string;
  /** The whole address of the page of their actions. */
  address: string;
}

export const ASKING = 'update-round';
export const REMINDING = 'update-chase';

/** Asks somebody for what became of their actions. @param period tells it from all others to the same person */
export const askingMail = (letter: RoundLetter, period: string): Mail => ({
  ...{ to: letter.to, kind: ASKING, period },
  ...writeLetter({
    subject: `Your update by ${sayPartialDate(letter.by)}: ${count(letter.actions.length, 'action')}`,
    before: [
      ...greeting(letter),
      `${letter.partnership} asks you for an update on ${theirs(letter)}. Please answer by ${sayPartialDate(letter.by)}.`,
      'One page has all of them, with what was said last time. If nothing has changed, one click says so:',
    ],
    ...rest(letter),
  }),
});

/** Reminds somebody who has not answered. */
export const remindingMail = (letter: RoundLetter, period: string): Mail => ({
  ...{ to: letter.to, kind: REMINDING, period },
  ...writeLetter({
    subject: `Reminder: your update by ${sayPartialDate(letter.by)}: ${count(letter.actions.length, 'action')}`,
    before: [
      ...greeting(letter),
      `${letter.partnership} has not had your update yet on ${theirs(letter)}. Please answer by ${sayPartialDate(letter.by)}, or as soon as you can.`,
      'If nothing has changed, one click says so:',
    ],
    ...rest(letter),
  }),
});

const greeting = ({ to, standsInFor }: RoundLetter): string[] => [
  `Dear ${to.name},`,
  ...(standsInFor === null ? [] : [`You are standing in for ${standsInFor}, so their email comes to you.`]),
];

const MOST_NAMED = 12;

function theirs({ actions, standsInFor }: RoundLetter): string {
  const whose = standsInFor === null ? 'your' : 'their';
  if (actions.length === 1) return `${whose} action ${actions[0]}`;
  const number = `${actions.length} of ${whose} actions`;
  return actions.length > MOST_NAMED ? number : `${number}: ${sayList(actions)}`;
}

const rest = ({
  address,
  actions,
}: RoundLetter): { button: { words: string; address: string }; after: string[] } => ({
  button: { words: actions.length === 1 ? 'Tell us about it' : 'Tell us about them', address },
  after: [
    'If you would rather use a spreadsheet, fill in the one attached to this email and choose it on that page. You can check what it says there before you send it.',
    'You need no account and no password. Anyone who has the link can answer for you, so please do not pass it on. It works until you have answered.',
    'If an action is no longer yours, please tell the partnership.',
  ],
});
