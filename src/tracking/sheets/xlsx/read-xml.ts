import sax from 'sax';
import { SHEET_LIMITS } from '../limits.js';
import { SheetRefused } from '../refusal.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** Hears of elements under their name without a prefix: some programs write `x:row` for `row`. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The types of the package do not know of `strictEntities`. */
const OPTIONS: sax.SAXOptions & { strictEntities: true } = { position: false, strictEntities: true };

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads one part of a workbook. Declarations of documents and entities have no place in one and are refused; only the five entities
 * of XML itself are known, so that nothing can grow while it is read.
 */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const parser = sax.parser(true, OPTIONS);
  let depth = 0;
  parser.onerror = () => refuse('broken');
  parser.ondoctype = () => refuse('unsafe');
  parser.onopentag = ({ name, attributes }) => {
    if (++depth > SHEET_LIMITS.depth) refuse('unsafe');
    listener.open(localName(name), attributes as XmlAttributes);
  };
  parser.onclosetag = (name) => {
    depth--;
    listener.close?.(localName(name));
  };
  parser.ontext = parser.oncdata = (text) => listener.text?.(text);
  for await (const piece of pieces) parser.write(piece.replaceAll('\u0000', ''));
  parser.close();
}

function refuse(reason: 'broken' | 'unsafe'): never {
  throw new SheetRefused(reason);
}

/** An attribute that is on: `hidden="1"`, `hidden="true"`; `<strike/>` says so by being there. */
export const isOn = (value: string | undefined, absent = false): boolean =>
  value === undefined ? absent : !/^(0|false|off|none)$/.test(value);

/** The attribute that refers to a relationship, whatever prefix the program chose: `r:id`. */
export const relationshipOf = (attributes: XmlAttributes): string | undefined =>
  Object.entries(attributes).find(([name]) => /^\w+:id$/.test(name))?.[1];
