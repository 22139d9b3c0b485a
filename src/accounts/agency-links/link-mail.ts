import type { Mail } from '../../outbox/outbox.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { escapeHtml } from '../../platform/text/escape-html.js';
import { sayInstant, sayRole } from '../web/say.js';

/** Whom a link is for, and what it is. */
export interface LinkToSend {
  id: string;
  to: { name: string; address: string };
  /** The whole address of its page. */
  address: string;
  expiresAt: Date;
  /** A sentence that says who asked for it. */
  asked: string;
}

export const ASKED_ON_THE_PAGE =
  'You, or somebody who typed your email address, asked for this link on the sign-in page of the practice review library.';
export const ASKED_BY_OLD_LINK =
  'Somebody opened an older link of yours to the practice review library, which works no more, and asked for a new one.';
export const ASKED_BY_OPERATOR = 'Whoever runs the practice review library sends you this link to sign in.';
export const askedBy = ({ name, acting }: Actor): string =>
  `${name}${acting ? ` (${sayRole(acting)})` : ''} sends you this link to sign in to the practice review library.`;

const SUBJECT = 'Your link to sign in to the practice review library';

/** An e-mail with a link, as text and for screens of any width. Nothing in it is about a review. */
export function linkMail({ id, to, address, expiresAt, asked }: LinkToSend): Mail {
  const before = [`Dear ${to.name},`, asked, 'Open it, and press the button on the page:'];
  const after = [
    `It works once, until ${sayInstant(expiresAt)}, and older links do not work any more. Whoever opens it signs in as you, so please pass it on to nobody. We never ask you for a password by email.`,
    'Did you not ask for it, or expect it? Then do nothing: nobody has signed in, and nothing happens unless the button is pressed. If such emails keep coming, tell the partnership that you work with.',
  ];
  const paragraphs = (texts: string[]): string =>
    texts.map((text) => `<p style="margin:0 0 20px">${escapeHtml(text)}</p>`).join('\n');
  const link = escapeHtml(address);
  return {
    ...{ to, kind: 'sign-in-link', period: id, subject: SUBJECT },
    text: `${[...before, address, ...after].join('\n\n')}\n`,
    html: `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${SUBJECT}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:#0b0c0c;font:18px/1.5 Arial,sans-serif">
<div style="max-width:34em;margin:0 auto">
${paragraphs(before)}
<p style="margin:0 0 20px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#12343b;color:#ffffff;font-weight:bold;text-decoration:none">Go to the sign-in page</a></p>
<p style="margin:0 0 20px;overflow-wrap:anywhere">If the button does not work, copy this address into your browser: ${link}</p>
${paragraphs(after)}
</div></body></html>
`,
  };
}
