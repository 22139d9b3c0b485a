import { escapeHtml } from '../platform/text/escape-html.js';

/** The narrowest place for which a frame is made, in pixels. */
export const NARROWEST = 280;

/**
 * How high the longest that a frame may show was at three widths, in pixels, with something to spare: lines of 240 characters under
 * a long title, with two telephone lines below. Between these widths a straight line lies above what was measured.
 */
const MEASURED = [
  { width: NARROWEST, around: 600, perLine: 325 },
  { width: 480, around: 450, perLine: 185 },
  { width: 1200, around: 370, perLine: 110 },
];

/** A straight line: how high without any width, and how much less with each pixel of it. */
interface Slope {
  from: number;
  less: number;
}

/** The highest of these holds at every width. @param lines of learning, at most */
function slopesFor(lines: number): Slope[] {
  const points = MEASURED.map(({ width, around, perLine }) => ({ width, height: around + perLine * lines }));
  const between = points.slice(1).map((wider, at) => {
    const narrower = points[at]!;
    const less = (narrower.height - wider.height) / (wider.width - narrower.width);
    return { from: narrower.height + less * narrower.width, less };
  });
  return [...between, { from: points.at(-1)!.height, less: 0 }];
}

/** So high that nothing in a frame has to be scrolled, in pixels. @param width of the frame, in pixels */
export const heightFor = (lines: number, width: number): number =>
  Math.ceil(Math.max(...slopesFor(lines).map(({ from, less }) => from - less * width)));

/** What other sites put in their pages. */
export const frameTag = (
  address: string,
  title: string,
  size: { width: number | string; height: number; style?: string },
): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="${size.width}" height="${size.height}"` +
  `${size.style ? ` style="${size.style}"` : ''} frameborder="0" loading="lazy"></iframe>`;

/** A frame as wide as its place, and as high as that asks for: worked out by the browser, without a script. */
export function fittingFrame(address: string, title: string, lines: number): string {
  const heights = slopesFor(lines).map(({ from, less }) =>
    less === 0 ? `${from}px` : `${round(from)}px - ${round(less * 100)}cqw`,
  );
  const style = `height: max(${heights.join(', ')})`;
  const frame = frameTag(address, title, { width: '100%', height: heightFor(lines, NARROWEST), style });
  return `<div style="container-type: inline-size">\n  ${frame}\n</div>`;
}

/** Upwards, as the frame is to be high enough. */
const round = (pixels: number): number => Math.ceil(pixels * 10) / 10;
