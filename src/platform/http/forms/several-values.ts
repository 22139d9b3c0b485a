import { Transform } from 'class-transformer';

/** Between the values of a field that was sent more than once: no id and no code of a closed list has it. */
const BETWEEN_VALUES = ',';

/** The values of a field that may be sent more than once, as `togetherIn` puts them; nothing where none was. */
export const SeveralValues = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && value !== '' ? [...new Set(value.split(BETWEEN_VALUES))] : undefined,
  );

/** A form in which fields with several values are one text, as `SeveralValues` takes them. */
export function togetherIn(
  body: Record<string | symbol, unknown>,
  names: readonly string[],
): Record<string | symbol, unknown> {
  const together = names
    .map((name) => [name, valuesOf(body, name)] as const)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, values.join(BETWEEN_VALUES)] as const);
  return { ...body, ...Object.fromEntries(together) };
}

/** The values of a field that may have been sent several times. */
export const valuesOf = (body: Record<string | symbol, unknown>, name: string): string[] =>
  [body[name]].flat().filter((value): value is string => typeof value === 'string' && value !== '');
