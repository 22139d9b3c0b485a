import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { EmptyIsNothing, LineField, OptionalId } from '../../../platform/http/forms/field.decorators.js';
import { cutAtWord } from '../../../platform/text/text.js';
import { IsOptional, MaxLength } from 'class-validator';
import { addDays } from '../../day.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { ExactDayNeeded, namedChoices, OptionalChoice, TickedIds, type FormField } from '../../web/fields.js';

/** Which actions a round is about. */
export const ROUND_SCOPES = {
  all: 'All that are open',
  review: 'Those of one review',
  agency: 'Those that one agency leads or supports',
  ticked: 'Those that I tick',
} as const;
type RoundScope = keyof typeof ROUND_SCOPES;

export class RoundForm {
  @LineField('The name')
  name: string;

  @ExactDayNeeded('The day')
  by: string;

  @OptionalChoice(Object.keys(ROUND_SCOPES), 'Choose which actions')
  which?: RoundScope;

  @EmptyIsNothing()
  @IsOptional()
  @MaxLength(300, { message: 'Choose a review from the list' })
  review?: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;

  @TickedIds('Tick actions of the list')
  actions?: string[];
}

/** What there is to choose from. */
export interface RoundChoices {
  reviews: readonly { slug: string; label: string }[];
  agencies: readonly { id: string; name: string }[];
  /** Open actions, the soonest due first. */
  actions: readonly { id: string; ref: string; text: string | null }[];
}

/** More than these nobody looks through. */
export const MOST_TO_TICK = 100;
const DAYS_TO_ANSWER = 14;
const LONGEST_TEXT = 120;

/** @param name of the month */
export function roundFields(today: string, { reviews, agencies, actions }: RoundChoices): FormField[] {
  const scopes = Object.entries(ROUND_SCOPES).filter(
    ([scope]) =>
      (scope !== 'review' || reviews.length > 0) &&
      (scope !== 'agency' || agencies.length > 0) &&
      (scope !== 'ticked' || actions.length > 0),
  );
  return [
    {
      ...{ kind: 'line', name: 'name', label: 'What is the round called?', width: 'govuk-input--width-20' },
      ...{ initial: `Updates for ${sayPartialDate(today.slice(0, 7))}`, autocomplete: 'off' },
      hint: 'It is not in the emails',
    },
    {
      ...{ kind: 'line', name: 'by', label: 'By when should people answer?', width: 'govuk-input--width-10' },
      ...{ initial: sayPartialDate(addDays(today, DAYS_TO_ANSWER)), autocomplete: 'off' },
      hint: 'Such as 12 June 2025',
    },
    {
      ...{ kind: 'radios', name: 'which', label: 'Which actions?', initial: 'all' },
      choices: scopes.map(([value, text]) => ({ value, text })),
    },
    ...(reviews.length > 0
      ? [
          {
            ...({ kind: 'select', name: 'review', label: 'Which review?' } as const),
            hint: 'Only if you chose “Those of one review”',
            choices: namedChoices(
              reviews.map(({ slug: id, label: name }) => ({ id, name })),
              'None',
            ),
          },
        ]
      : []),
    ...(agencies.length > 0
      ? [
          {
            ...({ kind: 'select', name: 'agency', label: 'Which agency?' } as const),
            hint: 'Only if you chose “Those that one agency leads or supports”',
            choices: namedChoices(agencies, 'None'),
          },
        ]
      : []),
    ...(actions.length > 0
      ? [
          {
            ...({ kind: 'ticks', name: 'actions', label: 'Actions to tick' } as const),
            choices: actions.map(({ id, ref, text }) => ({
              value: id,
              text: `${ref} ${cutAtWord(text ?? 'Words that were taken out', LONGEST_TEXT)}`,
            })),
          },
        ]
      : []),
  ];
}

/** What is missing for the scope that was chosen. */
export function missingForScope({ which, review, agency, actions }: RoundForm): FormProblem[] {
  if (which === 'review' && !review) return [{ text: 'Choose a review', href: '#review' }];
  if (which === 'agency' && !agency) return [{ text: 'Choose an agency', href: '#agency' }];
  if (which === 'ticked' && !actions) return [{ text: 'Tick the actions', href: '#actions' }];
  return [];
}
