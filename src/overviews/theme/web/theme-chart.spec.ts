import { describe, expect, it } from '@jest/globals';
import { axisStep, namedYears, togetherChart, wrap, yearsChart } from './theme-chart.js';

const from = (first: number, reviews: number[]): { year: number; reviews: number }[] =>
  reviews.map((number, index) => ({ year: first + index, reviews: number }));

describe('yearsChart', () => {
  it('draws a bar for every year, as high as its number of reviews', () => {
    const { bars, floor } = yearsChart(from(2011, [2, 0, 4, 1]));
    expect(bars.map(({ year, value }) => [year, value])).toEqual([
      [2011, '2'],
      [2012, '0'],
      [2013, '4'],
      [2014, '1'],
    ]);
    expect(bars.map(({ height }) => height)).toEqual([80, 0, 160, 40]);
    expect(bars.every(({ y, height }) => y + height === floor)).toBe(true);
    expect(bars.map(({ x, width, middle }) => [x, width, middle])).toEqual([
      ['3.5%', '18%', '12.5%'],
      ['28.5%', '18%', '37.5%'],
      ['53.5%', '18%', '62.5%'],
      ['78.5%', '18%', '87.5%'],
    ]);
  });

  it('has lines at whole numbers from nothing to above the highest bar', () => {
    expect(yearsChart(from(2011, [1, 1])).lines.map(({ label }) => label)).toEqual(['0', '1']);
    expect(yearsChart(from(2011, [3, 9])).lines.map(({ label }) => label)).toEqual(['0', '5', '10']);
    expect(yearsChart(from(2011, [5, 3100])).lines.map(({ label }) => label)).toEqual([
      '0',
      '1,000',
      '2,000',
      '3,000',
      '4,000',
    ]);
  });

  it('says every value where there is room, else those that fit, but always the highest', () => {
    const shown = (years: number, most: number): unknown[] => [
      ...new Set(
        yearsChart(from(2000, [most, ...Array<number>(years - 1).fill(1)])).bars.map(
          ({ showValue }) => showValue,
        ),
      ),
    ];
    expect(shown(12, 99)).toEqual(['always']);
    expect(shown(25, 99)).toEqual(['always', 'wide']);
    expect(shown(60, 99)).toEqual(['always', null]);
    expect(shown(12, 1200)).toEqual(['always', 'wide']);
  });

  it('keeps few bars from becoming slabs', () => {
    expect(yearsChart(from(2020, [1, 2])).isNarrow).toBe(true);
    expect(yearsChart(from(2010, [1, 2, 1, 1, 1, 1, 3])).isNarrow).toBe(false);
  });
});

describe('axisStep', () => {
  it.each([
    [1, 1],
    [4, 1],
    [5, 2],
    [9, 5],
    [20, 5],
    [21, 10],
    [3000, 1000],
  ])('to %i is %i', (most, step) => expect(axisStep(most)).toBe(step));
});

describe('namedYears', () => {
  const years = (first: number, last: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);

  it('names every year of a few', () => {
    expect([...namedYears(years(2018, 2025)).values()]).toEqual(Array(8).fill('always'));
  });

  it('names fewer on a telephone', () => {
    const named = namedYears(years(2014, 2025));
    expect(named.size).toBe(12);
    expect([...named].filter(([, room]) => room === 'always').map(([year]) => year)).toEqual([
      2014, 2016, 2018, 2020, 2022, 2024,
    ]);
  });

  it.each([
    [2005, 2025],
    [1980, 2025],
    [1900, 2199],
  ])('names at most twelve round years of %i to %i, eight on a telephone', (first, last) => {
    const named = namedYears(years(first, last));
    expect(named.size).toBeGreaterThan(3);
    expect(named.size).toBeLessThanOrEqual(12);
    expect([...named.values()].filter((room) => room === 'always').length).toBeLessThanOrEqual(8);
  });
});

describe('togetherChart', () => {
  it('draws the bars in the order given, the longest with room for its value', () => {
    const { rows, height } = togetherChart([
      { label: 'Neglect', reviews: 3 },
      { label: 'Hostility and intimidation towards practitioners', reviews: 12 },
    ]);
    expect(rows.map(({ width, value }) => [width, value])).toEqual([
      ['20.5%', '3'],
      ['82%', '12'],
    ]);
    expect(rows.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['Neglect'],
      ['Hostility and intimidation towards', 'practitioners'],
    ]);
    const [first, second] = rows;
    expect(second!.lines[0]!.y).toBeGreaterThan(first!.y + first!.height);
    expect(height).toBeGreaterThanOrEqual(second!.y + second!.height);
  });
});

describe('wrap', () => {
  it('breaks between words and keeps what cannot be broken', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('incomprehensibilities again', 8)).toEqual(['incomprehensibilities', 'again']);
    expect(wrap('  ', 8)).toEqual([]);
  });
});
