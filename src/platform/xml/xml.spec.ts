import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sax from 'sax';
import { xml, xmlDocument } from './xml.js';

/** What a strict parser reads: names, attributes and text. */
function read(document: string): { names: string[]; values: string[]; text: string } {
  const found = { names: [] as string[], values: [] as string[], text: '' };
  const parser = sax.parser(true);
  parser.onerror = (error): never => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    found.names.push(name);
    found.values.push(...Object.values(attributes as Record<string, string>));
  };
  parser.ontext = (text) => (found.text += found.names.length > 0 ? text : '');
  parser.write(document.replace(/\n$/, '')).close();
  return found;
}

describe('XML', () => {
  it('holds any text as text, without what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (given) => {
        const document = xmlDocument(xml('a', { b: `x${given}` }, `y${given}`));
        const possible = given.replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu, '');
        expect(read(document)).toEqual({ names: ['a'], values: [`x${possible}`], text: `y${possible}` });
      }),
    );
    const said = 'Tom & "Jerry" <b>]]></b> 👩‍👧';
    expect(read(xmlDocument(xml('a', { b: said }, said)))).toEqual({
      names: ['a'],
      values: [said],
      text: said,
    });
  });

  it('puts elements into elements, and leaves out what is not known', () => {
    const made = xml('a', { b: null, c: '1' }, [xml('d'), null, ['x', xml('e', {}, '')]], undefined);
    expect(made.text).toBe('<a c="1"><d/>x<e/></a>');
  });
});
