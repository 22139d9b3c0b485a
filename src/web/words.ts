import type { ContactAbout, ContactAudience } from '../partnerships/partnership.entity.js';
import type { RecommendationScope } from '../recommendations/recommendation.entity.js';
import type { LearningKind, ReviewAbout, ReviewType } from '../reviews/review.entity.js';
import type { AgeGroup, SearchKind } from '../search/search-document.js';

/** How the library says its codes to people. The type checker refuses a code without words. */
export const REVIEW_TYPE_WORDS: Record<ReviewType, string> = {
  lcspr: 'Local child safeguarding practice review',
  scr: 'Serious case review',
  'rapid-review': 'Rapid review',
  'national-review': 'National review',
  'thematic-review': 'Thematic review',
  'independent-review': 'Independent review',
  sar: 'Safeguarding adults review',
  'sar-discretionary': 'Discretionary safeguarding adults review',
  dardr: 'Domestic abuse related death review',
  cpr: 'Child practice review (Wales)',
  susr: 'Single unified safeguarding review (Wales)',
  'learning-review': 'Learning review',
  other: 'Other review',
};

/** What people who know them call the types; not every type has such a name. */
export const REVIEW_TYPE_ABBREVIATIONS: Partial<Record<ReviewType, string>> = {
  lcspr: 'LCSPR',
  scr: 'SCR',
  sar: 'SAR',
  'sar-discretionary': 'discretionary SAR',
  dardr: 'DARDR, formerly DHR',
  cpr: 'CPR',
  susr: 'SUSR',
};

export const REVIEW_ABOUT_WORDS: Record<ReviewAbout, string> = {
  children: 'Children',
  adults: 'Adults',
  both: 'Children and adults',
};

export const LEARNING_KIND_WORDS: Record<LearningKind, string> = {
  finding: 'Finding',
  'key-lesson': 'Key lesson',
  'good-practice': 'Good practice',
};

export const SCOPE_WORDS: Record<RecommendationScope, string> = {
  local: 'Local',
  regional: 'Regional',
  national: 'National',
};

export const SEARCH_KIND_WORDS: Record<SearchKind, string> = {
  theme: 'Theme',
  review: 'Review',
  'learning-point': 'Learning point',
  recommendation: 'Recommendation',
  briefing: 'Briefing',
  resource: 'Resource',
};

export const SEARCH_KIND_PLURALS: Record<SearchKind, string> = {
  theme: 'Themes',
  review: 'Reviews',
  'learning-point': 'Learning points',
  recommendation: 'Recommendations',
  briefing: 'Briefings',
  resource: 'Resources',
};

export const AGE_GROUP_WORDS: Record<AgeGroup, string> = {
  'under-1': 'Under 1',
  '1-to-4': '1 to 4',
  '5-to-11': '5 to 11',
  '12-to-17': '12 to 17',
  '18-to-64': '18 to 64',
  '65-and-over': '65 and over',
};

export const CONTACT_ABOUT_WORDS: Record<ContactAbout, string> = {
  child: 'About a child',
  adult: 'About an adult',
  anyone: 'About anyone',
};

export const CONTACT_AUDIENCE_WORDS: Record<ContactAudience, string> = {
  professionals: 'for professionals',
  public: 'for the public',
  everyone: 'for everyone',
};

/** Types of briefings, resources and documents are open lists: these are said better than their codes are. */
const OPEN_WORDS = new Map<string, string>(
  Object.entries({
    'seven-minute': 'Seven-minute briefing',
    thematic: 'Thematic briefing',
    'news-item': 'News',
    news: 'News',
    'full-report': 'Full report',
    'executive-summary': 'Executive summary',
    'progress-report': 'Progress report',
    'one-page-learning': 'One-page learning',
  }),
);

/** A code of an open list in words: `week-of-action` is “Week of action”. */
export function sayCode(code: string | null | undefined): string {
  if (!code) return '';
  const words = OPEN_WORDS.get(code) ?? code.replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const sayReviewType = (type: ReviewType | null): string => (type ? REVIEW_TYPE_WORDS[type] : '');

/** The type with the abbreviation that people know it by. */
export function sayReviewTypeInFull(type: ReviewType | null): string {
  if (!type) return '';
  const abbreviation = REVIEW_TYPE_ABBREVIATIONS[type];
  return abbreviation ? `${REVIEW_TYPE_WORDS[type]} (${abbreviation})` : REVIEW_TYPE_WORDS[type];
}

/** Pages of a report: `[12, 13, 14, 20]` is “pages 12 to 14 and 20”. */
export function sayPages(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  if (sorted.length === 0) return '';
  const runs: [number, number][] = [];
  for (const page of sorted) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const said = runs.flatMap(([from, to]) =>
    to === from ? [String(from)] : to === from + 1 ? [String(from), String(to)] : [`${from} to ${to}`],
  );
  return `${sorted.length === 1 ? 'page' : 'pages'} ${sayList(said)}`;
}

/** “a, b and c”. */
export function sayList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** “1 review”, “2 reviews”. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
