/** Letters that Unicode does not take apart into an ASCII letter and a mark. */
export const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

const LONGEST = 80;

/** Words that nearly every partnership has in its name, so that they tell nobody which one it is. */
const GENERIC = new Set(
  (
    'safeguarding child children childrens adult adults partnership partnerships board boards arrangements ' +
    'multi agency multiagency local and the lscb lscp sab'
  ).split(' '),
);

/** The words of a text in small ASCII letters and digits: "Children’s Café" is `childrens`, `cafe`. */
function words(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => SPELLED[letter] ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]+/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Is this a word, or some joined words, that nearly every partnership has in its name? */
export const isGeneric = (word: string): boolean => words(word).every((part) => GENERIC.has(part));

/** As many whole words as fit; a first word that is too long by itself is cut. */
function join(all: string[], longest: number): string {
  let slug = '';
  for (const word of all) {
    const next = slug ? `${slug}-${word}` : word.slice(0, longest);
    if (next.length > longest) break;
    slug = next;
  }
  return slug;
}

/** The part of an address that names a record: small ASCII words joined by hyphens, at most 80 characters. */
export function slugOf(text: string, fallback: string): string {
  return join(words(text), LONGEST) || fallback;
}

/**
 * A review's slug: who published it, without the words that all partnerships share, its label, and its year where that
 * is known. `darlington-child-j-2025` is Child J of the Darlington Safeguarding Partnership.
 */
export function reviewSlugOf(publisher: string, label: string, year: number | null): string {
  const all = [...publisherWords(publisher), ...words(label)];
  const end = year === null || all.at(-1) === String(year) ? '' : `-${year}`;
  return `${join(all, LONGEST - end.length) || 'review'}${end}`;
}

function publisherWords(publisher: string): string[] {
  const all = words(publisher);
  // A charity such as Action for Children needs its "children" to be known by.
  if (!/safeguarding|partnership|board|lscb|lscp/i.test(publisher))
    return all.filter((word) => word !== 'the');
  const telling = all.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : all;
}

/** Gives out slugs of one table: the wanted one, or with -2, -3 … where that is taken. */
export class SlugBook {
  private readonly next = new Map<string, number>();

  private readonly taken: Set<string>;

  /** @param taken every slug that the table has */
  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  has(slug: string): boolean {
    return this.taken.has(slug);
  }

  claim(wanted: string): string {
    for (let number = this.next.get(wanted) ?? 1; ; number += 1) {
      const end = number === 1 ? '' : `-${number}`;
      const slug = end ? `${cut(wanted, LONGEST - end.length)}${end}` : wanted;
      if (this.taken.has(slug)) continue;
      this.taken.add(slug);
      this.next.set(wanted, number + 1);
      return slug;
    }
  }
}

const cut = (slug: string, longest: number): string =>
  slug.length <= longest ? slug : join(slug.split('-'), longest);
