import { tokensOf } from '../analysis/words.js';

/** Further than this nobody looks for the best place to cut. */
const MOST_READ = 50_000;

/** A text with its words found once: what stands in results is shown again and again. */
export class WordedText {
  private readonly starts: Uint16Array;
  private readonly ends: Uint16Array;
  private readonly stems: string[];
  readonly text: string;

  /** @param whole what lies very far in is left out */
  constructor(whole: string) {
    this.text = whole.slice(0, MOST_READ);
    const words = tokensOf(this.text);
    this.starts = Uint16Array.from(words, ({ start }) => start);
    this.ends = Uint16Array.from(words, ({ end }) => end);
    this.stems = words.map(({ stem }) => stem);
  }

  /** Where words with these stems stand, in order. */
  places(wanted: ReadonlySet<string>): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    this.stems.forEach((stem, at) => {
      if (wanted.has(stem)) found.push({ start: this.starts[at]!, end: this.ends[at]! });
    });
    return found;
  }
}
