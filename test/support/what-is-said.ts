import { PUBLIC } from '../../src/publishing/audience.js';
import { formOf, tellingWords, tokensOf, widerStem, wordsOf } from '../../src/search/analysis/words.js';
import type { TestLibrary } from './app.js';

/** A theme with all its names, hidden ones too. */
export interface NamedTheme {
  slug: string;
  label: string;
  accepted: boolean;
  /** The slugs of the themes above it. */
  above: string[];
  names: { text: string; kind: 'preferred' | 'alternative' | 'abbreviation' | 'hidden' }[];
}

/** What one review says (the stems of its words, and of further forms of them), and which themes it is filed under or names. */
export interface SayingReview {
  id: string;
  label: string;
  stems: ReadonlySet<string>;
  carries: ReadonlySet<string>;
}

const THEMES = `
  with recursive above as (
    select id, broader_id from theme union all
    select a.id, t.broader_id from above a join theme t on t.id = a.broader_id)
  select t.slug, t.label, t.status = 'accepted' as accepted,
    (select coalesce(json_agg(distinct b.slug) filter (where b.slug is not null), '[]')
       from above a left join theme b on b.id = a.broader_id where a.id = t.id) as above,
    (select json_agg(json_build_object('text', l.text, 'kind', l.kind)) from theme_label l where l.theme_id = t.id) as names
  from theme t order by t.slug`;

const REVIEWS = `
  select r.id, r.label, r.type,
    array[r.label, r.title, p.name, r.reference, r.summary] || r.keywords as texts,
    (select coalesce(json_agg(json_build_object('slug', t.slug, 'phrase', coalesce(l.phrase, t.label), 'statement', l.statement)), '[]')
       from ${PUBLIC.learningPoint} l join theme t on t.id = l.theme_id where l.review_id = r.id) as learning,
    (select coalesce(json_agg(c.text), '[]') from ${PUBLIC.recommendation} c where c.review_id = r.id) as recommendations,
    (select coalesce(json_agg(t.slug), '[]') from ${PUBLIC.recommendation} c join recommendation_theme g on g.recommendation_id = c.id
       join theme t on t.id = g.theme_id where c.review_id = r.id) as tagged,
    (select coalesce(json_agg(g.text), '[]') from ${PUBLIC.document} d join ${PUBLIC.documentPage} g on g.document_id = d.id where d.review_id = r.id) as pages
  from ${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id`;

interface ReviewRow {
  id: string;
  label: string;
  type: string | null;
  texts: (string | null)[];
  learning: { slug: string; phrase: string; statement: string | null }[];
  recommendations: string[];
  tagged: string[];
  pages: string[];
}

/** What people call a type of review for short stands in no text of it. */
const TYPES: Record<string, string> = { dardr: 'DARDR DHR', 'sar-discretionary': 'SAR discretionary' };

const SENTENCES = /[;:!?()\n]+|\.(?=\s|$)/;
const SEGMENTS = /[;:!?()\n,/&]+|\.(?=\s|$)|\b(?:and|or)\b/;

const stems = (text: string): string[] => tellingWords(wordsOf(text)).map(({ stem }) => stem);

/** The words of a text one after the other; of a name of two, "~" between them where others join them ("care at home"). */
function inOneGo(text: string, joins: boolean): string {
  const words = tellingWords(tokensOf(text));
  const joined = words.map(({ stem, start }, at) =>
    joins && at > 0 && /\p{L}/u.test(text.slice(words[at - 1]!.end, start)) ? `~ ${stem}` : stem,
  );
  return ` ${joined.join(' ')} `;
}

/** Has a part of a phrase all of these words, and no others between them? */
const hasTogether = (part: string[], wanted: ReadonlySet<string>): boolean =>
  part.some((_, start) => {
    const here = new Set<string>();
    for (const word of part.slice(start)) {
      if (!wanted.has(word)) return false;
      if (here.add(word).size === wanted.size) return true;
    }
    return false;
  });

