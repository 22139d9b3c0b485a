/** What text of a calendar cannot hold (RFC 5545, 3.3.11): control characters but tabs and line ends, and halves of a pair. */
const NOT_IN_TEXT = /(?![\t\n])[\p{Cc}\p{Surrogate}]/gu;

/** Text as a value of a property. */
export const calendarText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(NOT_IN_TEXT, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A day without its strokes, `20260303`: a value of type DATE. */
export const calendarDay = (day: string): string => day.replaceAll('-', '');

/** An instant, `20260303T100000Z`. */
export const calendarInstant = (instant: Date): string => instant.toISOString().replace(/\.\d+|[-:]/g, '');

/** A file of these lines of content. */
export const calendarFile = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');

const LONGEST_OCTETS = 75;

/** In lines of 75 octets or fewer, each but the first begun with a blank. No character is cut in two. */
function folded(line: string): string {
  const lines = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_OCTETS) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += size;
  }
  return lines.join('\r\n');
}
