import { Matches } from 'class-validator';
import {
  CONTACT_ABOUT,
  CONTACT_AUDIENCES,
  type ContactAbout,
  type ContactAudience,
} from '../../../partnerships/partnership.js';
import type { ContactLineItem } from '../../../partnerships/partnership.model.js';
import { ChoiceField, LineField, OptionalLine } from '../../../platform/http/forms/field.decorators.js';
import { problemsOfAge, readForm } from '../../../platform/http/forms/read-form.js';
import { problemWith, type FormProblem } from '../../../platform/pages/form-problem.js';

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

export interface ReadLines {
  /** As they were typed. */
  typed: TypedLine[];
  lines: ContactLineItem[];
  problems: FormProblem[];
}

/** As many as a bundle may give. */
const MOST_LINES = 50;

/** The fields of one line, as they were typed; each is sent under its name and the line's number: `phone-2`. */
export type TypedLine = Record<keyof ContactLineForm, string>;

const typedLines = (body: Record<string | symbol, unknown>): TypedLine[] =>
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

/** Lines as they are to be kept: one without a team and a number says nothing. There must be one. */
export async function readLines(body: Record<string | symbol, unknown>): Promise<ReadLines> {
  const typed = typedLines(body);
  const problems = problemsOfAge(body);
  const lines: ContactLineItem[] = [];
  if (problems.length > 0) return { typed, lines, problems };
  for (const [at, line] of typed.entries()) {
    if (!line.team.trim() && !line.phone.trim()) continue;
    const { form, problems: found } = await readForm(ContactLineForm, line);
    problems.push(
      ...found.map(({ text, href }) => ({ text: `Line ${at + 1}: ${text}`, href: `${href}-${at + 1}` })),
    );
    lines.push({ about: form.about, audience: form.audience, team: form.team ?? null, phone: form.phone });
  }
  if (lines.length === 0) problems.push(problemWith('phone-1', 'Enter at least one telephone number'));
  return { typed, lines, problems };
}
