import { describe, expect, it } from '@jest/globals';
import { structuredData } from './structured-data.js';

const AT = 'https://library.example/reviews/x?page=2';
const read = (data: Record<string, unknown>): unknown =>
  JSON.parse(String(structuredData({ '@type': 'Report', ...data }, AT)));

describe('structuredData', () => {
  it('cannot be ended by what it says, and says it all the same', () => {
    const name = '</script><script>alert(1)</script><!-- & \u2028 "';
    expect(String(structuredData({ '@type': 'Report', name }, AT))).not.toMatch(/[<>&\u2028]/);
    expect(read({ name })).toMatchObject({ name });
  });

  it('has addresses in full, and nothing that is not known', () => {
    expect(
      read({ url: '/reviews/x', about: [{ '@id': '/themes/y' }], name: '/not one', author: null }),
    ).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Report',
      url: 'https://library.example/reviews/x',
      about: [{ '@id': 'https://library.example/themes/y' }],
      name: '/not one',
    });
  });
});
