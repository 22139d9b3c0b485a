/**
 * The form in which names of themes are compared: small letters, accents and punctuation gone, one space between words.
 * An apostrophe joins ("mum's" is "mums"); every other mark parts ("self-neglect" is "self neglect").
 */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
