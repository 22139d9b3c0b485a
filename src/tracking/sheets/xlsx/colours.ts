/** The first colours of the palette that older workbooks choose from by number (ECMA-376 18.8.27; 0–7 are repeated as 8–15). */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Colours of a theme are counted with these pairs changed round. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** The colours of Office's own theme, for a workbook that names a theme and brings none. */
export const OFFICE_THEME =
  '000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** How a style names a colour. */
export interface ColourSource {
  rgb?: string;
  theme?: string;
  indexed?: string;
  tint?: string;
}

/** @returns RRGGBB, or null where there is none */
export function resolveColour(
  { rgb, theme, indexed, tint }: ColourSource,
  colours: readonly string[],
): string | null {
  const base = rgb ? rgb.slice(-6).toUpperCase() : ofTheme(theme, colours) || ofPalette(indexed);
  return base && /^[0-9A-F]{6}$/.test(base) ? tinted(base, Number(tint ?? 0)) : null;
}

const ofTheme = (theme: string | undefined, colours: readonly string[]): string =>
  theme === undefined ? '' : (colours[THEME_ORDER[Number(theme)] ?? -1] ?? '').toUpperCase();

function ofPalette(indexed: string | undefined): string {
  const number = Number(indexed ?? NaN);
  return PALETTE[number < 8 ? number : number - 8] ?? '';
}

/** A tint moves the lightness towards white (up to 1) or black (down to -1); ECMA-376 18.8.19. */
function tinted(rgb: string, tint: number): string {
  if (!tint) return rgb;
  const { hue, saturation, lightness } = toHsl(rgb);
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  return fromHsl(hue, saturation, Math.min(1, Math.max(0, moved)));
}

export interface Hsl {
  /** In degrees. */
  hue: number;
  saturation: number;
  lightness: number;
}

/** Hue, saturation and lightness of RRGGBB. */
export function toHsl(rgb: string): Hsl {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = most - spread / 2;
  if (!spread) return { hue: 0, saturation: 0, lightness };
  const turn =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  return { hue: (turn * 60 + 360) % 360, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4]
    .map((offset) => {
      const at = (offset + hue / 30) % 12;
      const level = lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
      return Math.round(level * 255)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase();
    })
    .join('');
}
