import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { LibraryError, type FieldProblem } from './library-error.js';
import { sayUnknown } from './unknown-parameter.js';

/** Every address of the API takes it, and none reads it: it says who asks. */
export const SAYS_WHO_ASKS = 'mailto';

@Injectable()
class RequestReader extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'query' || typeof value !== 'object' || value === null || !(SAYS_WHO_ASKS in value))
      return (await super.transform(value, metadata)) as unknown;
    const { [SAYS_WHO_ASKS]: _, ...rest } = value;
    return (await super.transform(rest, metadata)) as unknown;
  }
}

/**
 * Reads a request into its DTO; what does not fit is named field by field.
 * @param unknownParameters machines are told of a parameter that does not exist (a filter they misspelt would otherwise
 *   silently widen the answer); people's addresses carry all sorts of marks of where they came from, which are ignored
 */
export function readRequest(unknownParameters: 'refused' | 'ignored'): ValidationPipe {
  return new RequestReader({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: unknownParameters === 'refused',
    // For what its class knows: nothing of it is shown.
    validationError: { target: true },
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => problems(error));
      return new LibraryError('invalid-request', fields.map(({ message }) => message).join(' '), fields);
    },
  });
}

/** What a value is matters before what it must look like: one message a field, the most telling one. */
const FIRST = ['whitelistValidation', 'isString', 'isInt', 'isArray'];

function problems(error: ValidationError, path = ''): FieldProblem[] {
  const field = path ? `${path}.${error.property}` : error.property;
  const constraints = error.constraints ?? {};
  const rule = FIRST.find((name) => name in constraints) ?? Object.keys(constraints)[0];
  const own = rule === undefined ? [] : [{ field, message: say(rule, constraints[rule]!, error) }];
  return [...own, ...(error.children ?? []).flatMap((child) => problems(child, field))];
}

const say = (rule: string, message: string, { property, target }: ValidationError): string =>
  rule === 'whitelistValidation'
    ? sayUnknown(property, knownOf(target))
    : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** The names that a request's class has rules for. */
function knownOf(target: object | undefined): string[] {
  if (!target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}
