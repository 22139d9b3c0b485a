import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findIdentifying, isNhsNumber, type IdentifyingKind } from './identifying.js';
import { requireNeutral } from './neutral.js';

const kindsIn = (text: string, terms: string[] = []): IdentifyingKind[] =>
  findIdentifying(text, terms).map(({ kind }) => kind);
const partsIn = (text: string, terms: string[] = []): string[] =>
  findIdentifying(text, terms).map(({ start, length }) => text.slice(start, start + length));

/** Words of which sentences are made; none of them is near a date, a number or a name. */
const WORDS =
  'the agencies say that training was given and a plan is now in use by every team with audits'.split(' ');
const some = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));
const around = fc.record({ before: some, after: some, stop: fc.constantFrom('', '.', ',', ')', ':') });
/** A sentence with something in it. */
const sentenceWith = (what: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; said: string }> =>
  fc.record({ what, around }).map(({ what: said, around: { before, after, stop } }) => ({
    ...{ said, text: `${before} ${said}${stop} ${after}` },
  }));
const isFound = (kind: IdentifyingKind, what: fc.Arbitrary<string>): void =>
  fc.assert(
    fc.property(sentenceWith(what), ({ text, said }) => {
      const hits = findIdentifying(text).filter((one) => one.kind === kind);
      expect(hits.map(({ start, length }) => text.slice(start, start + length))).toContain(said);
    }),
    { numRuns: 300 },
  );

const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
const groups = (separator: string, ...parts: string[]): string => parts.join(separator);

/** The nine digits and the one that checks them; where that would be ten there is no such number. */
function nhsNumber(nine: string): string | null {
  const sum = [...nine].reduce((total, one, place) => total + Number(one) * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : nine + String(check);
}
const validNhs = digits(9)
  .map(nhsNumber)
  .filter((number) => number !== null);
const asNhs = fc
  .record({ number: validNhs, by: fc.constantFrom('', ' ', '-', ' - ', '\u00a0', '\u2011') })
  .map(({ number, by }) => groups(by, number.slice(0, 3), number.slice(3, 6), number.slice(6)));

const AREAS = ['DL', 'M', 'SW', 'EC', 'B', 'YO', 'BT', 'IM', 'N', 'G'];
const postcode = fc
  .record({
    area: fc.constantFrom(...AREAS),
    district: fc.constantFrom('1', '9', '14', '1A', '60'),
    by: fc.constantFrom(' ', '', '\u00a0'),
    sector: digit,
    unit: fc.constantFrom('AB', 'TH', 'ZZ', 'NP', 'WX'),
    isSmall: fc.boolean(),
  })
  .map(({ area, district, by, sector, unit, isSmall }) => {
    const written = `${area}${district}${by}${sector}${unit}`;
    return isSmall ? written.toLowerCase() : written;
  });

const nationalInsurance = fc
  .record({
    prefix: fc
      .tuple(fc.constantFrom(...'ABCEGHJKLMNOPRSTWXYZ'), fc.constantFrom(...'ABCEGHJKLMNPRSTWXYZ'))
      .map((letters) => letters.join(''))
      .filter((prefix) => !['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'].includes(prefix)),
    number: digits(6),
    suffix: fc.constantFrom('A', 'B', 'C', 'D'),
    by: fc.constantFrom(' ', '', '-'),
  })
  .map(({ prefix, number, suffix, by }) =>
    groups(by, prefix, number.slice(0, 2), number.slice(2, 4), number.slice(4), suffix),
  );

const telephone = fc
  .record({
    begin: fc.constantFrom('0', '+44 ', '+44 (0)', '0044 ', '('),
    area: fc.constantFrom('1325', '20', '7700', '113', '800', '1632'),
    rest: digits(9),
  })
  .map(({ begin, area, rest }) => {
    const own = rest.slice(0, 10 - area.length);
    const [one, two] = [own.slice(0, 3), own.slice(3)];
    return begin === '(' ? `(0${area}) ${one} ${two}` : `${begin}${area} ${one} ${two}`;
  });

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
const date = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 9 }),
    year: fc.integer({ min: 1930, max: 2024 }),
    way: fc.nat(9),
  })
  .map(({ day, month, year, way }) => {
    const name = MONTHS[month - 1]!;
    const [dd, mm, yy] = [
      String(day).padStart(2, '0'),
      String(month).padStart(2, '0'),
      String(year).slice(2),
    ];
    return [
      ...[`${day} ${name} ${year}`, `${day}/${month}/${year}`, `${dd}.${mm}.${yy}`, `${year}-${mm}-${dd}`],
      ...[
        `${name} ${day}, ${year}`,
        `the ${day}th of ${name}`.slice(4),
        `${dd}-${mm}-${year}`,
        `${dd}${mm}${year}`,
      ],
      ...[`${name.slice(0, 3)} ${day} ${year}`, `${name} ${year}`],
    ][way]!;
  });