/** Tells whether phrases name something: by all of its words together, by a single one only where it stands alone. */
function phrasesName(phrases: string[]): (needed: ReadonlySet<string>) => boolean {
  const [alone, together] = [SEGMENTS, SENTENCES].map((ends) =>
    phrases.flatMap((phrase) => phrase.split(ends).map(stems)),
  );
  return (needed) =>
    needed.size === 1
      ? alone!.some((part) => part.length > 0 && part.every((word) => needed.has(word)))
      : together!.some((part) => hasTogether(part, needed));
}

export const themesOf = async (library: TestLibrary): Promise<NamedTheme[]> =>
  await library.source.query<NamedTheme[]>(THEMES);

/** All reviews, and what they say: compared word by word, by the stems of searches and nothing else of the search. */
export async function reviewsOf(library: TestLibrary, themes: NamedTheme[]): Promise<SayingReview[]> {
  const rows = await library.source.query<ReviewRow[]>(REVIEWS);
  const accepted = themes
    .filter((theme) => theme.accepted)
    .map(({ slug, names }) => ({
      slug,
      names: names.map(({ text, kind }) => {
        const own = stems(text);
        const isPair = own.length === 2;
        return { text, kind, stems: own, wanted: new Set(own), isPair, inOneGo: inOneGo(text, isPair) };
      }),
    }));
  const above = new Map(themes.map((theme) => [theme.slug, theme.above]));
  return rows.map(({ id, label, type, learning, recommendations, tagged, ...row }) => {
    const phrases = learning.map(({ phrase }) => phrase);
    const texts = [
      ...row.texts.filter((text) => text !== null),
      ...phrases,
      ...learning.flatMap(({ statement }) => statement ?? []),
      ...recommendations,
    ];
    const sentences = texts.flatMap((text) => text.split(SENTENCES));
    const [said, asPairs] = [false, true].map((joins) =>
      sentences.map((sentence) => inOneGo(sentence, joins)).join('|'),
    );
    const named = phrasesName(phrases);
    const letters = new Set(texts.flatMap((text) => wordsOf(text).map(({ typed }) => typed)));
    const says = ({ text, kind, ...name }: (typeof accepted)[number]['names'][number]): boolean =>
      kind === 'abbreviation'
        ? letters.has(text)
        : (name.stems.length > 1 && (name.isPair ? asPairs! : said!).includes(name.inOneGo)) ||
          named(name.wanted);
    const carried = [
      ...learning.map(({ slug }) => slug),
      ...tagged,
      ...accepted.filter(({ names }) => names.some(says)).map(({ slug }) => slug),
    ];
    return {
      id,
      label,
      stems: new Set(
        [...texts, ...row.pages, type ?? '', TYPES[type ?? ''] ?? '']
          // What a hyphen joins is said as one word as well.
          .flatMap((text) => [text, text.replace(/(?<=\p{L})-(?=\p{L})/gu, '')])
          .map((text) => wordsOf(text))
          .flatMap((words) => [...words, ...tellingWords(words)])
          .flatMap(({ stem, text }) => [stem, formOf(text) ?? stem]),
      ),
      carries: new Set(carried.flatMap((slug) => [slug, ...(above.get(slug) ?? [])])),
    };
  });
}

/** Every single word of every name, once. */
export const wordsOfNames = (themes: NamedTheme[]): string[] => [
  ...new Set(
    themes.flatMap(({ names }) => names.flatMap(({ text }) => wordsOf(text).map((word) => word.text))),
  ),
];

/** Tells which themes words name in full. */
export function namesIn(themes: NamedTheme[]): (asked: string) => string[] {
  const needed = themes.map(({ slug, names }) => ({ slug, names: names.map(({ text }) => stems(text)) }));
  return (asked) => {
    const own = wordsOf(asked).map(({ stem }) => stem);
    const senses = new Set([...own, ...own.flatMap((stem) => widerStem(stem) ?? [])]);
    return needed
      .filter(({ names }) => names.some((name) => name.length > 0 && name.every((stem) => senses.has(stem))))
      .map(({ slug }) => slug);
  };
}
