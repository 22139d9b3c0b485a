import { escapeHtml } from '../platform/text/escape-html.js';
import type { Mail } from './outbox.js';

/** What stands in an e-mail, from top to bottom. */
export interface Letter {
  subject: string;
  /** Paragraphs and lists, the greeting first. */
  before: (string | LetterList)[];
  /** Where its one button leads. */
  button?: { words: string; address: string };
  after?: string[];
}

/** Lines under a heading. */
export interface LetterList {
  heading: string;
  lines: string[];
}

/** An e-mail as text, and for screens of any width. */
export function writeLetter({
  subject,
  before,
  button,
  after = [],
}: Letter): Pick<Mail, 'subject' | 'text' | 'html'> {
  return {
    subject,
    text: `${[...before.map(asText), ...(button ? [button.address] : []), ...after].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#0b0c0c;font:18px/1.5 Arial,sans-serif">
<div style="max-width:34em;margin:0 auto">
${[...before.map(asHtml), ...(button ? [buttonOf(button)] : []), ...after.map(paragraph)].join('\n')}
</div></body></html>
`,
  };
}

const asText = (part: string | LetterList): string =>
  typeof part === 'string' ? part : [part.heading, ...part.lines.map((line) => `- ${line}`)].join('\n');

function asHtml(part: string | LetterList): string {
  if (typeof part === 'string') return paragraph(part);
  const lines = part.lines.map((line) => `<li style="margin:0 0 6px">${escapeHtml(line)}</li>`);
  return `<h2 style="margin:0 0 6px;font-size:18px">${escapeHtml(part.heading)}</h2>
<ul style="margin:0 0 20px;padding:0 0 0 22px;overflow-wrap:anywhere">
${lines.join('\n')}
</ul>`;
}

const paragraph = (text: string): string => `<p style="margin:0 0 20px">${escapeHtml(text)}</p>`;

function buttonOf({ words, address }: NonNullable<Letter['button']>): string {
  const link = escapeHtml(address);
  return `<p style="margin:0 0 20px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#12343b;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(words)}</a></p>
<p style="margin:0 0 20px;overflow-wrap:anywhere">If the button does not work, copy this address into your browser: ${link}</p>`;
}
