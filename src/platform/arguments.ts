import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from './plain-words.js';

/** A command line as it was given: whether each option stands there, and everything else in order. */
export interface Arguments<Option extends string> {
  options: Record<Option | 'help', boolean>;
  others: string[];
}

/**
 * Reads the command line. `--help` and `-h` are options of every command.
 * @param known the command's own options
 * @param help is shown with what is refused
 * @throws Refusal for an option that there is not
 */
export function readArguments<Option extends string = never>(
  known: readonly Option[],
  help: string,
): Arguments<Option> {
  const config: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const option of known) config[option] = { type: 'boolean' };
  const { tokens, positionals } = parseArgs({
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  const strange = given.find(({ name, value }) => !Object.hasOwn(config, name) || value !== undefined);
  if (strange) throw new Refusal(`There is no option ${strange.rawName}\n\n${help}`);
  const options = Object.fromEntries(
    Object.keys(config).map((option) => [option, given.some(({ name }) => name === option)]),
  ) as Arguments<Option>['options'];
  return { options, others: positionals };
}
