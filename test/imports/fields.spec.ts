import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { SectionRecord } from '../../src/briefings/briefing.record.js';
import { BUNDLE_KINDS, kindOf } from '../../src/imports/kinds.js';
import { ContactRecord } from '../../src/partnerships/partnership.record.js';
import { SourceRecord } from '../../src/publishing/source.record.js';
import { RecommendationRecord } from '../../src/recommendations/recommendation.record.js';
import { DocumentRecord } from '../../src/reviews/document.record.js';
import { LearningRecord } from '../../src/reviews/learning.record.js';
import { ReviewReference } from '../../src/reviews/review-reference.record.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { EXAMPLES } from './examples.js';
import { clear, importRecords } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => await database.close());

/** The classes of the fields that hold records of their own. */
const INNER: Record<string, new () => object> = {
  'partnership.contacts': ContactRecord,
  'review.learning': LearningRecord,
  'review.recommendations': RecommendationRecord,
  'review.documents': DocumentRecord,
  'briefing.sections': SectionRecord,
  'briefing.reviews': ReviewReference,
  'document-text.review': ReviewReference,
};
for (const { name } of BUNDLE_KINDS) INNER[`${name}.sources`] = SourceRecord;

const fieldsOf = (record: new () => object): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(record, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

/** Every field that a bundle may bring, as KIND.FIELD or KIND.FIELD.FIELD. */
const PATHS = BUNDLE_KINDS.flatMap(({ name, record }) =>
  fieldsOf(record).flatMap((field) => {
    const inner = INNER[`${name}.${field}`];
    return inner ? fieldsOf(inner).map((one) => `${name}.${field}.${one}`) : [`${name}.${field}`];
  }),
);

type Given = Record<string, unknown>;
/** The examples, with a document more to name, and a briefing that says exactly which review it means. */
const BASE = (EXAMPLES as Given[]).map((record) => ({
  ...record,
  ...((record.kind === 'briefing' || record.kind === 'resource') && { sources: [{ title: 'Newsletter' }] }),
  ...(record.kind === 'review' && {
    documents: [...(record.documents as object[]), { kind: 'executive-summary' }],
  }),
  ...(record.kind === 'briefing' && {
    reviews: [{ publisher: 'Darlington Safeguarding Partnership', label: 'Child J', year: 2025 }],
  }),
})) as Given[];
const exampleOf = (kind: string): Given =>
  BASE.findLast((record) => record.kind === kind && Object.keys(record).length > 2)!;

/** What else a field may say, where another text will not do. */
const OTHERWISE: Record<string, unknown> = {
  'partnership.website': 'https://example.org/other',
  'partnership.type': 'charity',
  'partnership.contacts.about': 'adult',
  'partnership.contacts.audience': 'public',
  'partnership.contacts.phone': '01325 000000',
  'theme.broader': 'Another theme',
  'theme.related': ['Another theme'],
  'theme.replacedBy': 'Another theme',
  'theme.guidanceReviewedOn': '2025-11',
  'agency.partnership': 'Another partnership',
  'review.type': 'scr',
  'review.about': 'both',
  'review.publishedOn': '2025-02-03',
  'review.relayedOn': '2025',
  'review.learning.kind': 'good-practice',
  'review.learning.pages': [14],
  'review.recommendations.scope': 'national',
  'review.documents.kind': 'another-report',
  'review.documents.url': 'https://example.org/other.pdf',
  'briefing.type': 'thematic',
  'briefing.publishedOn': '2024-08',
  'briefing.relayedOn': '2024-09',
  'briefing.url': 'https://example.org/other',
  'briefing.reviews.publisher': 'Another partnership',
  'briefing.reviews.label': 'Child L',
  'briefing.reviews.year': 2019,
  'resource.type': 'guidance',
  'resource.url': 'https://example.org/other',
  'resource.startsOn': '2026-03-03T11:00',
  'resource.endsOn': '2026-03-03T13:00',
  'resource.publishedOn': '2026',
  'resource.relayedOn': '2026-02',
  ...{ 'review.summarised': true, 'briefing.summarised': true, 'resource.summarised': true },
  'document-text.review.publisher': 'Another partnership',
  'document-text.review.label': 'Child L',
  'document-text.review.year': 2019,
  'document-text.document': 'executive-summary',
  'document-text.page': 13,
};

/** Another record of this kind cannot have the names that the example has. */
const NAMES: Record<string, Given> = {
  'theme.label': { altLabels: [], hiddenLabels: [], abbreviations: [] },
  'agency.name': { otherNames: [] },
};

/** Other reviews and themes that a changed field may name. */
const OTHERS = [
  { kind: 'theme', label: 'Another theme' },
  ...[
    { publisher: 'Another partnership', label: 'Child J', publishedOn: '2025' },
    { publisher: 'Darlington Safeguarding Partnership', label: 'Child L', publishedOn: '2025' },
    { publisher: 'Darlington Safeguarding Partnership', label: 'Child J', publishedOn: '2019' },
  ].map((review) => ({ kind: 'review', ...review, documents: [{ kind: 'full-report' }] })),
];

const said = (path: string, before: unknown): unknown => {
  if (path in OTHERWISE) return OTHERWISE[path];
  return Array.isArray(before) ? ['Quite another'] : 'Quite another';
};

/** The example of the kind with one field that says something else. */
function changed(path: string): Given {
  const [kind = '', field = '', inner] = path.split('.');
  const example = exampleOf(kind);
  if (inner === undefined) {
    const isList = Array.isArray(new (kindOf(kind)!.record)()[field as never]);
    return {
      ...{ ...example, ...NAMES[path] },
      [field]: said(path, example[field] ?? (isList ? [] : undefined)),
    };
  }
  const before = example[field];
  if (!Array.isArray(before) && field === 'review')
    return { ...example, [field]: { ...(before as Given), [inner]: said(path, undefined) } };
  const [first = {}, ...rest] = (before ?? []) as Given[];
  return { ...example, [field]: [{ ...first, [inner]: said(path, first[inner]) }, ...rest] };
}

const CONTENT = [
  ...['partnership', 'contact_line', 'agency', 'theme', 'theme_label', 'theme_related', 'review'],
  ...['learning_point', 'recommendation', 'recommendation_theme', 'recommendation_addressee'],
  ...['review_document', 'document_page', 'briefing', 'briefing_theme', 'briefing_review'],
  ...['resource', 'resource_theme'],
];
/** What the library says: every row but for fingerprints and times. */
async function content(): Promise<string> {
  const tables = CONTENT.map(async (table) =>
    JSON.stringify(
      await database.dataSource.query(
        `select to_jsonb(t) - 'imported_hash' - 'updated_at' - 'worded_at' as row from ${table} t order by 1`,
      ),
    ),
  );
  return (await Promise.all(tables)).join('\n');
}

describe('a field that a record’s class reads', () => {
  it('is known of every kind', () => {
    expect(PATHS.length).toBeGreaterThan(60);
    for (const { record, fields } of BUNDLE_KINDS)
      expect(Object.keys(fields).toSorted()).toEqual(fieldsOf(record).toSorted());
  });

  /** A field that says which record is meant leaves one more record behind. */
  const LEAVES_MORE = /name|label|title|publisher|partnership|startsOn|publishedOn|review\b|document$|page$/;
  let clean = true;

  it.each(PATHS)('is written: %s', async (path) => {
    if (!clean) await clear(database.owner);
    clean = !LEAVES_MORE.test(path);
    await importRecords(database.dataSource, ...OTHERS, ...BASE);
    const before = await content();
    await importRecords(database.dataSource, changed(path));
    expect(await content()).not.toBe(before);
  });
});

describe('a record that an older writer wrote', () => {
  it('is taken up anew, with what that writer dropped', async () => {
    await clear(database.owner);
    await importRecords(database.dataSource, ...EXAMPLES);
    const before = await content();
    await database.dataSource.query(
      `update review set keywords = '{}', imported_hash = 'as it was made then'`,
    );
    const { counts } = await importRecords(database.dataSource, ...EXAMPLES);
    expect(counts.review).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await content()).toBe(before);
  });
});
