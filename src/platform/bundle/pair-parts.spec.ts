import { describe, expect, it } from '@jest/globals';
import { pairParts, sameKey, type Pairing, type PairingRules } from './pair-parts.js';
import { plainText, TextComparison } from './similarity.js';

interface Part {
  number: string | null;
  text: string;
}
type Known = Part & { id: string; left: boolean };

const RULES: PairingRules<Known, Part> = {
  certain: [sameKey(({ text }: Part) => plainText(text))],
  key: ({ number }) => number,
  text: ({ text }) => text,
};

const known = (number: string | null, text: string, left = false): Known => ({
  ...{ id: text, number, text, left },
});
const given = (number: string | null, text: string): Part => ({ number, text });

function pair(before: Known[], now: Part[], ...accepted: string[]): Pairing<Known>[] {
  return pairParts(before, now, RULES, {
    ...{ letter: 'r', owner: 'Child K', any: accepted.length > 0 },
    accepts: (code) => accepted.includes(code),
  });
}

/** Per given part: the text it is known by, “new”, or how many readings there are. */
const told = (pairings: Pairing<Known>[]): (string | number)[] =>
  pairings.map((one) => ('readings' in one ? one.readings.length : (one.known?.text ?? 'new')));

const TRAINING = 'All staff who work with infants should be trained to recognise parental depression';
const REWORDED = 'All staff who work with infants and toddlers should be trained to recognise depression';
const HALF = 'All staff who work with infants should be trained in safe sleeping and in talking with parents';
const OTHER = 'The council must publish the number of homes that its inspectors have visited each year';

describe('the similarity of two texts', () => {
  const similarity = (one: string, other: string): number => new TextComparison().similarity(one, other);

  it('is 1 for the same words, whatever their case and punctuation', () => {
    expect(similarity('Ask: who lives here?', 'ASK WHO LIVES HERE')).toBe(1);
  });

  it('is 0 where no word is shared, and where there are no words', () => {
    expect(similarity(TRAINING, 'Publish it')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });

  it('minds the order of the words', () => {
    const turned = similarity('police should ask social care', 'social care should ask police');
    expect(turned).toBeLessThan(1);
    expect(turned).toBeGreaterThan(0.5);
  });

  it('tells a reworded text from one that only begins alike', () => {
    expect(similarity(TRAINING, REWORDED)).toBeGreaterThan(0.7);
    expect(similarity(TRAINING, HALF)).toBeLessThan(0.7);
    expect(similarity(TRAINING, OTHER)).toBeLessThan(0.35);
  });
});

describe('a part of a bundle', () => {
  it('with the same words is the same one, under whatever number', () => {
    const before = [known('1', TRAINING), known('2', OTHER)];
    const now = [given('1', OTHER.toUpperCase()), given('2', `${TRAINING}.`)];
    expect(told(pair(before, now))).toEqual([OTHER, TRAINING]);
  });

  it('that is reworded under its number is the same one', () => {
    const [pairing] = pair([known('1', TRAINING)], [given('1', REWORDED)]);
    expect(pairing).toMatchObject({ known: { text: TRAINING }, reworded: true });
  });

  it('with another text under a number is a new one', () => {
    expect(told(pair([known('1', TRAINING)], [given('1', OTHER)]))).toEqual(['new']);
  });

  it('in between can be read in two ways, of which a person chooses one', () => {
    const before = [known('1', TRAINING)];
    const now = [given('1', HALF)];
    const [asked] = pair(before, now);
    const [same, fresh] = asked && 'readings' in asked ? asked.readings : [];
    expect(same).toMatchObject({ known: { text: TRAINING }, code: expect.stringMatching(/^r1-same-\w{6}$/) });
    expect(fresh).toMatchObject({ known: null, code: expect.stringMatching(/^r1-new-\w{6}$/) });
    expect(told(pair(before, now, same!.code))).toEqual([TRAINING]);
    expect(told(pair(before, now, fresh!.code))).toEqual(['new']);
    expect(told(pair(before, now, 'r1-same-000000'))).toEqual([2]);
  });

  it('whose code was given for another text is asked about again', () => {
    const [asked] = pair([known('1', TRAINING)], [given('1', HALF)]);
    const code = asked && 'readings' in asked ? asked.readings[0]!.code : '';
    expect(told(pair([known('1', TRAINING)], [given('1', `${HALF} at home`)], code))).toEqual([2]);
  });

  it('without a number on either side is the same one when it is reworded', () => {
    expect(told(pair([known(null, TRAINING)], [given(null, REWORDED)]))).toEqual([TRAINING]);
    expect(told(pair([known(null, TRAINING)], [given('3', REWORDED)]))).toEqual([TRAINING]);
  });

  it('that is reworded under another number is asked about', () => {
    expect(told(pair([known('1', TRAINING), known('2', OTHER)], [given('7', REWORDED)]))).toEqual([2]);
  });

  it('is asked about when two have swapped their numbers and are reworded', () => {
    const swapped = [given('1', `${OTHER} and quarter`), given('2', REWORDED)];
    expect(told(pair([known('1', TRAINING), known('2', OTHER)], swapped))).toEqual([2, 2]);
  });

  it('is asked about when it could be either of two that are known', () => {
    const twins = [known('1', `${TRAINING} early`), known('2', `${TRAINING} soon`)];
    expect(told(pair(twins, [given('1', `${TRAINING} now`)]))).toEqual([3]);
  });

  it('is asked about when one is split into two that are both like it', () => {
    const split = [given('1', `${TRAINING} early`), given('2', `${TRAINING} soon`)];
    expect(told(pair([known('1', TRAINING)], split))).toEqual([2, 2]);
  });

  it('that had left the source is the same one when its words come back, and asked about when they are reworded', () => {
    const before = [known('1', OTHER), known('2', TRAINING, true)];
    expect(told(pair(before, [given('1', OTHER), given('2', TRAINING)]))).toEqual([OTHER, TRAINING]);
    expect(told(pair(before, [given('1', OTHER), given('2', REWORDED)]))).toEqual([OTHER, 2]);
  });

  it('takes the id of one other at most', () => {
    const before = [known('1', TRAINING)];
    expect(told(pair(before, [given('1', TRAINING), given('2', TRAINING)]))).toEqual([TRAINING, 'new']);
  });
});
