import type { SearchKind } from '../search-kinds.js';
import { noCodes, pickCodes } from '../../platform/text/coded-fields.js';
import { REVIEW_CODES, type ReviewType } from '../../reviews/review.js';
import { createHash } from 'node:crypto';
import { EVERYDAY, type Thesaurus } from '../analysis/thesaurus.js';
import type { ThesaurusTheme } from '../analysis/thesaurus-theme.js';
import type { Evidence, SearchDocument } from '../search-document.js';
import { agesIn } from './ages.js';
import { stemsAndFormsOf, stemsOf, weighWords, writtenIn } from './evidence.js';
import { themesMeant, themesSaid } from './said-themes.js';
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
  const taught = themesOf(
    review.learning.map(({ theme }) => theme),
    thesaurus,
  );
  const mentioned = themesOf(
    review.recommendations.flatMap(({ themes }) => themes),
    thesaurus,
  ).filter((theme) => !taught.includes(theme));
  const kinds: SearchKind[] = ['review'];
  // A theme that is only named is no learning point, but its words find the review.
  if (review.learning.some(({ kind }) => kind !== 'theme-named')) kinds.push('learning-point');
  if (review.recommendations.length > 0) kinds.push('recommendation');
  const summary = review.summary ?? '';
  return finish({
    document: {
      id: review.id,
      kind: 'review',
      kinds,
      title: review.title.includes(review.label) ? review.title : `${review.label}: ${review.title}`,
      ...themeFields([...taught, ...mentioned], thesaurus),
      keywords: [
        ...review.keywords,
        review.publisher,
        ...(review.reference ? [review.reference] : []),
        ...((review.type && SHORT_TYPES[review.type]) ?? []),
      ],
      learning: review.learning.map(({ said }) => said).filter((said) => said !== ''),
      summary,
      recommendations: review.recommendations.map(({ text }) => text),
      pages: review.pages,
      ...pickCodes(REVIEW_CODES, review),
      publisher: review.publisher,
      publisherSlug: review.publisherSlug,
      year: review.year,
      agency: [...new Set(review.recommendations.flatMap(({ addressees }) => addressees))],
      agencySlugs: [...new Set(review.recommendations.flatMap(({ addresseeSlugs }) => addresseeSlugs))],
      age: agesIn([review.title, summary, ...review.keywords].join('. ')),
      date: asNumber(review.publishedOn),
    },
    name: review.label,
    taught,
    mentioned,
    thesaurus,
  });
}

function projectTheme(theme: ThemeToIndex, thesaurus: Thesaurus): Projected {
  const own = themesOf([theme.id], thesaurus);
  const document = {
    ...paperless,
    id: theme.id,
    kind: 'theme' as const,
    kinds: ['theme' as const],
    title: theme.label,
    ...themeFields(own, thesaurus),
    summary: [theme.definition, ...theme.guidance].filter(Boolean).join(' '),
  };
  return finish({ document, name: theme.label, taught: own, mentioned: [], thesaurus });
}

function projectPaper(kind: 'briefing' | 'resource', paper: PaperRecord, thesaurus: Thesaurus): Projected {
  const themes = themesOf(paper.themes, thesaurus);
  const document = {
    ...paperless,
    id: paper.id,
    kind,
    kinds: [kind],
    title: paper.title,
    ...themeFields(themes, thesaurus),
    keywords: [paper.type, paper.publisher].filter((word) => word !== null),
    summary: paper.text ?? '',
    publisher: paper.publisher,
    publisherSlug: paper.publisherSlug,
    year: paper.year,
    date: asNumber(paper.publishedOn),
  };
  return finish({ document, name: paper.title, taught: themes, mentioned: [], thesaurus });
}

/** What only reviews have. */
const paperless = {
  keywords: [],
  learning: [],
  recommendations: [],
  pages: [],
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
  document: Omit<SearchDocument, 'version' | 'said'> & Texts;
  name: string;
  taught: ThesaurusTheme[];
  mentioned: ThesaurusTheme[];
  thesaurus: Thesaurus;
}

