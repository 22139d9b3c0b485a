import { sayInstant } from '../../accounts/web/say.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { PUBLIC_KINDS, type PublicKind } from '../../publishing/changes/public-kinds.js';
import { DELIVERY_STATE_WORDS, SIGNATURE_WORDS, SIGNATURES, WEBHOOK_STATE_WORDS } from '../webhook.js';
import type { NamedChoice, WebhookChoices } from '../webhook-choices.js';
import type { Webhook } from '../webhook.entity.js';
import type { DeliveryItem, WebhookTally } from '../webhook-history.js';

const KIND_WORDS: Record<PublicKind, string> = {
  partnership: 'Partnerships',
  theme: 'Themes',
  agency: 'Agencies',
  review: 'Reviews',
  'learning-point': 'Learning points',
  recommendation: 'Recommendations',
  briefing: 'Briefings',
  resource: 'Resources',
};

interface Choice {
  value: string;
  text: string;
  checked: boolean;
}

interface Option {
  value: string;
  text: string;
  selected: boolean;
}

export interface WebhookFormView {
  given: Record<string, unknown>;
  problems: FormProblem[];
  signatures: Choice[];
  kinds: Choice[];
  themes: Option[];
  publishers: Option[];
  froms: Choice[];
}

/** @param chosen kinds that are ticked */
export function presentWebhookForm(
  { themes, publishers }: WebhookChoices,
  given: Record<string, unknown>,
  chosen: readonly string[],
  problems: FormProblem[],
): WebhookFormView {
  return {
    ...{ given, problems },
    signatures: SIGNATURES.map((value) => ({
      ...{ value, text: SIGNATURE_WORDS[value], checked: value === (given.signature ?? 'v1a') },
    })),
    kinds: PUBLIC_KINDS.map((value) => ({
      ...{ value, text: KIND_WORDS[value], checked: chosen.includes(value) },
    })),
    themes: optionsOf('All themes', themes, given.theme),
    publishers: optionsOf('All publishers', publishers, given.publisher),
    froms: [
      { value: 'now', text: 'Only what changes from now on', checked: given.from !== 'beginning' },
      {
        value: 'beginning',
        text: 'Everything that there is, then what changes',
        checked: given.from === 'beginning',
      },
    ],
  };
}

const optionsOf = (all: string, choices: readonly NamedChoice[], chosen: unknown): Option[] => [
  { value: '', text: all, selected: !chosen },
  ...choices.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen })),
];

export interface WebhookLine {
  id: string;
  name: string;
  address: string;
  /** Empty for one that is on. */
  state: string;
  waiting: number;
  dead: number;
}

export const presentWebhookLine = (
  { id, name, address, state }: Webhook,
  { waiting, dead }: WebhookTally = { waiting: 0, dead: 0 },
): WebhookLine => ({
  ...{ id, name, address, waiting, dead },
  state: state === 'on' ? '' : WEBHOOK_STATE_WORDS[state],
});

interface MessageView {
  /** “Updated: review”. */
  what: string;
  path: string | null;
  recordId: string | null;
  /** “26 November 2026 at 08:46, try 2”. */
  when: string;
  state: string;
  isBad: boolean;
  answer: string;
  cursor: string | null;
}

export interface WebhookView extends WebhookLine {
  isOn: boolean;
  email: string;
  signature: string;
  publicKey: string | null;
  oldPublicKey: string | null;
  /** Until when the key before signs as well; empty where none does. */
  oldUntil: string;
  follows: string;
  restUntil: string;
  recent: MessageView[];
  given: MessageView[];
  problems: FormProblem[];
  /** What stands in the form for sending again. */
  again: Record<string, unknown>;
}

/** What of one webhook its page shows. */
export interface ShownWebhook {
  webhook: Webhook;
  tally?: WebhookTally;
  choices: WebhookChoices;
  recent: DeliveryItem[];
  dead: DeliveryItem[];
}

export function presentWebhook(
  { webhook, tally, choices, recent, dead }: ShownWebhook,
  now: Date,
  again: Record<string, unknown>,
  problems: FormProblem[],
): WebhookView {
  const { oldUntil, restUntil, signature, publicKey, email } = webhook;
  const rotates = oldUntil !== null && oldUntil > now;
  return {
    ...presentWebhookLine(webhook, tally),
    ...{ email, publicKey, problems, again, isOn: webhook.state === 'on' },
    signature: SIGNATURE_WORDS[signature],
    oldPublicKey: rotates ? webhook.oldPublicKey : null,
    oldUntil: rotates ? sayInstant(oldUntil) : '',
    follows: followsOf(webhook, choices),
    restUntil: restUntil && restUntil > now ? sayInstant(restUntil) : '',
    recent: recent.map(presentMessage),
    given: dead.map(presentMessage),
  };
}

function followsOf({ kinds, themeId, publisherId }: Webhook, { themes, publishers }: WebhookChoices): string {
  const named = (id: string | null, of: readonly NamedChoice[], what: string): string[] =>
    id === null ? [] : [`${what}: ${of.find((one) => one.id === id)?.name ?? 'one that is gone'}`];
  const parts = [
    ...(kinds ? [kinds.map((kind) => KIND_WORDS[kind]).join(', ')] : []),
    ...named(themeId, themes, 'theme'),
    ...named(publisherId, publishers, 'publisher'),
  ];
  return parts.join('; ') || 'Everything';
}

const EVENT_WORDS = {
  published: 'Published',
  updated: 'Updated',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
  ping: 'Test',
} as const;

function presentMessage({ kind, recordId, event, ...message }: DeliveryItem): MessageView {
  const isPing = kind === 'ping';
  const { state, status, triedAt, tries } = message;
  const again = state === 'waiting' ? `, tried again ${sayInstant(message.nextTryAt)}` : '';
  return {
    what: isPing ? EVENT_WORDS.ping : `${EVENT_WORDS[event]}: ${kind.replace('-', ' ')}`,
    path: message.path,
    recordId: isPing ? null : recordId,
    when: `${triedAt ? sayInstant(triedAt) : 'Not tried yet'}, try ${tries}${again}`,
    state: DELIVERY_STATE_WORDS[state],
    isBad: state !== 'delivered',
    answer: [status === null ? [] : `Answered ${status}`, message.answer ?? []]
      .flat()
      .filter(Boolean)
      .join(': '),
    cursor: message.cursor,
  };
}
