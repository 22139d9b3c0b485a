import { expect } from '@jest/globals';
import type { PublicKind } from '../../src/publishing/changes/public-kinds.js';
import { recordOf, type LibraryRecord } from '../../src/publishing/record.model.js';
import type { ThemeCounts } from '../../src/themes/theme.model.js';

/** What every record has, for tests that are about something else. */
export const aRecord = (kind: PublicKind, url: string): LibraryRecord =>
  recordOf({
    ...{ id: '00000000-0000-5000-8000-000000000000', kind, slug: url.replace(/^\/\w+\//, ''), url },
    ...{ webUrl: url, apiUrl: `/api/v1${url}`, updatedAt: '2025-01-01T00:00:00Z' },
    ...{ rights: 'Its publisher’s.', attribution: 'Its publisher.' },
  });

/** Counts of a theme, none where nothing is said, under both of their names. */
export function themeCounts({ reviewCount = 0 }: { reviewCount?: number } = {}): ThemeCounts {
  const none = { learningPointCount: 0, recommendationCount: 0, briefingCount: 0, resourceCount: 0 };
  const older = { learningPoints: 0, recommendations: 0, briefings: 0, resources: 0 };
  return { reviewCount, ...none, reviews: reviewCount, ...older };
}

/** What every record has, as the library at `origin` answers it. @param api path under `/api/v1` */
export const shownRecord = (
  origin: string,
  kind: PublicKind,
  [slug, url, api]: [slug: string, url: string, api: string],
): LibraryRecord => ({
  ...{ kind, slug, url, webUrl: origin + url, apiUrl: `${origin}/api/v1${api}` },
  id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as unknown as string,
  updatedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown as string,
  rights: expect.stringMatching(/^[A-Z].+\.$/) as unknown as string,
  attribution: expect.stringMatching(/^.+/) as unknown as string,
});

/** The same where another record names it: when it changed it says itself. */
export function namedRecord(...named: Parameters<typeof shownRecord>): Omit<LibraryRecord, 'updatedAt'> {
  const { updatedAt: _, ...rest } = shownRecord(...named);
  return rest;
}
