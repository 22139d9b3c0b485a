import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import type { Corpus } from './corpus.js';
import type { RankedRecord } from './evidence.store.js';

/** How soon more of the same word stops counting (the k1 of BM25). */
const SATURATION = 1.4;
/** What a theme counts for beside the words; found with `npm run eval:search` (docs/adr/0009). */
const THEME = 7;
/** A theme that the record only mentions, that is narrower, or that is broader than the one asked for. */
const MENTIONED = 0.5;
const NARROWER = 0.7;
/** One that it does not carry, but that its title or a theme of its source's own names; or only its text. */
const MEANT = 0.8;
const SAID = 0.45;
/** What it counts for that all the words of a record's own name were asked for. */
const NAME = 12;
/** A record with some of the meaning of the query is worth less than one with all of it. */
const WHOLE = 0.5;
/** Among equals the newer, by a hair: ten years are worth this much. A record without a date stands in the middle. */
const NEWER = 0.1;
const MIDDLE_YEAR = 2015;
/** What another word with the same stem counts for: "community" where "communication" is asked for. */
export const OTHER_FORM = 0.6;
/** Reviews are what the library is for. */
const KINDS = { review: 1, briefing: 0.9, resource: 0.75, theme: 0.7 };

export interface Reason {
  /** `word`, `theme` or `name`, and which. */
  because: string;
  score: number;
}

export interface Ranked {
  record: RankedRecord;
  score: number;
}

/**
 * Ranks what the engines found by what the library knows: rare words count for more than common ones (BM25 over weighted
 * fields), the themes that the words name are further evidence, and a name that was asked for goes first.
 */
export function rank(records: RankedRecord[], asked: Understanding, corpus: Corpus): Ranked[] {
  const question = questionOf(asked, corpus);
  return records
    .map((record) => ({ record, score: weigh(record, question) }))
    .sort(
      (one, other) => other.score - one.score || other.record.date - one.record.date || compare(one, other),
    );
}

/** Why a record ranks where it does. */
export function explain(
  record: RankedRecord,
  asked: Understanding,
  corpus: Corpus,
): { score: number; reasons: Reason[] } {
  const reasons: Reason[] = [];
  const score = weigh(record, questionOf(asked, corpus), (reason) => reasons.push(reason));
  return { score, reasons };
}

/** What is asked, with everything that is the same for every record. */
interface Question {
  terms: {
    text: string;
    stems: string[];
    form: string | null;
    /** Forms of other words with its stem, where it has none of its own. */
    otherForms: string[];
    rarity: number;
    /** Places of the themes that may say in other words what this word asks for. */
    saidBy: number[];
  }[];
  themes: { match: MatchedTheme; worth: number }[];
  stems: Set<string>;
  /** How much all words tell together. */
  whole: number;
}

function questionOf({ terms, themes }: Understanding, corpus: Corpus): Question {
  const weighed = terms.map(({ text, stems, form }) => ({
    ...{ text, stems, form, rarity: corpus.rarest(stems) },
    otherForms: form === null ? stems.flatMap((stem) => [...corpus.formsOf(stem)]) : [],
    saidBy: themes.flatMap((theme, at) => (theme.stems.some((stem) => stems.includes(stem)) ? [at] : [])),
  }));
  return {
    terms: weighed,
    themes: themes.map((match) => ({ match, worth: worth(match) })),
    stems: new Set(terms.flatMap(({ stems }) => stems)),
    whole: weighed.reduce((sum, { rarity }) => sum + rarity, 0),
  };
}

/** @param note is told every reason; left out where nobody asks, for it is done for every candidate of every search */
function weigh(record: RankedRecord, question: Question, note?: (reason: Reason) => void): number {
  let sum = 0;
  let covered = 0;
  const shares = question.themes.map(({ match }) => themeShare(match, record));
  for (const term of question.terms) {
    const { text, stems, rarity, saidBy } = term;
    let weight = 0;
    for (const stem of stems) weight = Math.max(weight, record.weights.of(stem));
    if (weight > 0) {
      const exact = Math.min(weight, exactly(record, term, weight));
      const score = rarity * (OTHER_FORM * saturated(weight) + (1 - OTHER_FORM) * saturated(exact));
      sum += score;
      covered += rarity;
      note?.({ because: `word: ${text}`, score });
    } else {
      let said = 0;
      for (const at of saidBy) said = Math.max(said, shares[at]! * question.themes[at]!.match.strength);
      covered += rarity * said;
    }
  }
  question.themes.forEach(({ match, worth: counts }, at) => {
    if (shares[at] === 0) return;
    const score = THEME * shares[at]! * counts;
    sum += score;
    note?.({ because: `theme: ${match.theme.label}`, score });
  });
  const named = nameShare(record, question.stems, question.terms.length);
  if (named > 0) {
    sum += NAME * named;
    note?.({ because: 'name', score: NAME * named });
  }
  const completeness = 1 - WHOLE + WHOLE * (question.whole > 0 ? covered / question.whole : 1);
  const newer = (NEWER * ((Math.floor(record.date / 10_000) || MIDDLE_YEAR) - MIDDLE_YEAR)) / 10;
  return sum * completeness * KINDS[record.kind] + newer;
}

const saturated = (weight: number): number => (weight * (SATURATION + 1)) / (SATURATION + weight);

/** How much of the weight of a stem is that of the very word. */
function exactly(
  { weights }: RankedRecord,
  { form, otherForms }: Question['terms'][number],
  weight: number,
): number {
  if (form !== null) return weights.of(form);
  return otherForms.reduce((left, other) => Math.max(0, left - weights.of(other)), weight);
}

const compare = (one: Ranked, other: Ranked): number => (one.record.id < other.record.id ? -1 : 1);

/**
 * How fully a record carries a theme: taught, meant by what its source calls a theme, under a narrower theme, mentioned,
 * or only said in its text.
 */
function themeShare({ theme: { slug } }: MatchedTheme, { taught, mentioned, themes }: RankedRecord): number {
  const carried = themes.includes(slug);
  if (taught.includes(slug)) return carried ? 1 : MEANT;
  if (carried) return mentioned.includes(slug) ? MENTIONED : NARROWER;
  return mentioned.includes(slug) ? SAID : 0;
}

/** A name that was said in full, and that says much of what was asked, counts for most. */
const worth = ({ strength, coverage }: MatchedTheme): number =>
  strength * strength * (0.35 + 0.65 * coverage);

/** 1 when the query is the record's name and nothing else; less, the more else was asked for. */
function nameShare({ name }: RankedRecord, stems: ReadonlySet<string>, asked: number): number {
  if (name.length === 0 || !name.every((stem) => stems.has(stem))) return 0;
  return Math.min(1, name.length / asked);
}
