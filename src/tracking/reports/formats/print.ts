import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../platform/text/escape-html.js';
import type { Report } from '../report.js';
import { htmlOf } from './html.js';

/** A report as one file that needs nothing else: for printing, and for keeping. */
export function* printOf(report: Report): Iterable<string> {
  yield `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(report.title)}</title><style>${STYLE}</style></head><body><main>`;
  yield* htmlOf(report);
  yield '</main></body></html>';
}

const STYLE = `body{margin:2rem auto;max-width:70rem;padding:0 1rem;font-family:arial,sans-serif;line-height:1.4;color:#0b0c0c}
h1{font-size:1.8rem}h2{margin-top:2rem;font-size:1.4rem}h3{font-size:1.1rem}p,dd{margin:0 0 .3rem}dl{margin:0 0 1rem}
dl div{display:flex;gap:1rem;padding:.25rem 0;border-bottom:1px solid #cdd5d5}dt{flex:0 0 11rem;font-weight:bold}dd{margin:0;overflow-wrap:anywhere}
table{width:100%;margin:0 0 1.5rem;border-collapse:collapse;font-size:.9rem}th,td{padding:.35rem .5rem;border:1px solid #8a9a9a;text-align:left;vertical-align:top;overflow-wrap:anywhere}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media(max-width:40rem){dl div{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,td{display:block}tr{margin-bottom:1rem}td::before{content:attr(data-label);display:block;font-weight:bold}}
@page{size:A4;margin:14mm}@media print{body{margin:0;max-width:none;padding:0;font-size:9.5pt}h3{break-after:avoid}tr,dl div{break-inside:avoid}thead{display:table-header-group}}`;

/** The one style that the file may have: nothing else is fetched or run. */
export const PRINT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
