import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
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
  if (given?.[TOO_OLD]) return { form, problems: [problemWith('main-content', WAS_TOO_OLD)] };
  const errors = await validate(form, { whitelist: true, stopAtFirstError: true });
  return {
    form,
    problems: errors.map(({ property, constraints = {} }) => ({
      text: Object.values(constraints)[0] ?? 'Check this answer',
      href: `#${property}`,
    })),
  };
}

const WAS_TOO_OLD = 'The page was open for too long. Check what you wrote and send it again';
