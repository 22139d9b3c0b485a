import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { BriefingRecord } from '../briefings/briefing.record.js';
import type { ResourceRecord } from '../resources/resource.record.js';
import type { ThemeRecord } from '../themes/theme.record.js';
import { identityYear } from '../reviews/review.record.js';
import { checkRecord, type CheckedRecord } from './check-record.js';
import { fixtureFiles } from './fixtures.js';
import { readRecords } from './read-records.js';
import type { WholeReviewRecord } from './review.kind.js';

/** The library's own first content, read as an import reads it. */
const records: CheckedRecord[] = [];
for (const file of await fixtureFiles('all'))
  for await (const item of readRecords(createReadStream(file))) {
    const record = 'text' in item ? checkRecord(JSON.parse(item.text)) : [item];
    if (Array.isArray(record))
      throw new Error(`${basename(file)}, line ${item.line}: ${JSON.stringify(record)}`);
    records.push(record);
  }
interface Records {
  theme: ThemeRecord;
  review: WholeReviewRecord;
  briefing: BriefingRecord;
  resource: ResourceRecord;
}
const of = <Kind extends keyof Records>(wanted: Kind): Records[Kind][] =>
  records.filter(({ kind }) => kind.name === wanted).map(({ fields }) => fields as Records[Kind]);
const themes = of('theme');

/** Whom to call when it cannot wait. */
const WHOM_TO_CALL = /\b999\b|NHS 111/;

describe('the first content', () => {
  it('has themes, reviews, briefings and resources', () => {
    expect(themes.length).toBeGreaterThan(100);
    for (const kind of ['review', 'briefing', 'resource'] as const) expect(of(kind)).not.toHaveLength(0);
  });

  it('calls a learning point only what teaches something', () => {
    // That the review has a chapter on something teaches nothing about it.
    const OF_CONTENTS =
      /\b(?:is|are) (?:one of|among) the (?:\w+ )?themes\b|\bhas a (?:section|chapter)\b|\bof its own\.$/;
    for (const { label, learning } of of('review')) {
      for (const { statement = '' } of learning) expect(statement).not.toMatch(OF_CONTENTS);
      for (const { theme, kind, statement } of learning)
        expect([label, theme, kind === 'theme-named']).toEqual([label, theme, statement === undefined]);
    }
  });

  it('says of each review, briefing and resource that the library wrote it, and from what', () => {
    const written = (['review', 'briefing', 'resource'] as const).flatMap((kind) => [...of(kind)]);
    expect(written.length).toBeGreaterThan(300);
    for (const { title, summarised, sources } of written)
      expect([title, summarised, sources.every((source) => source.title)]).toEqual([title, true, true]);
  });

  it('has each review once', () => {
    const names = of('review').map(
      (review) => `${review.publisher}, ${review.label}, ${identityYear(review)}`,
    );
    expect(new Set(names).size).toBe(names.length);
    const titles = of('review').map(({ publisher, title }) => `${publisher}, ${title}`);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('holds nothing by which somebody could be found', () => {
    const words = (['review', 'briefing'] as const).map((kind) => JSON.stringify(of(kind))).join(' ');
    const text = words.replace(/https?:[^"]+/g, '');
    // NHS numbers and telephone numbers, postcodes, dates of birth and death.
    expect(text.match(/\b\d{3}[ -]?\d{3}[ -]?\d{4}\b|\b0\d{3,4}[ -]?\d{5,7}\b/g)).toBeNull();
    expect(text.match(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g)).toBeNull();
    expect(text.match(/\b(?:born|died|d\.o\.b\.?) (?:on|in) (?:the )?\d/gi)).toBeNull();
  });

  it('links to publishers and not to copies on sharing sites', () => {
    const links = JSON.stringify(records).match(/https?:\/\/[^/"]+/g) ?? [];
    const SHARING =
      /docum(?:ent(?:de)?|ents?)\.(?:net|com|in)$|dokumen\.tips|docz+\.|slidetodoc|1library|cupdf|vdocument|staging/;
    expect(links.filter((link) => SHARING.test(link))).toEqual([]);
  });

  it('defines its themes, and claims nothing about what reviews find', () => {
    for (const { label, definition } of themes) {
      expect([label, definition]).toEqual([label, expect.stringMatching(/\.$/)]);
      expect(definition).not.toMatch(/\breviews?\b|\boften (?:found|missed|overlooked|seen|put down)\b/i);
    }
  });

  it('says first what is an emergency, and whom to call', () => {
    const urgent = themes.filter(({ emergency }) => emergency.length > 0);
    expect(urgent.length).toBeGreaterThan(10);
    for (const { emergency } of urgent) for (const text of emergency) expect(text).toMatch(WHOM_TO_CALL);
    for (const { lookFor, ask, askYourself, do: toDo } of themes)
      for (const text of [...lookFor, ...ask, ...askYourself, ...toDo])
        expect(text).not.toMatch(/\b999\b|\ban emergency\b/i);
  });

  it('parts the questions to others from those to oneself', () => {
    for (const { ask, askYourself } of themes) {
      for (const text of ask) expect(text).not.toMatch(/\b(?:have|am|did|would|could|do) I\b|\bmy\b/i);
      for (const text of askYourself) expect(text).not.toMatch(/\byou(?:r|rs)?\b/i);
    }
  });

  it('says of no guidance that it was reviewed by a professional, for none has', () => {
    for (const { guidanceReviewedBy } of themes) expect(guidanceReviewedBy).toBeUndefined();
  });

  it('says of each name of a theme where it comes from, and has lost none', async () => {
    const file = new URL('../../fixtures/origins/names-of-themes.json', import.meta.url);
    const origins = JSON.parse(await readFile(file, 'utf8')) as { names: Record<string, string[]> }[];
    const known = origins.flatMap(({ names }) =>
      Object.entries(names).flatMap(([label, some]) => some.map((name) => `${label}: ${name}`)),
    );
    const all = themes.flatMap(({ label, altLabels, hiddenLabels, abbreviations }) =>
      [label, ...altLabels, ...hiddenLabels, ...abbreviations].map((name) => `${label}: ${name}`),
    );
    expect(known.toSorted()).toEqual(all.toSorted());
  });
});
