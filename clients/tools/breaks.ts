import ts from 'typescript';
import {
  operationsOf,
  resolved,
  type Described,
  type DescribedAnswer,
  type Operation,
} from '../../src/describing/openapi-types.ts';
import { typesOf } from './types-of.ts';

/** Two types of which one must do for the other, and what that is about. */
interface Pair {
  about: string;
  from: string;
  to: string;
}

const FOLDER = '/compared';
const OPTIONS: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, types: [] },
  ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, lib: ['lib.es2022.d.ts'] },
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/**
 * What of a change of the API would break a program that was written against the released description: the types of both
 * are compiled against each other. What was answered must still be answered (a new field does no harm), and what was asked
 * may still be asked (a new parameter that may be left out does no harm).
 * @returns a sentence for each; empty, where nothing breaks
 */
export async function breaks(released: Described, now: Described): Promise<string[]> {
  const current = new Map([...operationsOf(now)].map((one) => [`${one.method} ${one.path}`, one.operation]));
  const gone: string[] = [];
  const pairs: Pair[] = [];
  for (const { method, path, operation } of operationsOf(released)) {
    const about = `${method.toUpperCase()} ${path}`;
    const other = current.get(`${method} ${path}`);
    if (!other) gone.push(`${about}: is gone`);
    else if (other.operationId !== operation.operationId)
      gone.push(`${about}: is called ${other.operationId} and was ${operation.operationId}`);
    else {
      pairs.push(...asked(about, operation, other));
      for (const [media, status] of answersOf(released, operation))
        if (resolved(now, other.responses[status] ?? NONE).content?.[media])
          pairs.push(answered(about, operation, media, status));
        else gone.push(`${about}: does not answer ${status} as ${media} any more`);
    }
  }
  return [...gone, ...compiled(pairs, await typesOf(released), await typesOf(now))];
}

const NONE: DescribedAnswer = { description: '' };

const answersOf = (description: Described, { responses }: Operation): [media: string, status: string][] =>
  Object.entries(responses).flatMap(([status, given]) =>
    Object.keys(resolved(description, given).content ?? {}).map((media): [string, string] => [media, status]),
  );

function answered(about: string, { operationId }: Operation, media: string, status: string): Pair {
  const at = `['${operationId}']['responses'][${status === 'default' ? `'default'` : status}]['content']['${media}']`;
  return { about: `${about}: what it answers with ${status}`, from: `New${at}`, to: `Old${at}` };
}

function asked(about: string, { operationId }: Operation, other: Operation): Pair[] {
  const places = ['query', 'path', 'header'].flatMap((place): Pair[] => {
    const old = `Part<Old['${operationId}']['parameters'], '${place}'>`;
    const next = `Part<New['${operationId}']['parameters'], '${place}'>`;
    const it = `${about}: what may be asked in the ${place}`;
    return [
      { about: it, from: old, to: next },
      // A parameter that does not exist is refused.
      { about: it, from: `keyof ${old}`, to: `keyof ${next}` },
    ];
  });
  if (!other.requestBody) return places;
  const at = `['${operationId}']['requestBody']`;
  const sent = { about: `${about}: what may be sent`, from: `Body<Old${at}>`, to: `Body<New${at}>` };
  return [...places, sent, { ...sent, from: `keyof ${sent.from}`, to: `keyof ${sent.to}` }];
}

const HELPERS = `
import type { operations as Old } from './released.js';
import type { operations as New } from './now.js';
type Part<Of, Place extends string> = Of extends { [Name in Place]?: infer Given } ? NonNullable<Given> : {};
type Body<Of> = NonNullable<Of> extends { content: infer Content } ? Content[keyof Content] : {};
`;

/** What the compiler finds, with what it is about. */
function compiled(pairs: readonly Pair[], released: string, now: string): string[] {
  const lines = pairs.map(
    ({ from, to }, at) => `declare const a${at}: ${from}; export const b${at}: ${to} = a${at};`,
  );
  const head = HELPERS.split('\n').length - 1;
  const files = new Map([
    [`${FOLDER}/released.ts`, released],
    [`${FOLDER}/now.ts`, now],
    [`${FOLDER}/check.ts`, HELPERS + lines.join('\n')],
  ]);
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language) => {
    const text = files.get(name);
    return text === undefined ? read(name, language) : ts.createSourceFile(name, text, language, true);
  };
  host.fileExists = (name) => files.has(name) || ts.sys.fileExists(name);
  host.directoryExists = (name) => name === FOLDER || ts.sys.directoryExists(name);
  host.readFile = (name) => files.get(name) ?? ts.sys.readFile(name);
  const program = ts.createProgram([`${FOLDER}/check.ts`], OPTIONS, host);
  const found = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const words = ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
    const isOurs = file?.fileName.endsWith('/check.ts');
    const pair = isOurs ? pairs[file!.getLineAndCharacterOfPosition(start).line - head] : undefined;
    return `${pair?.about ?? file?.fileName ?? 'The compiler'}: ${words}`;
  });
  return [...new Set(found)];
}
