import { SAYS_WHO_ASKS } from '../errors/validation.js';

export type AskedParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The parameters of an address without who asks: that is nobody else's business. */
export const withoutAsker = ({ [SAYS_WHO_ASKS]: _, ...others }: AskedParameters): AskedParameters => others;

/** AskedParameters as an address has them, by name; repeats stay in the order in which they were given. */
export const inOrder = (parameters: AskedParameters): string =>
  Object.keys(parameters)
    .toSorted()
    .flatMap((name) => [parameters[name] ?? []].flat().map((value) => [name, value] as const))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
