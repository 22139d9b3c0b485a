import { count, sayCode, sayList, sayPages } from './words.js';
import { describe, expect, it } from '@jest/globals';

describe('sayPages', () => {
  it.each([
    [[], ''],
    [[12], 'page 12'],
    [[12, 13], 'pages 12 and 13'],
    [[20, 12, 13, 14, 12], 'pages 12 to 14 and 20'],
    [[1, 3, 4, 5, 9], 'pages 1, 3 to 5 and 9'],
  ])('says %j as “%s”', (pages, words) => {
    expect(sayPages(pages)).toBe(words);
  });
});

describe('sayCode', () => {
  it.each([
    [null, ''],
    ['training', 'Training'],
    ['week-of-action', 'Week of action'],
    ['thematic', 'Thematic briefing'],
    ['constructor', 'Constructor'],
  ])('says %j as “%s”', (code, words) => {
    expect(sayCode(code)).toBe(words);
  });
});

describe('the other words', () => {
  it('join a list as a sentence does', () => {
    expect(sayList([])).toBe('');
    expect(sayList(['a'])).toBe('a');
    expect(sayList(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('count in the singular and the plural', () => {
    expect(count(1, 'review')).toBe('1 review');
    expect(count(0, 'review')).toBe('0 reviews');
    expect(count(1200, 'entry', 'entries')).toBe('1,200 entries');
  });
});
