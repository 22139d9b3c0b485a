import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { paced } from './paced.js';
import { xmlText, XML_BEGINS } from '../xml/xml-text.js';

/** One file within an office document. */
export interface Part {
  /** `xl/workbook.xml` */
  path: string;
  /** Its media type; null for what the package itself says (relations). */
  type: string | null;
  /** Its XML, in pieces, without the line that begins it. */
  content: Iterable<string>;
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Relations of a part: what it is called within it, its kind, and where it is. */
export const relations = (all: readonly { id: string; kind: string; target: string }[]): string[] => [
  `<Relationships xmlns="${RELATIONS}">`,
  ...all.map(
    ({ id, kind, target }) =>
      `<Relationship Id="${id}" Type="${kind === 'core' ? CORE : `${OFFICE}/${kind}`}" Target="${target}"/>`,
  ),
  '</Relationships>',
];

/**
 * Packs the parts of an office document (ECMA-376, Open Packaging Conventions). It is compressed outside of the event loop.
 * @param main path of the part in which a program begins to read
 */
export async function packParts(
  main: string,
  parts: readonly Part[],
  { title, at }: { title: string; at: Date },
): Promise<Buffer> {
  const zip = new ZipFile();
  const core: Part = { path: 'docProps/core.xml', type: CORE_TYPE, content: [coreOf(title, at)] };
  const all = [...parts, core];
  const outer: Part[] = [
    { path: '[Content_Types].xml', type: null, content: typesOf(all) },
    {
      ...{ path: '_rels/.rels', type: null },
      content: relations([
        { id: 'rId1', kind: 'officeDocument', target: main },
        { id: 'rId2', kind: 'core', target: core.path },
      ]),
    },
  ];
  for (const { path, content } of [...outer, ...all])
    zip.addReadStreamLazy(path, { mtime: at }, (give) =>
      give(null, Readable.from(paced(begun(content)), { objectMode: false })),
    );
  zip.end();
  return await buffer(zip.outputStream);
}

function* begun(content: Iterable<string>): Iterable<string> {
  yield XML_BEGINS;
  yield* content;
}

const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';

const typesOf = (parts: readonly Part[]): string[] => [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...parts.flatMap(({ path, type }) =>
    type === null ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`],
  ),
  '</Types>',
];

const coreOf = (title: string, at: Date): string => {
  const instant = `${at.toISOString().slice(0, 19)}Z`;
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:language>en-GB</dc:language>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`
  );
};
