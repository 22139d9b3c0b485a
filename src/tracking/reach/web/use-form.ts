import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { sayPartialDate } from '../../../platform/dates/partial-date.js';
import { LineField, OptionalId } from '../../../platform/http/forms/field.decorators.js';
import { isSlug } from '../../../platform/http/listing/address.js';
import { problemWith } from '../../../platform/pages/form-problem.js';
import type { ListedAgency } from '../../agency-list.js';
import { namedChoices, OptionalWords, ExactDayNeeded, WordsField, type FormField } from '../../web/fields.js';
import { MOST_PEOPLE, type UseKind } from '../reach.js';

const HOW_MANY = `Enter how many people took part, from 1 to ${MOST_PEOPLE.toLocaleString('en-GB')}`;

/** As it is typed, before a page knows what it says. */
export class UseForm {
  @LineField('The address of its page', 2000)
  address: string;

  @ExactDayNeeded('The day of the discussion')
  on: string;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d+$/.test(value.trim()) ? Number(value) : value,
  )
  @Max(MOST_PEOPLE, { message: HOW_MANY })
  @Min(1, { message: HOW_MANY })
  @IsInt({ message: HOW_MANY })
  people: number;

  @OptionalId('Choose an agency of the list')
  agency?: string;

  @OptionalWords('What it changed')
  changed?: string;

  @OptionalWords('What shows that')
  evidence?: string;
}

export class UseTakenBackForm {
  @WordsField('Why it is taken back')
  reason: string;
}

/** Where pages of what can be used are. */
const PLACES: Readonly<Record<string, UseKind>> = {
  reviews: 'review',
  themes: 'theme',
  briefings: 'briefing',
};
const ADDRESS = new RegExp(`(?:^|/)(${Object.keys(PLACES).join('|')})/([^/?#\\s]+)/?(?:[?#].*)?$`, 'u');

/** What a page is about, by its address as people copy it; null for any other page. */
export function usedAt(address: string): { kind: UseKind; slug: string } | null {
  const [, place, slug] = ADDRESS.exec(address.trim()) ?? [];
  if (!place || !slug) return null;
  try {
    const decoded = decodeURIComponent(slug);
    return isSlug(decoded) ? { kind: PLACES[place]!, slug: decoded } : null;
  } catch {
    return null;
  }
}

export const addressOfUsed = ({ kind, slug }: { kind: UseKind; slug: string }): string =>
  `/${Object.keys(PLACES).find((place) => PLACES[place] === kind)!}/${encodeURIComponent(slug)}`;

export const UNKNOWN_ADDRESS = problemWith(
  'address',
  'Enter the address of a review, theme or briefing in this library, such as /themes/neglect',
);

/**
 * @param about the address of what is used, where it is known; else it is asked for
 * @param agencies to choose from; none for whoever records for their own
 */
export const useFields = (
  today: string,
  about: string | null,
  agencies: readonly ListedAgency[],
): FormField[] => [
  {
    ...{ kind: about === null ? 'line' : 'hidden', name: 'address', autocomplete: 'off' },
    ...{ label: 'What did you use? The address of its page', initial: about ?? '' },
    hint: 'Such as /themes/neglect. Easier: open the page of the review, theme or briefing and choose “We used this”',
  },
  {
    ...{ kind: 'line', name: 'on', label: 'When was it discussed?', width: 'govuk-input--width-10' },
    ...{ initial: sayPartialDate(today), autocomplete: 'off', hint: 'Such as 31 March 2025' },
  },
  {
    ...{ kind: 'line', name: 'people', label: 'How many people took part?', autocomplete: 'off' },
    width: 'govuk-input--width-5',
  },
  ...(agencies.length === 0
    ? []
    : [
        {
          ...{ kind: 'select' as const, name: 'agency', label: 'Which agency are they from?' },
          choices: namedChoices(agencies, 'Choose an agency'),
        },
      ]),
  {
    ...{ kind: 'words', name: 'changed', label: 'What did it change? (optional)', rows: 3 },
    hint: 'Such as: “We ask who else lives at home at every visit now”. Do not name a child or a family',
  },
  {
    ...{ kind: 'words', name: 'evidence', label: 'What shows that? (optional)', rows: 2 },
    hint: 'Such as: “10 of 12 files that we looked at in May say so”',
  },
];

/** Fields that a refusal can be about. */
export const USE_FIELDS: readonly Pick<FormField, 'name' | 'kind'>[] = [
  { kind: 'line', name: 'on' },
  { kind: 'select', name: 'agency' },
];

export const TAKE_BACK_FIELDS: readonly FormField[] = [
  {
    ...{ kind: 'words', name: 'reason', label: 'Why is it taken back?', rows: 2 },
    hint: 'It does not count any more. That it was recorded stays in the list, with this reason',
  },
];
