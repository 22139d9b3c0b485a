import { addressOf } from '../platform/pages/addresses.js';
import { resolved, type Described, type DescribedParameter, type Operation } from './openapi-types.js';

/** So many items show what an answer is like. */
const FEW = 2;

/**
 * One request of an operation that answers from the library's own first content: its path, with every parameter that has
 * an example. Null where one that is needed has none, as ids have that every library gives out itself.
 */
export function exampleRequest(description: Described, path: string, operation: Operation): string | null {
  const parameters = (operation.parameters ?? []).map((parameter) => resolved(description, parameter));
  const filled = fill(path, parameters);
  if (filled === null) return null;
  const query: Record<string, string | number> = {};
  for (const { name, in: place, required, example, schema } of parameters) {
    if (place !== 'query') continue;
    const value = example ?? schema.examples?.[0];
    if (name === 'q' && typeof value === 'string') query.q = value;
    else if (name === 'limit') query.limit = FEW;
    else if (required && (typeof value === 'string' || typeof value === 'number')) query[name] = value;
    else if (required) return null;
  }
  return addressOf(filled, query);
}

function fill(path: string, parameters: readonly DescribedParameter[]): string | null {
  let isWhole = true;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const { example } = parameters.find((one) => one.in === 'path' && one.name === name) ?? {};
    if (typeof example !== 'string') isWhole = false;
    return encodeURIComponent(String(example));
  });
  return isWhole ? filled : null;
}