describe('what may identify somebody', () => {
  it('is an NHS number, by its check digit, however it is grouped', () => {
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('943 476 5918')).toBe(false);
    isFound('nhs-number', asNhs);
    fc.assert(
      fc.property(
        sentenceWith(validNhs.map((number) => number.slice(0, 9) + String((Number(number[9]) + 1) % 10))),
        ({ text }) => {
          expect(kindsIn(text)).not.toContain('nhs-number');
        },
      ),
    );
    expect(partsIn('After 12 9434765919 was read out')).toEqual(['9434765919']);
    expect(kindsIn('NHS no. 94 34 76 59 19')).toEqual(['nhs-number']);
  });

  it('is a National Insurance number with a prefix that is given out', () => {
    isFound('national-insurance-number', nationalInsurance);
    expect(kindsIn('AB 12 34 56')).toEqual(['national-insurance-number']);
    for (const none of ['QQ 12 34 56 C', 'GB123456A', 'AO123456A', 'at 12 34 56 people'])
      expect([none, kindsIn(none)]).toEqual([none, []]);
  });

  it('is a postcode of an area that there is', () => {
    isFound('postcode', postcode);
    expect(
      ['QV1 2AB', 'XX1 2AB', 'in 2024 4 of 5', 'COVID19 2nd wave'].flatMap((text) => kindsIn(text)),
    ).toEqual([]);
  });

  it('is a telephone number or an email address, and no short number to call, and no day in figures', () => {
    isFound(
      'telephone',
      telephone.map((number) => number.trim()),
    );
    isFound('email', fc.constantFrom('pat.example@fennmere.gov.uk', "o'neill+x@mail.example.org"));
    expect(kindsIn('Ring 999 or 101, or 116 123, on 01-02-2024 10:30 or 01.02.2024 09')).toEqual([]);
    expect(kindsIn('Ring +353 1 234 5678')).toEqual(['telephone']);
  });

  it('is a date near a word for birth or death, in the many ways people write one', () => {
    const born = fc.record({
      day: date,
      word: fc.constantFrom('born on', 'DOB', 'd.o.b.', 'date of birth:', 'birthday'),
    });
    fc.assert(
      fc.property(born, some, ({ day, word }, before) => {
        const text = `${before} ${word} ${day} at home`;
        expect(partsIn(text)).toEqual([day]);
        expect(kindsIn(text)).toEqual(['date-of-birth']);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(date, fc.constantFrom('died', 'death', 'was found dead', 'passed away'), (day, word) => {
        expect(kindsIn(`On ${day} the child ${word}`)).toEqual(['date-of-death']);
      }),
      { numRuns: 200 },
    );
    expect(kindsIn('She was born on the third of May')).toEqual(['date-of-birth']);
    expect(
      kindsIn('The plan of 3 May 2024 was agreed by everybody, and all who were born here are asked'),
    ).toEqual([]);
    expect(kindsIn('Training was finished on 3 May 2024')).toEqual([]);
  });

  it('is an address', () => {
    expect(partsIn('They lived at Flat 3, 12b Mill Lane, then at 7 St Mary’s Road')).toEqual([
      ...['12b Mill Lane', '7 St Mary’s Road'],
    ]);
    expect(kindsIn('12 agencies took their own road')).toEqual([]);
  });

  it('is a term that the review protects, as whole words, whatever its case, accents, apostrophes and hyphens', () => {
    const terms = ['Zoë O’Brien-Smith', 'Sam', 'High Wood'];
    for (const said of [
      ...[
        'ZOE OBRIEN SMITH',
        'zoe o brien smith',
        'Zoë O’Brien‑Smith',
        'Zo\u0308e O\u02bcBrien\u2013Smith',
        "Zo\u00ade O'Brien Smith",
      ],
      ...['sam', 'Sam’s', 'SAM', 'High-Wood', 'highwood', 'high\nwood'],
    ])
      expect([said, kindsIn(`It was said of ${said}, often`, terms)]).toEqual([said, ['protected-term']]);
    expect(kindsIn('Samples were taken; the same was said at Highwoods', terms)).toEqual([]);
    expect(partsIn('It was Sam’s', ['sam'])).toEqual(['Sam']);
  });

  it('hides behind no end of a line, nothing that is not seen, and no other form of a sign', () => {
    const NHS = ['943', '476', '5919'];
    const between = [
      '\n',
      '\r\n',
      ' \n ',
      '\u0085',
      '\u3164',
      '\u2800',
      '\uffa0',
      '/',
      '_',
      '\u00b7',
      '\u2043',
      '\u0000',
    ];
    for (const by of between)
      expect([by, kindsIn(`It is ${NHS.join(by)} in all`)]).toEqual([by, ['nhs-number']]);
    for (const by of ['\n', '\r\n', '\u3164'])
      for (const [first, second, kind] of [
        ['01325', '406252', 'telephone'],
        ['DL1', '1AA', 'postcode'],
        ['12 High', 'Street', 'address'],
        ['12', 'High Street', 'address'],
        ['AB 12 34', '56 C', 'national-insurance-number'],
        ['pat@', 'example.org', 'email'],
      ] as const)
        expect([first, by, kindsIn(first + by + second)]).toEqual([first, by, [kind]]);
    for (const by of ['\u2044', '\u2215'])
      expect(kindsIn(`born on ${['03', '05', '2010'].join(by)}`)).toEqual(['date-of-birth']);
    for (const [term, said] of [
      ['Łukasz', 'LUKASZ'],
      ['Lukasz', 'Łukasz'],
      ['Søren', 'Soren'],
      ['Weiß', 'Weiss'],
      ['Işıl', 'Isil'],
      ['Sam Oakes', 'Sam\u3164Oakes'],
    ] as const) {
      expect([said, partsIn(`It was ${said}, often`, [term])]).toEqual([said, [said]]);
    }
    expect(kindsIn('Sam\u3164was', ['sam'])).toEqual(['protected-term']);
    expect(kindsIn('From 01.04.24 - 31.03.25')).toEqual([]);
    expect(kindsIn('Ring 07-70-09-00-123-4')).toEqual(['telephone']);
  });

  it('is no sentence that the catalogue has, with few exceptions', async () => {
    const folder = new URL('../../../fixtures/', import.meta.url);
    const files = (await readdir(folder, { recursive: true })).filter((file) => /\.jsonl?$/.test(file));
    const sentences: string[] = [];
    for (const file of files.toSorted())
      collect(
        recordsIn(file, await readFile(new URL(file.replaceAll('\\', '/'), folder), 'utf8')),
        sentences,
      );
    const hit = sentences.filter((sentence) => findIdentifying(sentence).length > 0);
    // Of more than 3,000 these are two, which give helplines: a reason clears them.
    expect(sentences.length).toBeGreaterThan(1000);
    expect(hit.length / sentences.length).toBeLessThan(0.002);
  });
});

describe('a text for the public', () => {
  const text = 'Ring 01325 406252 or 01325 406253. She was born on 3 May 2010.';
  const refused = (...clearings: { kind: IdentifyingKind; start?: number; reason: string }[]): unknown => {
    try {
      return requireNeutral(text, { terms: [], clearings }).map(({ kind, start }) => `${kind} ${start}`);
    } catch (error) {
      return (error as { more: { hits: { kind: string; start: number }[] } }).more.hits.map(
        ({ kind, start }) => `!${kind} ${start}`,
      );
    }
  };

  it('is refused with each hit until each is cleared with a reason, by its place where its kind comes twice', () => {
    const born = { kind: 'date-of-birth', reason: 'It is invented.' } as const;
    const [one, other] = [
      { kind: 'telephone', start: 5, reason: 'The public line.' },
      { kind: 'telephone', start: 21, reason: 'The other public line.' },
    ] as const;
    expect(refused()).toEqual(['!telephone 5', '!telephone 21', '!date-of-birth 51']);
    expect(refused(born)).toEqual(['!telephone 5', '!telephone 21']);
    expect(refused(born, { kind: 'telephone', reason: 'Public lines.' })).toEqual([
      '!telephone 5',
      '!telephone 21',
    ]);
    expect(refused(born, one)).toEqual(['!telephone 21']);
    expect(refused(born, one, { ...other, reason: ' ' })).toEqual(['!telephone 21']);
    expect(refused(born, one, other)).toEqual(['telephone 5', 'telephone 21', 'date-of-birth 51']);
  });
});

const recordsIn = (file: string, text: string): unknown =>
  file.endsWith('l')
    ? text
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line))
    : JSON.parse(text);

/** Sentences of records: what publishers and this library have written for the public. */
function collect(value: unknown, into: string[], key = ''): void {
  if (typeof value === 'string') {
    if (PROSE.has(key)) into.push(...value.split(/(?<=[.!?])\s+/).filter((one) => one.includes(' ')));
  } else if (Array.isArray(value)) for (const one of value) collect(one, into, key);
  else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) collect(one, into, name);
}
const PROSE = new Set([
  'summary',
  'statement',
  'text',
  'definition',
  'lookFor',
  'ask',
  'do',
  'body',
  'description',
]);
