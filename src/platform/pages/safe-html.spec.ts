import { describe, expect, it } from '@jest/globals';
import { breakable, reachable } from './safe-html.js';

const links = (text: string): string[] =>
  [
    ...reachable(text)
      .toString()
      .matchAll(/href="([^"]+)">([^<]+)</g),
  ].map(([, href, words]) => `${words}=${href}`);

describe('reachable', () => {
  it.each([
    [
      'Telephone 0344 381 4772 or e-mail help@example.org.uk.',
      ['0344 381 4772=tel:03443814772', 'help@example.org.uk=mailto:help@example.org.uk'],
    ],
    ['Ring 0808 1000 900.', ['0808 1000 900=tel:08081000900']],
    ['Childline: 0800 1111', ['0800 1111=tel:08001111']],
    ['+44 (0)1325 406252', ['+44 (0)1325 406252=tel:+441325406252']],
    ['Samaritans, 116 123, or 999', ['116 123=tel:116123', '999=tel:999']],
    ['Published 2020, 1,999 copies, ISBN 978-0-11-706885-1, 3/0344', []],
    ['See example.org/0344381477', []],
  ])('makes links in “%s”', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('keeps everything else text', () => {
    const html = reachable(`<a href="tel:0800 1111">'"&0800 1111;</a> <b>@x.org`).toString();
    expect(html).not.toMatch(/<b|<a href="tel:0800 1111"/);
    expect(html).toContain('&lt;b&gt;');
    expect(reachable(null).toString()).toBe('');
  });
});

describe('breakable', () => {
  it('lets a name of a site break before its dots, and escapes', () => {
    expect(breakable('Report & more (a-long.example.co.uk)').toString()).toBe(
      'Report &amp; more (a-long<wbr>.example<wbr>.co<wbr>.uk)',
    );
    expect(breakable('Version 1.2. End.').toString()).toBe('Version 1.2. End.');
  });
});
