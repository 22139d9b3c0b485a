import type { PlanMapping } from '../preview.js';

const wordKey = (word: string): string => word.toLowerCase().replace(/\s+/g, ' ').trim();

/** What people have said that words of a sheet mean. */
export class WordsGiven {
  private readonly meanings: ReadonlyMap<string, string>;

  constructor(words: PlanMapping['words'] = {}) {
    this.meanings = new Map(Object.entries(words).map(([word, meaning]) => [wordKey(word), meaning]));
  }

  /** The meaning of words, if it is one of those that are asked for. */
  meaning<Code extends string>(words: string, codes: readonly Code[]): Code | undefined {
    const meaning = this.meanings.get(wordKey(words));
    return codes.find((code) => code === meaning);
  }
}
