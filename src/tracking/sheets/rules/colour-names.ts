import { COLOUR_WORDS, HUES, LEAST_SATURATION } from '../words/colour-words.js';
import { toHsl } from '../xlsx/colours.js';

/** The name of a fill; null for white, black and no fill. */
export function nameOfFill(fill: string | null): string | null {
  if (!fill) return null;
  const { hue, saturation, lightness } = toHsl(fill);
  if (lightness > 0.97 || lightness < 0.06) return null;
  if (saturation < LEAST_SATURATION) return 'grey';
  return HUES.find(([upTo]) => hue <= upTo)?.[1] ?? null;
}

/** The colour with which a text begins, and how many signs of it say so. */
export function colourWord(text: string): { colour: string; length: number } | null {
  const lower = text.toLowerCase();
  for (const [colour, pattern] of COLOUR_WORDS) {
    const word = pattern.exec(lower)?.[0];
    if (word) return { colour, length: word.length };
  }
  return null;
}
