/** Colours as red-amber-green columns write them, also by their first letter. Yellow is amber: plans use either for the middle. */
export const COLOUR_WORDS: readonly (readonly [colour: string, pattern: RegExp])[] = [
  ['red', /^(?:red\b|r(?=\s*(?:$|[=:–/(-])))/],
  ['amber', /^(?:(?:amber|yellow|orange)\b|[ay](?=\s*(?:$|[=:–/(-])))/],
  ['green', /^(?:green\b|g(?=\s*(?:$|[=:–/(-])))/],
  ['blue', /^(?:blue\b|b(?=\s*(?:$|[=:–/(-])))/],
  ['purple', /^purple\b/],
  ['grey', /^gr[ea]y\b/],
  ['black', /^black\b/],
  ['white', /^white\b/],
];

/** Up to which hue, in degrees, a fill has a name. What comes after the last is red again. */
export const HUES: readonly (readonly [upTo: number, colour: string])[] = [
  [18, 'red'],
  [70, 'amber'],
  [170, 'green'],
  [260, 'blue'],
  [325, 'purple'],
  [360, 'red'],
];

/** Below this saturation a fill is grey. */
export const LEAST_SATURATION = 0.18;
