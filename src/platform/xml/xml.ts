import { xmlText } from './xml-text.js';

/** A piece of XML: made by `xml` alone, so that what is not one is text, and is escaped. */
export class Xml {
  constructor(readonly text: string) {}
}

/** What stands in an element: text, elements, and nothing where there is nothing to say. */
export type XmlContent = Xml | string | null | undefined | readonly XmlContent[];

/**
 * An element.
 * @param attributes those that are null or undefined are left out
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>> = {},
  ...content: XmlContent[]
): Xml {
  const said = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === null || value === undefined ? [] : [` ${attribute}="${xmlText(value)}"`],
  );
  const inside = textOf(content);
  const begin = `<${name}${said.join('')}`;
  return new Xml(inside === '' ? `${begin}/>` : `${begin}>${inside}</${name}>`);
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`;

function textOf(content: XmlContent): string {
  if (content === null || content === undefined) return '';
  if (content instanceof Xml) return content.text;
  return typeof content === 'string' ? xmlText(content) : content.map(textOf).join('');
}
