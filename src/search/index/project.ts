import type { SearchKind } from '../search-kinds.js';
import { noCodes, pickCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES, type ReviewType } from '../../reviews/review.js';
import { createHash } from 'node:crypto';
import { themesOfPhrase } from '../analysis/read-phrase.js';
import { themesSaid } from '../analysis/read-themes.js';
import type { Thesaurus } from '../analysis/thesaurus.js';
import type { ThesaurusTheme } from '../analysis/thesaurus-theme.js';
import type { Evidence, SearchDocument } from '../search-document.js';
import { agesIn } from './ages.js';
import { stemsAndFormsOf, stemsOf, weighWords, writtenIn } from './evidence.js';
import type { PaperRecord, ReviewToIndex, SubjectRecord, ThemeToIndex } from './records.js';

export interface Projected {
  body: SearchDocument;
  evidence: Evidence;
}

/** Makes the search document of one record, and the evidence for ranking it. A pure function of record and thesaurus. */
export function project(subject: SubjectRecord, thesaurus: Thesaurus): Projected {
  switch (subject.kind) {
    case 'review':
      return projectReview(subject.record, thesaurus);
    case 'theme':
      return projectTheme(subject.record, thesaurus);
    case 'briefing':
    case 'resource':
      return projectPaper(subject.kind, subject.record, thesaurus);
  }
}

/** What people call a type of review for short; CPR is left out, for it is resuscitation as well. */
const SHORT_TYPES: Partial<Record<ReviewType, string[]>> = {
  lcspr: ['LCSPR'],
  scr: ['SCR'],
  'rapid-review': ['rapid review'],
  sar: ['SAR'],
  'sar-discretionary': ['SAR', 'discretionary'],
  dardr: ['DARDR', 'DHR'],
  susr: ['SUSR'],
};

function projectReview(review: ReviewToIndex, thesaurus: Thesaurus): Projected {
  const phrases = new Map<string, string[]>();
  const name = (theme: string, phrase: string): void =>
    void phrases.set(theme, [...(phrases.get(theme) ?? []), phrase]);
  for (const { theme, phrase } of review.learning) name(theme, phrase);
  for (const theme of review.recommendations.flatMap(({ themes }) => themes)) name(theme, '');
  const kinds: SearchKind[] = ['review'];
  // A theme that is only named is no learning point, but its words find the review.
  if (review.learning.some(({ kind }) => kind !== 'theme-named')) kinds.push('learning-point');
  if (review.recommendations.length > 0) kinds.push('recommendation');
  const agencies = (of: 'addressees' | 'addresseeSlugs'): string[] => [
    ...new Set(review.recommendations.flatMap((recommendation) => recommendation[of])),
  ];
  return finish({
    document: {
      id: review.id,
      kind: 'review',
      kinds,
      title: review.title.includes(review.label) ? review.title : `${review.label}: ${review.title}`,
      ...pickCodes(REVIEW_CODES, review),
      publisher: review.publisher,
      publisherSlug: review.publisherSlug,
      year: review.year,
      agency: agencies('addressees'),
      agencySlugs: agencies('addresseeSlugs'),
      age: agesIn([review.title, review.summary ?? '', ...review.keywords].join('. ')),
      date: asNumber(review.publishedOn),
    },
    name: review.label,
    phrases,
    keywords: [
      ...new Set(review.learning.map(({ phrase }) => phrase)),
      ...review.keywords,
      review.publisher,
      ...(review.reference ? [review.reference] : []),
      ...((review.type && SHORT_TYPES[review.type]) ?? []),
    ],
    texts: [
      review.learning.flatMap(({ statement }) => statement ?? []).join(' '),
      review.summary ?? '',
      review.recommendations.map(({ text }) => text).join(' '),
    ],
    pages: review.pages,
    thesaurus,
  });
}

function projectTheme(theme: ThemeToIndex, thesaurus: Thesaurus): Projected {
  return finish({
    document: { ...paperless, id: theme.id, kind: 'theme', kinds: ['theme'], title: theme.label },
    name: theme.label,
    phrases: new Map([[theme.id, [theme.label]]]),
    keywords: [],
    texts: [[theme.definition, ...theme.guidance].filter(Boolean).join(' ')],
    pages: [],
    thesaurus,
  });
}

