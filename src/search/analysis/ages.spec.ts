import { describe, expect, it } from '@jest/globals';
import { agesIn, whomIn } from './ages.js';

describe('the ages that a text speaks of', () => {
  it.each([
    ['A 15-year-old with a long-term condition', ['12-to-17']],
    ['A two-year-old boy', ['1-to-4']],
    ['A seven-week-old baby', ['under-1']],
    ['an infant', ['under-1']],
    ['aged 82', ['65-and-over']],
    ['aged 6 months', ['under-1']],
    ['Two sisters aged 9 and a man aged 34', ['5-to-11', '18-to-64']],
    ['a 30-month-old', ['1-to-4']],
    ['16 yr old mother', ['12-to-17']],
    ['In 2015 the review made 12 recommendations', []],
    ['ten years of cuts', []],
  ])('%s', (text, groups) => {
    expect(agesIn(text)).toEqual(groups);
  });
});

describe('of whom a text speaks', () => {
  it.each([
    ['11 year old carrying a knife', 'children'],
    ['aged 82 and alone', 'adults'],
    ['old lady with a fall', 'adults'],
    ['Parental substance misuse', 'children'],
    ['Learning disability in adults', 'adults'],
    ['14 year old girl with a 22 year old boyfriend', null],
    ['Young carers', null],
    ['Information sharing', null],
  ])('%s: %s', (text, whom) => {
    expect(whomIn(text)).toBe(whom);
  });
});
