import { numberOf } from './ranking/stem-set.js';
import { wordIn } from './understanding/words.js';

/** Further than this nobody looks for the best place to cut. */
const MOST_READ = 50_000;
const NO_STEM = -1;

/** A text with its words found once: what stands in results is shown again and again. */
export class WordedText {
  private readonly starts: Uint16Array;
  private readonly ends: Uint16Array;
  private readonly stems: Int32Array;
  readonly text: string;

  /** @param whole what lies very far in is left out */
  constructor(whole: string) {
    this.text = whole.slice(0, MOST_READ);
    const words = [...this.text.matchAll(/[\p{L}\p{N}\p{M}'’]+/gu)];
    this.starts = Uint16Array.from(words, ({ index }) => index);
    this.ends = Uint16Array.from(words, ({ index, 0: word }) => index + word.length);
    this.stems = Int32Array.from(words, ([word]) => {
      const stem = wordIn(word)?.stem;
      return stem === undefined ? NO_STEM : numberOf(stem);
    });
  }

  /**
   * Where words with these stems stand, in order.
   * @param wanted by their numbers (`numbersOf`)
   */
  places(wanted: ReadonlySet<number>): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    this.stems.forEach((stem, at) => {
      if (wanted.has(stem)) found.push({ start: this.starts[at]!, end: this.ends[at]! });
    });
    return found;
  }
}
