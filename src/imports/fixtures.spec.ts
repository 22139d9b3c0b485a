import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { BriefingRecord } from '../briefings/briefing.record.js';
import type { ResourceRecord } from '../resources/resource.record.js';
import type { ThemeRecord } from '../themes/theme.record.js';
import { checkRecord } from './check-record.js';
import type { WholeReviewRecord } from './review.kind.js';

/** The library's own first content, read as an import reads it. */
const records = readdirSync('fixtures').flatMap((name) =>
  (JSON.parse(readFileSync(`fixtures/${name}`, 'utf8')) as unknown[]).map((given) => {
    const record = checkRecord(given);
    if (Array.isArray(record)) throw new Error(`${name}: ${JSON.stringify(record)}`);
    return record;
  }),
);
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
    for (const { label, learning } of of('review')) {
      expect(learning.filter(({ statement }) => statement !== undefined)).not.toHaveLength(0);
      for (const { theme, kind, statement } of learning)
        expect([label, theme, kind === 'theme-named']).toEqual([label, theme, statement === undefined]);
    }
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
});
