import type { MatchedTheme, Understanding } from '../understanding/understand.js';
import type { Corpus } from './corpus.js';
import type { RankedRecord } from './evidence.store.js';

/** How soon more of the same word stops counting (the k1 of BM25). */
const SATURATION = 1.4;
/** What a theme counts for beside the words; found with `npm run eval:search` (docs/adr/0009). */
const THEME = 7;
/** A theme that the record only mentions, that is narrower, or that is broader than the one asked for. */
const MENTIONED = 0.5;
const NARROWER = 0.7;
/** One that it does not carry, but has a name of among its words. */
const SAID = 0.45;
/** What it counts for that all the words of a record's own name were asked for. */
const NAME = 12;
/** A record with some of the meaning of the query is worth less than one with all of it. */
const WHOLE = 0.5;
/** Among equals the newer, by a hair: ten years are worth this much. A record without a date stands in the middle. */
const NEWER = 0.1;
const MIDDLE_YEAR = 2015;
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
  reasons: Reason[];
}

/**
 * Ranks what the engines found by what the library knows: rare words count for more than common ones (BM25 over weighted
 * fields), the themes that the words name are further evidence, and a name that was asked for goes first.
 */
export function rank(records: RankedRecord[], asked: Understanding, corpus: Corpus): Ranked[] {
  const terms = asked.terms.map((term) => ({
    ...term,
    rarity: Math.max(...term.stems.map((stem) => corpus.rarity(stem))),
  }));
  const whole = terms.reduce((sum, { rarity }) => sum + rarity, 0);
  const stems = new Set(terms.flatMap((term) => term.stems));
  return records
    .map((record) => {
      const reasons: Reason[] = [];
      let covered = 0;
      const themes = asked.themes.map((theme) => ({ theme, share: themeShare(theme, record) }));
      terms.forEach((term) => {
        const weight = Math.max(...term.stems.map((stem) => record.weights.of(stem)));
        if (weight > 0) {
          covered += term.rarity;
          reasons.push({
            because: `word: ${term.text}`,
            score: (term.rarity * weight * (SATURATION + 1)) / (SATURATION + weight),
          });
          return;
        }
        // The theme may say in other words what this word asks for.
        const by = themes.filter(
          ({ theme, share }) => share > 0 && theme.stems.some((stem) => term.stems.includes(stem)),
        );
        covered += term.rarity * Math.max(0, ...by.map(({ theme, share }) => share * theme.strength));
      });
      for (const { theme, share } of themes) {
        if (share > 0)
          reasons.push({ because: `theme: ${theme.theme.label}`, score: THEME * share * worth(theme) });
      }
      const named = nameShare(record, stems, terms.length);
      if (named > 0) reasons.push({ because: 'name', score: NAME * named });
      const sum = reasons.reduce((total, { score }) => total + score, 0);
      const completeness = 1 - WHOLE + WHOLE * (whole > 0 ? covered / whole : 1);
      const score =
        sum * completeness * KINDS[record.kind] +
        (NEWER * ((Math.floor(record.date / 10_000) || MIDDLE_YEAR) - MIDDLE_YEAR)) / 10;
      return { record, score, reasons };
    })
    .sort(
      (one, other) => other.score - one.score || other.record.date - one.record.date || compare(one, other),
    );
}

const compare = (one: Ranked, other: Ranked): number => (one.record.id < other.record.id ? -1 : 1);

/** How fully a record carries a theme: taught, mentioned, under a narrower one, or only said in its words. */
function themeShare({ theme: { slug }, names }: MatchedTheme, record: RankedRecord): number {
  if (record.taught.includes(slug)) return 1;
  if (record.themes.includes(slug)) return record.mentioned.includes(slug) ? MENTIONED : NARROWER;
  return names.some((stems) => stems.every((stem) => record.weights.has(stem))) ? SAID : 0;
}

/** A name that was said in full, and that says much of what was asked, counts for most. */
const worth = ({ strength, coverage }: MatchedTheme): number =>
  strength * strength * (0.35 + 0.65 * coverage);

/** 1 when the query is the record's name and nothing else; less, the more else was asked for. */
function nameShare({ name }: RankedRecord, stems: ReadonlySet<string>, asked: number): number {
  if (name.length === 0 || !name.every((stem) => stems.has(stem))) return 0;
  return Math.min(1, name.length / asked);
}
