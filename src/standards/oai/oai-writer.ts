import { xmlText } from '../../platform/xml/xml-text.js';
import { SUMMARISED } from '../../publishing/record.sql.js';
import { sayGenre } from '../citations/cited.js';
import type { Work } from '../works/work.js';

/** Text in an element; nothing where there is none. */
export const element = (
  name: string,
  text: string | null,
  attributes: Partial<Record<string, string>> = {},
): string => (text === null ? '' : `<${name}${attributesOf(attributes)}>${xmlText(text)}</${name}>`);

const attributesOf = (attributes: Partial<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value ?? '')}"`)
    .join('');

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export const OAI_DC = {
  prefix: 'oai_dc',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
} as const;

interface OaiAnswer {
  responseDate: string;
  baseUrl: string;
  /** What was asked, where it could be understood. */
  asked: Partial<Record<string, string>>;
  /** The element of the verb, or of the error. */
  content: string;
}

export const writeOai = ({ responseDate, baseUrl, asked, content }: OaiAnswer): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="${NAMESPACE}" xmlns:xsi="${XSI}"` +
  ` xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}OAI-PMH.xsd">` +
  element('responseDate', responseDate) +
  element('request', baseUrl, asked) +
  `${content}</OAI-PMH>\n`;

export interface OaiHeader {
  identifier: string;
  /** To the second. */
  datestamp: string;
  sets: readonly string[];
  isDeleted: boolean;
}

export const writeHeader = ({ identifier, datestamp, sets, isDeleted }: OaiHeader): string =>
  `<header${isDeleted ? ' status="deleted"' : ''}>${element('identifier', identifier)}` +
  `${element('datestamp', datestamp)}${sets.map((set) => element('setSpec', set)).join('')}</header>`;

/** @param work null where it is withdrawn: then there is nothing but the header */
export const writeRecord = (header: OaiHeader, work: Work | null, origin: string): string =>
  `<record>${writeHeader(header)}${work ? `<metadata>${dublinCore(work, origin)}</metadata>` : ''}</record>`;

/** A work in Dublin Core: what is known of it, and no more. */
function dublinCore(work: Work, origin: string): string {
  const dc = (name: string, ...texts: (string | null)[]): string =>
    texts.map((text) => element(`dc:${name}`, text || null)).join('');
  return (
    `<oai_dc:dc xmlns:oai_dc="${OAI_DC.namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ` xsi:schemaLocation="${OAI_DC.namespace} ${OAI_DC.schema}">` +
    dc('title', work.title) +
    dc('creator', work.publisher) +
    dc('subject', ...work.themes.map(({ label }) => label)) +
    dc('description', work.description) +
    dc('publisher', work.publisher) +
    dc('date', work.publishedOn) +
    dc('type', sayGenre(work)) +
    dc('identifier', new URL(work.path, origin).href) +
    dc('relation', work.link) +
    dc('language', 'en-GB') +
    dc('rights', work.rights, work.summaryByLibrary ? SUMMARISED : null) +
    '</oai_dc:dc>'
  );
}
