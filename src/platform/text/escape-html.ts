const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML: nothing in it is markup any more. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPED[mark]!);
