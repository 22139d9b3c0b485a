import type { Thesaurus } from '../understanding/thesaurus.js';
import type { SearchDocument } from '../search-document.js';
import type { PaperRecord, ReviewRecord, SubjectRecord, ThemeRecord } from './records.js';

/** The order of kinds among results that are otherwise equal. */
const WEIGHTS = {
  theme: 60,
  'learning-point': 50,
  review: 40,
  recommendation: 30,
  briefing: 20,
  resource: 10,
};

/** Makes the search documents of one record. A pure function: the same record and thesaurus, the same documents. */
export function project(subject: SubjectRecord, thesaurus: Thesaurus): SearchDocument[] {
  switch (subject.kind) {
    case 'review':
      return reviewDocuments(subject.record, thesaurus);
    case 'theme':
      return [themeDocument(subject.record, thesaurus)];
    case 'briefing':
    case 'resource':
      return [paperDocument(subject.kind, subject.record, thesaurus)];
  }
}

function reviewDocuments(review: ReviewRecord, thesaurus: Thesaurus): SearchDocument[] {
  const common = {
    subject: review.id,
    type: review.type,
    publisher: review.publisher,
    about: review.about,
    year: review.year,
    date: asNumber(review.publishedOn),
  };
  const themes = [...new Set(review.learning.map(({ theme }) => theme))];
  const themesOfAll = [...new Set([...themes, ...review.recommendations.flatMap((item) => item.themes)])];
  return [
    {
      ...common,
      ...themeFields(themesOfAll, thesaurus),
      id: review.id,
      kind: 'review',
      title: `${review.label}: ${review.title}`,
      text: review.summary ?? '',
      keywords: [...review.keywords, review.publisher, ...(review.reference ? [review.reference] : [])],
      learningKind: null,
      weight: WEIGHTS.review,
    },
    ...review.learning.map((point): SearchDocument => ({
      ...common,
      ...themeFields([point.theme], thesaurus),
      id: point.id,
      kind: 'learning-point',
      title: thesaurus.theme(point.theme)?.label ?? '',
      text: point.statement ?? '',
      keywords: [review.label, review.publisher],
      learningKind: point.kind,
      // A statement teaches more than a theme that a catalogue only names.
      weight: WEIGHTS['learning-point'] + (point.statement ? 5 : 0),
    })),
    ...review.recommendations.map((item): SearchDocument => ({
      ...common,
      ...themeFields(item.themes, thesaurus),
      id: item.id,
      kind: 'recommendation',
      title: `${review.label}: recommendation${item.number ? ` ${item.number}` : ''}`,
      text: item.text,
      keywords: [review.publisher, ...item.addressees],
      learningKind: null,
      weight: WEIGHTS.recommendation,
    })),
  ];
}

function themeDocument(theme: ThemeRecord, thesaurus: Thesaurus): SearchDocument {
  return {
    ...themeFields([theme.id], thesaurus),
    id: theme.id,
    kind: 'theme',
    subject: theme.id,
    title: theme.label,
    text: [theme.definition, ...theme.guidance].filter(Boolean).join(' '),
    keywords: [],
    type: null,
    publisher: null,
    about: null,
    year: null,
    learningKind: null,
    weight: WEIGHTS.theme,
    date: 0,
  };
}

function paperDocument(
  kind: 'briefing' | 'resource',
  paper: PaperRecord,
  thesaurus: Thesaurus,
): SearchDocument {
  return {
    ...themeFields(paper.themes, thesaurus),
    id: paper.id,
    kind,
    subject: paper.id,
    title: paper.title,
    text: paper.text ?? '',
    keywords: [paper.type, paper.publisher].filter((word) => word !== null),
    type: null,
    publisher: paper.publisher,
    about: null,
    year: paper.year,
    learningKind: null,
    weight: WEIGHTS[kind],
    date: asNumber(paper.publishedOn),
  };
}

type ThemeFields = Pick<SearchDocument, 'themes' | 'ownThemes' | 'themeLabels' | 'themeWords'>;

/** What the themes of a document contribute: labels, every other name, and the names of the themes above them. */
function themeFields(ids: string[], thesaurus: Thesaurus): ThemeFields {
  const own = ids.map((id) => thesaurus.theme(id)).filter((theme) => theme !== undefined);
  const above = own.flatMap(({ id }) => thesaurus.broaderThan(id));
  const labels = own.map(({ label }) => label);
  const words = [
    ...own.flatMap((theme) => theme.labels.map(({ text }) => text)),
    ...above.map(({ label }) => label),
  ];
  return {
    ownThemes: own.map(({ slug }) => slug),
    themes: [...new Set([...own, ...above].map(({ slug }) => slug))],
    themeLabels: labels,
    themeWords: [...new Set(words)].filter((word) => !labels.includes(word)),
  };
}

const asNumber = (date: string | null): number => (date ? Number(date.replaceAll('-', '')) : 0);
