import nunjucks from 'nunjucks';
import { escapeHtml } from '../text/escape-html.js';
import { dialling } from './addresses.js';

/** What templates put in as it is. Only made from text that was escaped first. */
export type SafeHtml = nunjucks.runtime.SafeString;

const safe = (html: string): SafeHtml => new nunjucks.runtime.SafeString(html);
const escape = (text: string | null | undefined): string => escapeHtml(text ?? '');

/** Numbers as they are written in the United Kingdom (0808 1000 900, +44 1325 406252, 116 123, 999, NHS 111), and e-mail addresses. */
const WAYS_TO_REACH =
  /(?<![\w@.,+/#&-])((?:\+44[ -]?(?:\(0\)[ -]?)?|0)\d(?:[ -]?\d){6,9}|116[ -]?\d{3}|999|(?<=NHS )111)(?![\w@]|[.,]\d)|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

/** A text with its telephone numbers and e-mail addresses as links. Everything else in it stays text. */
export function reachable(text: string | null | undefined): SafeHtml {
  const html = escape(text).replace(WAYS_TO_REACH, (found, phone: string | undefined) =>
    phone
      ? `<a class="govuk-link app-phone" href="tel:${dialling(phone.replace('(0)', ''))}">${found}</a>`
      : `<a class="govuk-link" href="mailto:${found}">${found}</a>`,
  );
  return safe(html);
}

/** A text in which a long name of a site may break before each of its dots. */
export const breakable = (text: string | null | undefined): SafeHtml =>
  safe(escape(text).replace(/(?<=[a-z0-9])\.(?=[a-z])/gi, '<wbr>.'));
