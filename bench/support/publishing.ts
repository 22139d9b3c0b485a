import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { built } from './built.ts';
import { getJson, percentiles, type Percentiles } from './load.ts';
import type { MeasuredLibrary } from './measured-library.ts';

const { importBundles } =
  await built<typeof import('../../src/imports/import.service.ts')>('imports/import.service.js');

const PATIENCE_MS = 60_000;

export interface PublishFigures {
  /** Milliseconds from the moment the review is published (committed) until the API finds it. */
  findable: Percentiles;
  /** Milliseconds of the import itself, before that. */
  importing: Percentiles;
}

/** Publishes small reviews one by one and asks the API for each until it is there. */
export async function measurePublishing(
  library: MeasuredLibrary,
  url: string,
  times: number,
): Promise<PublishFigures> {
  const findable: number[] = [];
  const importing: number[] = [];
  for (let number = 0; number < times; number += 1) {
    const reference = `pub${Date.now().toString(36)}${number}x9`;
    const began = performance.now();
    await importBundles(library.source, [{ name: 'one review', size: null, open: () => bundle(reference) }]);
    const published = performance.now();
    await untilFound(url, reference);
    findable.push(performance.now() - published);
    importing.push(published - began);
    // Not in step with anything that the library does every second.
    await wait(100 + 37 * (number % 10));
  }
  return { findable: percentiles(findable), importing: percentiles(importing) };
}

async function untilFound(url: string, reference: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const { items } = await getJson<{ items: { review: { reference: string | null } | null }[] }>(
      `${url}/api/v1/search?limit=50&q=${reference}`,
    );
    if (items.some(({ review }) => review?.reference === reference)) return;
    await wait(5);
  }
  throw new Error(`${reference} was not found within a minute`);
}

function bundle(reference: string): AsyncIterable<Uint8Array> {
  const review = {
    ...{ kind: 'review', publisher: 'Fernford Safeguarding Children Partnership', label: reference },
    ...{ title: reference, type: 'lcspr', about: 'children', publishedOn: '2025-06', reference },
    summary: 'A child was not seen alone, and what the school knew was not shared.',
    learning: [
      {
        theme: 'Information sharing',
        kind: 'finding',
        statement: 'The school was not told of the referral.',
      },
      {
        theme: 'Neglect of children',
        kind: 'key-lesson',
        statement: 'Small worries were never put together.',
      },
    ],
    recommendations: [
      { number: '1', text: 'Agree who brings the chronology together.', themes: ['Chronology and history'] },
    ],
  };
  return Readable.from([Buffer.from(`${JSON.stringify(review)}\n`)]);
}
