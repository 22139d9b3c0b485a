import { filterGroup } from '../../web/filters.js';
import { presentFiltered, type FilteredList } from '../../web/list-filters.js';
import { REVIEW_ABOUT_WORDS, REVIEW_TYPE_WORDS } from '../../web/words.js';
import type { ReviewListQuery } from '../api/review-query.dto.js';
import type { ReviewAbout, ReviewType } from '../review.entity.js';
import type { ReviewFilters, ReviewList } from '../review.model.js';
import { presentReviewEntry, type ReviewEntryView } from './review.presenter.js';

export interface ReviewListView extends FilteredList {
  items: ReviewEntryView[];
}

const typeWords = (value: string): string => REVIEW_TYPE_WORDS[value as ReviewType] ?? value;
const aboutWords = (value: string): string => REVIEW_ABOUT_WORDS[value as ReviewAbout] ?? value;

export function presentReviewList(
  list: ReviewList,
  choices: ReviewFilters,
  query: ReviewListQuery,
): ReviewListView {
  const years = (query.year ?? []).map(String);
  const groups = [
    filterGroup('about', 'About', inWords(choices.about, aboutWords), query.about ?? [], aboutWords),
    filterGroup('type', 'Type of review', inWords(choices.type, typeWords), query.type ?? [], typeWords),
    filterGroup('theme', 'Theme', mostFirst(choices.theme), query.theme ?? []),
    filterGroup('publisher', 'Publisher', choices.publisher, query.publisher ?? []),
    filterGroup('year', 'Year', choices.year, years),
  ];
  const { theme, type, about, publisher, sort } = query;
  const chosen = {
    theme,
    type,
    about,
    publisher,
    year: years,
    sort: sort === '-publishedOn' ? undefined : sort,
  };
  return {
    ...presentFiltered('/reviews', list, groups, chosen, ['review']),
    items: list.items.map(presentReviewEntry),
  };
}

const inWords = (options: ReviewFilters['type'], say: (value: string) => string): ReviewFilters['type'] =>
  options.map((option) => ({ ...option, label: say(option.value) }));

/** What most reviews name comes first: that is what a reader is likeliest to want. */
const mostFirst = (options: ReviewFilters['theme']): ReviewFilters['theme'] =>
  options.toSorted((a, b) => b.count - a.count);
