import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from './plain-words.js';

/** A command line as it was given: whether each option stands there, and everything else in order. */
export interface Arguments<Option extends string, Valued extends string> {
  options: Record<Option | 'help', boolean>;
  /** Of the options that take a value: each value, for they may be given more than once. */
  values: Record<Valued, string[]>;
  others: string[];
}

/**
 * Reads the command line. `--help` and `-h` are options of every command.
 * @param known the command's own options
 * @param help is shown with what is refused
 * @param valued options that take a value: `--accept CODE` or `--accept=CODE`
 * @throws Refusal for an option that there is not, and for one without its value
 */
export function readArguments<Option extends string = never, Valued extends string = never>(
  known: readonly Option[],
  help: string,
  valued: readonly Valued[] = [],
): Arguments<Option, Valued> {
  const config: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const option of known) config[option] = { type: 'boolean' };
  for (const option of valued) config[option] = { type: 'string', multiple: true };
  const { tokens, positionals } = parseArgs({
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const takesValue = (name: string): boolean => (valued as readonly string[]).includes(name);
  for (const { name, rawName, value } of given) {
    if (!Object.hasOwn(config, name) || (value !== undefined && !takesValue(name)))
      throw new Refusal(`There is no option ${rawName}\n\n${help}`);
    if (takesValue(name) && (!value || value.startsWith('-')))
      throw new Refusal(`${rawName} needs a value\n\n${help}`);
  }
  const options = Object.fromEntries(
    Object.keys(config).map((option) => [option, given.some(({ name }) => name === option)]),
  ) as Arguments<Option, Valued>['options'];
  const values = Object.fromEntries(
    valued.map((option) => [
      option,
      given.flatMap(({ name, value }) => (name === option && value ? [value] : [])),
    ]),
  ) as Arguments<Option, Valued>['values'];
  return { options, values, others: positionals };
}
