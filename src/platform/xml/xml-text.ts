// What XML cannot hold at all: control characters but tab and line ends, halves of a pair, and two that are no characters.
const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;
const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without what XML cannot hold. */
export const possibleText = (text: string): string => text.replace(NOT_IN_XML, '');

/** Text as XML, in an element or an attribute: nothing in it is markup, and what XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  possibleText(text).replace(/[&<>"]/g, (mark) => ESCAPED[mark]!);

export const XML_BEGINS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