function projectPaper(kind: 'briefing' | 'resource', paper: PaperRecord, thesaurus: Thesaurus): Projected {
  const { id, title, publisher, publisherSlug, year } = paper;
  const date = asNumber(paper.publishedOn);
  return finish({
    document: { ...paperless, id, kind, kinds: [kind], title, publisher, publisherSlug, year, date },
    name: title,
    phrases: new Map(paper.themes.map((theme) => [theme, ['']])),
    keywords: [paper.type, publisher].filter((word) => word !== null),
    texts: [paper.text ?? ''],
    pages: [],
    thesaurus,
  });
}

/** What only reviews have. */
const paperless = {
  ...noCodes(REVIEW_CODES),
  publisher: null,
  publisherSlug: null,
  year: null,
  agency: [],
  agencySlugs: [],
  age: [],
  date: 0,
};

interface Draft {
  document: Omit<SearchDocument, 'version' | 'themes'>;
  name: string;
  /** Its themes by id, each with the phrases by which the record calls it. */
  phrases: Map<string, string[]>;
  /** Short texts that say what it is about, and whose it is. */
  keywords: string[];
  texts: string[];
  /** The text of its documents, page by page. */
  pages: string[];
  thesaurus: Thesaurus;
}

/** Words that a title, keywords or a text usually have. */
const USUAL = { title: 6, keywords: 20, text: 60 };

function finish({ document, name, phrases, keywords, texts, pages, thesaurus }: Draft): Projected {
  const body = { ...document, themes: slugsWithBroader(phrases.keys(), thesaurus) };
  const weighed = weighWords([
    { text: document.title, usual: USUAL.title },
    { text: keywords.join('. '), usual: USUAL.keywords },
    ...texts.map((text) => ({ text, usual: USUAL.text })),
  ]);
  const said = new Set(weighed.map(([stem]) => stem));
  // What only a report says finds a record but does not rank it.
  const printed = new Set(pages.flatMap(stemsAndFormsOf));
  const evidence = {
    terms: [...said, ...[...printed].filter((stem) => !said.has(stem))],
    weights: weighed.map(([, weight]) => weight),
    words: writtenIn([document.title, ...keywords, ...texts, ...pages].join(' ')),
    name: [...new Set(stemsOf(name))],
    carried: carriedBy(phrases, [document.title, ...keywords, ...texts], thesaurus),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([body, evidence]))
    .digest('base64url')
    .slice(0, 12);
  return { body: { ...body, version }, evidence };
}

/** The themes that a record carries, whose names its phrases are, or that it says: see `Evidence`. */
function carriedBy(
  phrases: Map<string, string[]>,
  texts: string[],
  thesaurus: Thesaurus,
): Record<string, string[][]> {
  const carried = new Map<string, Set<string>>();
  const carry = (theme: ThesaurusTheme, phrase: string): void => {
    for (const { slug } of [theme, ...thesaurus.broaderThan(theme.id)])
      carried.set(slug, (carried.get(slug) ?? new Set()).add([...new Set(stemsOf(phrase))].join(' ')));
  };
  for (const [id, called] of phrases) {
    const theme = thesaurus.theme(id);
    for (const phrase of theme ? called : []) {
      carry(theme!, phrase);
      if (phrase !== '') for (const meant of themesOfPhrase(phrase, thesaurus)) carry(meant, phrase);
    }
  }
  for (const [theme, sentence] of themesSaid(texts, thesaurus)) carry(theme, sentence);
  return Object.fromEntries(
    [...carried].map(([slug, called]) => [
      slug,
      [...called].map((phrase) => phrase.split(' ').filter(Boolean)),
    ]),
  );
}

function slugsWithBroader(ids: Iterable<string>, thesaurus: Thesaurus): string[] {
  const own = [...ids].map((id) => thesaurus.theme(id)).filter((theme) => theme !== undefined);
  return [
    ...new Set(own.flatMap((theme) => [theme, ...thesaurus.broaderThan(theme.id)]).map(({ slug }) => slug)),
  ];
}

const asNumber = (date: string | null): number => (date ? Number(date.replaceAll('-', '')) : 0);
