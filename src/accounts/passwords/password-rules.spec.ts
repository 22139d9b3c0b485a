import { describe, expect, it } from '@jest/globals';
import { problemOfPassword } from './password-rules.js';

const EMAIL = 'ann@council.example';

describe('problemOfPassword', () => {
  it.each([
    'four unlike words here',
    '4 unlike words 44',
    'aaaaaaaaaaaB',
    '犬がいる庭で雨が降った日',
    'a long way '.repeat(20).slice(0, 200),
  ])('takes %s', (password) => {
    expect(problemOfPassword(password, EMAIL)).toBeNull();
  });

  it.each([
    ['elevenchars', '12 characters or more'],
    ['x'.repeat(201), '200 characters or fewer'],
    ['1qaz2wsx3edc', 'most used'],
    ['QwertyQwerty', 'most used'],
    ['Password1234', 'most used'],
    ['2026Butterfly!', 'most used'],
    ['dragondragondragon', 'most used'],
    ['123412341234', 'most used'],
    ['my ann@council.example', 'email address'],
    ['Practice Review Library', 'name of the library'],
  ])('does not take %s', (password, why) => {
    expect(problemOfPassword(password, EMAIL)).toContain(why);
  });
});
