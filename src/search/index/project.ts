import type { SearchKind } from '../search-kinds.js';
import { pickCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES, REVIEW_TYPE_ABBREVIATIONS, type ReviewType } from '../../reviews/review.js';
import { readPhrase, themesSaid } from '../analysis/read-texts.js';
import type { Thesaurus, ThesaurusTheme } from '../analysis/thesaurus.js';
import type { SearchDocument } from '../search-document.js';
import { forEachFilter } from '../search-filters.js';
import { agesIn, isOfOthers, whomIn, type Whom } from '../analysis/ages.js';
import { stemsAndFormsOf, stemsOf, weighWords, writtenIn } from './evidence.js';
import type { RecordToProject } from './records.js';

/** Raise it when other documents are made from the same records: the next start makes all of them anew. */
export const PROJECTION = 14;

/** What people call a type of review; “CPR” is resuscitation as well. */
const TYPE_NAMES: Partial<Record<ReviewType, string>> = {
  ...REVIEW_TYPE_ABBREVIATIONS,
  ...{ 'rapid-review': 'rapid review', cpr: undefined },
};

/** Words that a title, keywords or a text usually have. */
const USUAL = { title: 6, keywords: 20, text: 60 };

/** Makes the search document of one record. A pure function of record and thesaurus. */
export function project(record: RecordToProject, thesaurus: Thesaurus): SearchDocument {
  const { id, kind, name, publisher, about, texts, pages } = record;
  const title = kind !== 'review' || record.title.includes(name) ? record.title : `${name}: ${record.title}`;
  const keywords = keywordsOf(record);
  const weighed = weighWords([
    { text: title, usual: USUAL.title },
    { text: keywords.join('. '), usual: USUAL.keywords },
    ...texts.map((text) => ({ text, usual: USUAL.text })),
  ]);
  const said = new Set(weighed.map(([stem]) => stem));
  // What only a report says finds a record but does not rank it.
  const printed = new Set(pages.flatMap(stemsAndFormsOf));
  const date = Number(record.publishedOn?.replaceAll('-', '') ?? 0);
  return {
    id,
    body: {
      ...{ kind, projection: PROJECTION, title, publisher, about, date },
      values: valuesOf(record, thesaurus),
    },
    terms: [...said, ...[...printed].filter((stem) => !said.has(stem))],
    weights: weighed.map(([, weight]) => weight),
    spellings: writtenIn([title, ...keywords, ...texts, ...pages].join(' ')),
    name: [...new Set(stemsOf(name))],
    carried: carriedBy(record, [title, ...keywords, ...texts], thesaurus),
  };
}

function valuesOf(record: RecordToProject, thesaurus: Thesaurus): SearchDocument['body']['values'] {
  const one = (value: string | null): string[] => (value === null ? [] : [value]);
  const themes = record.called.flatMap(({ theme }) => withBroader(thesaurus.theme(theme), thesaurus));
  const codes = pickCodes(REVIEW_CODES, record);
  return {
    ...forEachFilter((filter) => [one(codes[filter as keyof typeof codes] ?? null)]),
    kind: [kindsOf(record)],
    theme: [[...new Set(themes)]],
    agency: [record.agencies.map((agency) => agency.name), record.agencies.map(({ slug }) => slug)].map(
      (names) => [...new Set(names)],
    ),
    age: [agesIn(record.aged)],
    publisher: [one(record.publisher), one(record.publisherSlug)],
    year: [one(record.year)],
  };
}

/** A theme that is only named is no learning point, but its words find the review. */
const kindsOf = ({ kind, teaches, recommends }: RecordToProject): SearchKind[] => [
  kind,
  ...(teaches ? (['learning-point'] as const) : []),
  ...(recommends ? (['recommendation'] as const) : []),
];

/** A review is about what it calls its themes, and is of a type; a theme says its own names elsewhere. */
function keywordsOf({ kind, type, called, keywords }: RecordToProject): string[] {
  if (kind !== 'review') return keywords;
  const phrases = new Set(called.map(({ phrase }) => phrase).filter(Boolean));
  return [...phrases, ...keywords, (type && TYPE_NAMES[type]) ?? ''];
}

const withBroader = (theme: ThesaurusTheme | undefined, thesaurus: Thesaurus): string[] =>
  theme ? [theme, ...thesaurus.broaderThan(theme.id)].map(({ slug }) => slug) : [];

/**
 * The themes that a record carries, whose names its phrases are, or that it says: see `SearchDocument`. What stands in a record
 * about adults is not read as a theme of children, nor the other way round: “living conditions” there are nobody's neglect of
 * a child. What it was given by hand stays.
 */
function carriedBy(
  { called, about }: Pick<RecordToProject, 'called' | 'about'>,
  texts: string[],
  thesaurus: Thesaurus,
): string[] {
  const given = new Set(called.map(({ theme }) => thesaurus.theme(theme)));
  const named = called.flatMap(({ theme, phrase }) => {
    const known = thesaurus.theme(theme);
    return known ? [known, ...(phrase === '' ? [] : readPhrase(phrase, thesaurus).keys())] : [];
  });
  const isRead = (theme: ThesaurusTheme): boolean => given.has(theme) || !isOfOthers(about, whomOf(theme));
  const carried = [...named, ...themesSaid(texts, thesaurus).keys()].filter(isRead);
  const wider = carried.flatMap((theme) => [theme, ...thesaurus.broaderThan(theme.id)].filter(isRead));
  return [...new Set(wider.map(({ slug }) => slug))];
}

/** Whom a theme is about, as its name says, unless what it is said to mean is about others (“unseen adults” are around a child). */
function whomOf({ label, definition }: ThesaurusTheme): Whom | null {
  const named = whomIn(label);
  return isOfOthers(named, whomIn(definition ?? '')) ? null : named;
}
