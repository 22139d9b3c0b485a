import { routesOf } from '../../src/platform/http/access/routes.js';
import type { TestLibrary } from './app.js';

/**
 * Every public address, as the routes declare it, with its parameters filled; not those that only lead to another site.
 * @param parameters by the path of the route without its first stroke, or by the noun before its first parameter: what comes
 *   in the place of that parameter and those that follow it (`shared.rss` for `:slug.:format`). Of a route without parameters:
 *   whole addresses, with the question without which it answers nothing
 */
export function publicAddresses(
  { app }: Pick<TestLibrary, 'app'>,
  parameters: Readonly<Record<string, readonly string[]>>,
): string[] {
  const routes = routesOf(app).filter(
    ({ access, method, path }) =>
      access === 'public' && method === 'GET' && !path.startsWith('/sign-in/with/'),
  );
  return routes.flatMap(({ path, handler }) => {
    if (!path.includes(':')) return parameters[path.slice(1)] ?? [path];
    const [, noun = path] = /([^/]+\/:\w+)/.exec(path) ?? [];
    const values = parameters[path.slice(1)] ?? parameters[noun];
    if (!values) throw new Error(`${handler}: say what ${noun} is to be filled with`);
    return values.map((value) => path.replace(/:\w+([/.]:\w+)*/, value));
  });
}
