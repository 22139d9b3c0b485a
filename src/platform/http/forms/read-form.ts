import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate } from 'class-validator';
import { problemWith, type FormProblem } from '../../pages/form-problem.js';
import { TOO_OLD } from './shows-again.decorator.js';

/** A form as it was sent: either it fits, or it goes back to its sender with what is wrong and what was typed. */
export interface ReadForm<Form> {
  form: Form;
  problems: FormProblem[];
}

/**
 * Reads a form into its class. Fields that the class does not have are dropped: nothing is set by naming it.
 * @param given the body of the request
 */
export async function readForm<Form extends object>(
  Class: new () => Form,
  given: Record<string | symbol, unknown> | undefined,
): Promise<ReadForm<Form>> {
  // A field that was sent twice is none that our forms send.
  const single = Object.entries(given ?? {}).filter(([, value]) => typeof value === 'string');
  const form = plainToInstance(Class, Object.fromEntries(single));
  const tooOld = problemsOfAge(given);
  if (tooOld.length > 0) return { form, problems: tooOld };
  const place = placesOn(Class, given ?? {});
  const errors = await validate(form, { whitelist: true, stopAtFirstError: true });
  return {
    form,
    problems: errors
      .toSorted((one, other) => place(one.property) - place(other.property))
      .map(({ property, constraints = {} }) => ({
        text: Object.values(constraints)[0] ?? 'Check this answer',
        href: `#${property}`,
      })),
  };
}

/** What is wrong with a form that is too old, whatever stands in it; nothing of any other. */
export const problemsOfAge = (given: Record<string | symbol, unknown> | undefined): FormProblem[] =>
  given?.[TOO_OLD] ? [problemWith('main-content', WAS_TOO_OLD)] : [];

/**
 * Where a field stands on its page: browsers send fields in that order. A choice that was not made they do not send; it
 * stands before the field that is declared after it.
 */
function placesOn(Class: new () => object, given: Record<string, unknown>): (field: string) => number {
  const sent = Object.keys(given);
  const rules = getMetadataStorage().getTargetValidationMetadatas(Class, '', false, false);
  const declared = [...new Set(rules.map(({ propertyName }) => propertyName))];
  return (field) => {
    if (sent.includes(field)) return sent.indexOf(field);
    const next = declared.slice(declared.indexOf(field)).find((name) => sent.includes(name));
    return next === undefined ? sent.length : sent.indexOf(next) - 0.5;
  };
}

const WAS_TOO_OLD = 'The page was open for too long. Check what you wrote and send it again';
