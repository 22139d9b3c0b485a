import { Injectable, ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { LibraryError, type FieldProblem } from './library-error.js';
import { sayUnknown } from './unknown-parameter.js';

/** Every address of the API takes it, and none reads it: it says who asks. */
export const SAYS_WHO_ASKS = 'mailto';

@Injectable()
class RequestReader extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (typeof value !== 'object' || value === null)
      return (await super.transform(value, metadata)) as unknown;
    if (this.validatorOptions.forbidNonWhitelisted && this.toValidate(metadata))
      refusePassedOver(value, metadata.metatype);
    if (metadata.type !== 'query' || !(SAYS_WHO_ASKS in value))
      return (await super.transform(value, metadata)) as unknown;
    const { [SAYS_WHO_ASKS]: _, ...rest } = value;
    return (await super.transform(rest, metadata)) as unknown;
  }
}

/** Names that every object has are passed over where a DTO is filled, so that nobody else would refuse them. */
function refusePassedOver(value: object, read: ArgumentMetadata['metatype']): void {
  const names = Object.keys(value).filter((name) => name in Object.prototype || name === 'prototype');
  if (names.length === 0) return;
  const known = knownOf(read);
  throw invalid(names.map((field) => ({ field, message: sayUnknown(field, known) })));
}

const invalid = (fields: FieldProblem[]): LibraryError =>
  new LibraryError('invalid-request', fields.map(({ message }) => message).join(' '), fields);

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
    exceptionFactory: (errors) => invalid(errors.flatMap((error) => problems(error))),
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
    ? sayUnknown(property, knownOf(target?.constructor as ArgumentMetadata['metatype']))
    : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** The names that a request's class has rules for. */
function knownOf(read: ArgumentMetadata['metatype']): string[] {
  if (!read) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(read, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}
