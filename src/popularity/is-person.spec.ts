import { describe, expect, it } from '@jest/globals';
import { isPerson } from './is-person.js';

const CHROME =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36';

describe('isPerson', () => {
  it.each([
    CHROME,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    'Mozilla/5.0 (Linux; Android 13; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
  ])('takes %s for one', (agent) => {
    expect(isPerson({ method: 'GET', headers: { 'user-agent': agent } })).toBe(true);
  });

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; YandexBot/3.0)',
    'facebookexternalhit/1.1 Facebot',
    'Mozilla/5.0 (X11) HeadlessChrome/130.0',
    'curl/8.5.0',
    'python-requests/2.32',
    'UptimeRobot/2.0',
    '',
  ])('does not take %j for one', (agent) => {
    expect(isPerson({ method: 'GET', headers: { 'user-agent': agent } })).toBe(false);
  });

  it('counts neither a look at the headers nor what a browser asks for beforehand', () => {
    expect(isPerson({ method: 'HEAD', headers: { 'user-agent': CHROME } })).toBe(false);
    expect(
      isPerson({ method: 'GET', headers: { 'user-agent': CHROME, 'sec-purpose': 'prefetch;prerender' } }),
    ).toBe(false);
    expect(isPerson({ method: 'GET', headers: {} })).toBe(false);
  });
});
