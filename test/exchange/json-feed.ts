import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true });
// The package is CommonJS.
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
const fits = ajv.compile(
  JSON.parse(readFileSync(new URL('json-feed-1.1.schema.json', import.meta.url), 'utf8')) as object,
);

/** What of an answer does not fit JSON Feed 1.1, and ids that are there twice; empty, where all does. */
export function faultsOfJsonFeed(text: string): string[] {
  const feed = JSON.parse(text) as { items?: { id: string }[] };
  fits(feed);
  const ids = feed.items?.map(({ id }) => id) ?? [];
  return [
    ...(fits.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is there twice`),
  ];
}