/** What a record says, part by part. */
interface Texts {
  /** Preferred labels of its themes. */
  themeLabels: string[];
  /** Every other name of its themes that may be shown, and the labels of broader ones. */
  themeWords: string[];
  keywords: string[];
  learning: string[];
  summary: string;
  recommendations: string[];
  /** The text of its documents, page by page. */
  pages: string[];
}

/** The weights are those of `bench/eval-search.ts`: see docs/adr/0009. */
function finish({ document, name, taught, mentioned, thesaurus }: Draft): Projected {
  const { themeLabels, themeWords, keywords, learning, summary, recommendations, pages, ...rest } = document;
  const proposed = [...taught, ...mentioned].filter(({ accepted }) => !accepted);
  const meant = [
    ...proposed.flatMap((theme) => themesMeant(theme, thesaurus)),
    ...themesSaid([document.title, ...keywords], thesaurus),
  ];
  const named = themesSaid([summary, ...learning, ...recommendations], thesaurus);
  const further = [...meant, ...named].filter(({ slug }) => !document.themes.includes(slug));
  const body = { ...rest, said: slugsOf(further) };

  const fields = [
    { text: document.title, weight: 3, usual: 6 },
    { text: [...themeLabels, ...keywords].join('. '), weight: 2.5, usual: 20 },
    { text: themeWords.join('. '), weight: 0.6, usual: 80 },
    { text: learning.join(' '), weight: 1.5, usual: 60 },
    { text: summary, weight: 1.2, usual: 60 },
    { text: recommendations.join(' '), weight: 0.8, usual: 60 },
  ];
  const weighed = weighWords(fields);
  // What only a report says, or what a theme is called that is named in other words, finds a record but does not rank it.
  const printed = pages.join(' ');
  const unweighed = [...further.map(({ label }) => label), printed].flatMap(stemsAndFormsOf);
  const evidence = {
    terms: [...new Set([...weighed.map(([stem]) => stem), ...unweighed])],
    weights: weighed.map(([, weight]) => weight),
    words: writtenIn([...fields.map(({ text }) => text), printed].join(' ')),
    name: [...new Set(stemsOf(name))],
    taught: slugsOf([...taught, ...meant.filter((theme) => further.includes(theme))]),
    mentioned: slugsOf([...mentioned, ...named]),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([body, evidence]))
    .digest('base64url')
    .slice(0, 12);
  return { body: { ...body, version }, evidence };
}

const slugsOf = (themes: ThesaurusTheme[]): string[] => [...new Set(themes.map(({ slug }) => slug))];

type ThemeFields = Pick<Draft['document'], 'themes' | 'themeLabels' | 'themeWords'>;

/** What the themes of a document contribute: labels, every other name, and the names of the themes above them. */
function themeFields(own: ThesaurusTheme[], thesaurus: Thesaurus): ThemeFields {
  const above = own.flatMap(({ id }) => thesaurus.broaderThan(id));
  const labels = own.map(({ label }) => label);
  const words = [
    // What is also another word is left to the reading of the query: a "DNA test" is no missed appointment. A hidden name
    // is how others may put it: nobody who carries the theme has said so.
    ...own
      .flatMap((theme) => theme.labels.filter(({ kind }) => kind !== 'hidden').map(({ text }) => text))
      .filter((text) => !EVERYDAY.has(text.toLowerCase())),
    ...above.map(({ label }) => label),
  ];
  return {
    themes: [...new Set([...own, ...above].map(({ slug }) => slug))],
    themeLabels: labels,
    themeWords: [...new Set(words)].filter((word) => !labels.includes(word)),
  };
}

const themesOf = (ids: string[], thesaurus: Thesaurus): ThesaurusTheme[] =>
  [...new Set(ids)].map((id) => thesaurus.theme(id)).filter((theme) => theme !== undefined);

const asNumber = (date: string | null): number => (date ? Number(date.replaceAll('-', '')) : 0);
