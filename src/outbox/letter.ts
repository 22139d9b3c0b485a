import { escapeHtml } from '../platform/text/escape-html.js';
import type { Mail } from './outbox.js';

/** What stands in an e-mail, from top to bottom. */
export interface Letter {
  subject: string;
  /** Paragraphs, the greeting first. */
  before: string[];
  /** Where its one button leads. */
  button?: { words: string; address: string };
  after?: string[];
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
    text: `${[...before, ...(button ? [button.address] : []), ...after].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#0b0c0c;font:18px/1.5 Arial,sans-serif">
<div style="max-width:34em;margin:0 auto">
${[...before.map(paragraph), ...(button ? [buttonOf(button)] : []), ...after.map(paragraph)].join('\n')}
</div></body></html>
`,
  };
}

const paragraph = (text: string): string => `<p style="margin:0 0 20px">${escapeHtml(text)}</p>`;

function buttonOf({ words, address }: NonNullable<Letter['button']>): string {
  const link = escapeHtml(address);
  return `<p style="margin:0 0 20px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#12343b;color:#ffffff;font-weight:bold;text-decoration:none">${escapeHtml(words)}</a></p>
<p style="margin:0 0 20px;overflow-wrap:anywhere">If the button does not work, copy this address into your browser: ${link}</p>`;
}
