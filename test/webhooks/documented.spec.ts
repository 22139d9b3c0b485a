import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newMessageKey, signatureOf } from '../../src/webhooks/signing/message-keys.js';

const BODY = '{"type":"ping","timestamp":"2026-11-27T09:00:00.000Z","data":{}}';

interface Documented {
  isFromTheLibrary(headers: Record<string, string>, body: string, publicKeys: string[]): boolean;
  readMessage(secret: string, headers: Record<string, string>, body: string): unknown;
}

let folder: string;
let documented: Documented;
beforeAll(async () => {
  const text = await readFile('docs/webhooks.md', 'utf8');
  const examples = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code).join('\n');
  // Beside the packages that it imports.
  folder = await mkdtemp(join(process.cwd(), 'node_modules/.documented-'));
  const file = join(folder, 'example.mjs');
  await writeFile(file, stripTypeScriptTypes(examples));
  documented = (await import(pathToFileURL(file).href)) as Documented;
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

function headersBy(keys: string[], seconds = Math.floor(Date.now() / 1000)): Record<string, string> {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureOf('msg_1', seconds, BODY, keys),
  };
}

it('the documented check knows messages of ours by their public key, and refuses all others', () => {
  const [one, next, other] = [newMessageKey('v1a'), newMessageKey('v1a'), newMessageKey('v1a')];
  const check = (headers: Record<string, string>, body = BODY, keys = [one.publicKey!]): boolean =>
    documented.isFromTheLibrary(headers, body, keys);
  expect(check(headersBy([one.key]))).toBe(true);
  expect(check(headersBy([next.key, one.key]))).toBe(true);
  expect(check(headersBy([one.key]), BODY, [next.publicKey!, one.publicKey!])).toBe(true);
  expect(check(headersBy([other.key]))).toBe(false);
  expect(check(headersBy([one.key]), `${BODY} `)).toBe(false);
  expect(check(headersBy([one.key], Math.floor(Date.now() / 1000) - 301))).toBe(false);
  expect(check({ ...headersBy([one.key]), 'webhook-id': 'msg_2' })).toBe(false);
  expect(check({})).toBe(false);
});

it('the documented check knows messages of ours by a secret', () => {
  const { key } = newMessageKey('v1');
  expect(documented.readMessage(key, headersBy([newMessageKey('v1').key, key]), BODY)).toEqual(
    JSON.parse(BODY),
  );
  expect(() => documented.readMessage(key, headersBy([newMessageKey('v1').key]), BODY)).toThrow();
  expect(() =>
    documented.readMessage(key, headersBy([key], Math.floor(Date.now() / 1000) - 301), BODY),
  ).toThrow('too old');
});
