import { Matches } from 'class-validator';
import {
  CONTACT_ABOUT,
  CONTACT_AUDIENCES,
  type ContactAbout,
  type ContactAudience,
} from '../../../partnerships/partnership.js';
import type { ContactLineItem } from '../../../partnerships/partnership.model.js';
import {
  ChoiceField,
  LineField,
  OptionalId,
  OptionalLine,
} from '../../../platform/http/forms/field.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';

export class OwnPartnershipForm {
  @OptionalId('Choose a partnership from the list')
  partnership?: string;

  @OptionalLine('The name of your partnership')
  name?: string;
}

class ContactLineForm {
  @ChoiceField(CONTACT_ABOUT, 'Choose whom the call is about')
  about: ContactAbout;

  @ChoiceField(CONTACT_AUDIENCES, 'Choose who may call')
  audience: ContactAudience;

  @OptionalLine('The team')
  team?: string;

  @Matches(/\d/, { message: 'Enter a telephone number in digits, such as 01234 567890' })
  @LineField('The telephone number', 100)
  phone: string;
}

/** As many as a bundle may give. */
const MOST_LINES = 50;

/** The fields of one line, as they were typed; each is sent under its name and the line's number: `phone-2`. */
export type TypedLine = Record<keyof ContactLineForm, string>;

export const typedLines = (body: Record<string, unknown>): TypedLine[] =>
  Array.from({ length: MOST_LINES }, (_, at) => at + 1)
    .filter((number) => `phone-${number}` in body)
    .map((number) => {
      const given = (part: string): string => {
        const value = body[`${part}-${number}`];
        return typeof value === 'string' ? value : '';
      };
      return {
        about: given('about'),
        audience: given('audience'),
        team: given('team'),
        phone: given('phone'),
      };
    });

/** Lines as they are to be kept: one without a team and a number says nothing. */
export async function readLines(
  typed: TypedLine[],
): Promise<{ lines: ContactLineItem[]; problems: FormProblem[] }> {
  const problems: FormProblem[] = [];
  const lines: ContactLineItem[] = [];
  for (const [at, line] of typed.entries()) {
    if (!line.team.trim() && !line.phone.trim()) continue;
    const { form, problems: found } = await readForm(ContactLineForm, line);
    problems.push(
      ...found.map(({ text, href }) => ({ text: `Line ${at + 1}: ${text}`, href: `${href}-${at + 1}` })),
    );
    lines.push({ about: form.about, audience: form.audience, team: form.team ?? null, phone: form.phone });
  }
  return { lines, problems };
}
