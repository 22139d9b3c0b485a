import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import jestCircus from 'jest-circus/runner';
import { loadTypeScript, resolveBuilt } from './hooks.mjs';

const require = createRequire(import.meta.url);

registerHooks({ resolve: resolveBuilt, load: loadTypeScript });
process.setSourceMapsEnabled(true);

/**
 * Runs a spec as Jest does, but for one thing: what the spec imports is loaded by Node itself, once for all specs of a
 * worker, and not anew for each of them into a world of its own. See docs/adr/0032.
 */
export default async function runSpec(globalConfig, config, environment, runtime, testPath, send) {
  // Node finds the lines of the sources; Jest knows those alone that it has translated.
  Error.prepareStackTrace = undefined;
  const node = {
    requireInternalModule: anew,
    requireModule: require,
    setGlobalsForRuntime: (globals) => (globalThis[Symbol.for('spec globals')] = globals),
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: async (path) => await import(pathToFileURL(path)),
    enterTestCode: () => undefined,
    leaveTestCode: () => undefined,
  };
  return await jestCircus.default(globalConfig, config, environment, node, testPath, send);
}

/** What lists the tests of a spec begins with none, and tells nobody who listened to the spec before. */
function anew(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return require(path);
}
