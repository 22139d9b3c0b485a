import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { ERROR_STATUSES } from '../../platform/http/errors/error-statuses.js';
import { LibraryError, type ErrorCode } from '../../platform/http/errors/library-error.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import type { Asked } from '../tracking-log.js';
import { presentFields, type FormField, type FormFieldView } from './fields.js';

/** What a form carries unseen: from which version it was made, and what tells it from a form that is sent twice. */
export interface Carried {
  version: number | null;
  once: string;
}

export interface FormView extends Carried {
  action: string;
  button: string;
  fields: FormFieldView[];
  problems: FormProblem[];
}

/** What was sent: its words stay where it comes back. */
export type SentForm = Record<string | symbol, unknown>;

/** @param given what was typed; null for a form that is shown for the first time */
export function presentForm(
  fields: readonly FormField[],
  {
    given,
    problems = [],
    ...form
  }: {
    given: SentForm | null;
    problems?: FormProblem[];
    action: string;
    button: string;
    version: number | null;
  },
): FormView {
  return { ...form, once: randomUUID(), fields: presentFields(fields, given), problems };
}

const ONCE = /^[\w-]{1,100}$/;

/** What a form says of itself: sent twice, it is done once; overtaken, it is refused. */
export function askedByForm(request: Request, form: object, { onlyAdds = false } = {}): Asked {
  const { once, version } = request.body as Record<string, unknown>;
  return {
    key: typeof once === 'string' && ONCE.test(once) ? once : null,
    request: `${request.method} ${request.path} ${JSON.stringify(form)}`,
    version: onlyAdds ? null : carriedVersion(version),
  };
}

export const carriedVersion = (version: unknown): number | null =>
  typeof version === 'string' && /^\d{1,15}$/.test(version) ? Number(version) : null;

/** Fields that codes are about, where the error names none. */
const FIELDS: Partial<Record<ErrorCode, string>> = {
  'reason-required': 'reason',
  'recheck-required': 'recheckOn',
  'impact-required': 'noEvidence',
  'effective-in-future': 'on',
  'actions-open': 'stopActions',
  'responses-not-late': 'to',
  circle: 'supersededBy',
};

/** What is said better to somebody before a page than to a program. */
const SAID: Partial<Record<ErrorCode, string>> = {
  overtaken:
    'Somebody else changed this after you opened the form. What you typed is still here. Look at how it stands now, and send the form again if it still holds',
  'key-used':
    'You sent this form once already, and went back to it. Look at how it stands now, and send the form again only if something is missing',
};

/** Codes of what is wrong with what somebody asked for, as opposed to who asks, or where. */
const SHOWN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...(['invalid-request', 'reason-required', 'recheck-required', 'impact-required'] as const),
  ...(['effective-in-future', 'actions-open', 'already-corrected', 'already-followed', 'circle'] as const),
  ...(['closed', 'not-closed', 'decided', 'responses-not-late', 'key-used', 'overtaken'] as const),
  ...(['identifies', 'own-words', 'not-public', 'nothing-written'] as const),
]);

/** What is wrong with a form that was refused, and the status to say it with. @throws the error, where it is no such thing */
export function refusalOf(
  error: unknown,
  fields: readonly Pick<FormField, 'name' | 'kind'>[],
): { problems: FormProblem[]; status: number; code: ErrorCode } {
  if (!(error instanceof LibraryError) || !SHOWN.has(error.code)) throw error;
  const { code, message } = error;
  const given = error.fields.map(({ field }) => field);
  const [field] = given.length > 0 ? given : [FIELDS[code] ?? ''];
  const text = SAID[code] ?? message;
  return {
    problems: [problemWith(placeOf(field!, fields), text)],
    status: ERROR_STATUSES[code].status,
    code,
  };
}

/** The field itself, or the one with the words, where a form asks for a reason under another name. */
function placeOf(field: string, fields: readonly Pick<FormField, 'name' | 'kind'>[]): string {
  if (fields.some(({ name }) => name === field)) return field;
  const words = field === 'reason' ? fields.find(({ kind }) => kind === 'words') : undefined;
  return words?.name ?? 'main-content';
}

/**
 * Takes a form that was sent: does what it asks and leads on, or shows it again with what is wrong.
 * @param Class what its fields must be
 * @param form.page the page with the form, with these problems
 * @param form.next the address that it leads to
 * @throws what the deed throws, where it is nothing that somebody could put right in the form
 */
export async function takeForm<Form extends object>(
  Class: new () => Form,
  body: SentForm,
  response: Response,
  {
    view,
    fields,
    page,
    deed,
    next,
  }: {
    view: string;
    fields: readonly Pick<FormField, 'name' | 'kind'>[];
    page: (problems: FormProblem[]) => Promise<object>;
    deed: (form: Form) => Promise<unknown>;
    next: string;
  },
): Promise<void> {
  const { form, problems } = await readForm(Class, body);
  if (problems.length > 0) return showAgain(response, view, await page(problems));
  try {
    await deed(form);
  } catch (error) {
    const refused = refusalOf(error, fields);
    return showAgain(response, view, await page(refused.problems), refused.status);
  }
  response.redirect(303, next);
}

/** Shows a form again that was not taken. */
export function showAgain(response: Response, view: string, page: object, status = 400): void {
  response.status(status).render(view, page);
}
