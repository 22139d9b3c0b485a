import type { DataSource } from 'typeorm';
import { prepared } from '../../platform/postgres/prepared.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { LibraryIndex } from '../ranking/library-index.js';
import type { FoundPage } from '../api/search-answer.model.js';
import { snippet, WordedText, type Snippet } from './snippet.js';
import type { Understanding } from '../analysis/understand.js';

/** Pages that are shown under one review. */
const MOST_PAGES = 2;
/** A page has to have the rarest words of the query, this many of them at most: few pages have all words of a sentence. */
const WORDS_NEEDED = 3;

type Row = Omit<FoundPage, keyof Snippet> & { review: string; text: string };

/**
 * Finds the pages of full reports on which the words of a query stand.
 * @returns pages by the id of their review, the fullest first
 */
export async function pagesSaying(
  source: DataSource,
  { terms, stems }: Pick<Understanding, 'terms' | 'stems'>,
  reviews: string[],
  index: LibraryIndex,
): Promise<Map<string, FoundPage[]>> {
  if (reviews.length === 0 || terms.length === 0) return new Map();
  const needed = terms
    .toSorted((one, other) => index.rarity(other.stems) - index.rarity(one.stems))
    .slice(0, WORDS_NEEDED);
  // Words are letters and digits alone (see wordsOf), so nothing in them is an operator.
  const words = needed.map(({ text }) => text).join(' & ');
  const rows = await prepared<Row>(source, 'pages', PAGES, [reviews, words, MOST_PAGES]);
  const found = new Map<string, FoundPage[]>();
  for (const { review, text, ...page } of rows) {
    const shown = { ...page, ...snippet(new WordedText(text), stems) };
    found.set(review, [...(found.get(review) ?? []), shown]);
  }
  return found;
}

const PAGES = `
  select review, document, page, text, link from (
    select d.review_id as review, d.kind as document, g.page, g.text, d.url as link,
      row_number() over (partition by d.review_id order by ts_rank(s.words, asked.query) desc, g.page) as place
    from (select to_tsquery('english', $2) as query) asked, search_page s
      join ${PUBLIC.documentPage} g on g.document_id = s.document_id and g.page = s.page
      join ${PUBLIC.document} d on d.id = s.document_id
    where s.review_id = any($1) and s.words @@ asked.query) as found
  where place <= $3
  order by review, place`;
