import { readFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import ts from 'typescript';

const ROOT = new URL('../../../', import.meta.url).href;
const BUILT = [`${ROOT}src/`, `${ROOT}migrations/`];

const { config } = ts.readConfigFile(fileURLToPath(new URL('tsconfig.json', ROOT)), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(
  {
    ...config.compilerOptions,
    ...{ module: 'esnext', sourceMap: false, inlineSourceMap: true, outDir: undefined },
  },
  fileURLToPath(ROOT),
);

const isTypeScript = (url) =>
  url?.startsWith(ROOT) && !url.startsWith(`${ROOT}node_modules/`) && url.endsWith('.ts');

/** What is tested is what was built; specs, and what supports them, are taken as they are written. */
export function resolveBuilt(specifier, context, next) {
  const from = context.parentURL;
  if (specifier === '@jest/globals')
    return { url: new URL(`globals.mjs?of=${from}`, import.meta.url).href, shortCircuit: true };
  if (!isTypeScript(from) || !/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
  const { href } = new URL(specifier, from);
  const isBuilt = BUILT.some((folder) => href.startsWith(folder)) && !href.endsWith('.spec.js');
  return next(isBuilt ? href.replace(ROOT, `${ROOT}dist/`) : href.replace(/js$/, 'ts'), context);
}

export function loadTypeScript(url, context, next) {
  if (!isTypeScript(url)) return next(url, context);
  const fileName = fileURLToPath(url);
  const { outputText } = ts.transpileModule(readFileSync(fileName, 'utf8'), {
    fileName,
    compilerOptions: options,
  });
  return { format: 'module', source: outputText, shortCircuit: true };
}
