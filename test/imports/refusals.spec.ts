import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { Client } from 'pg';
import { importBundles } from '../../src/imports/import.service.js';
import { Interrupted } from '../../src/imports/interruptible.js';
import { PROJECTION_LOCK } from '../../src/platform/postgres/locks.js';
import { bundleFile } from '../support/bundles.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { somebodyWaits } from '../support/eventually.js';
import { EXAMPLES } from './examples.js';
import { everything, importRecords, problemsOf, problemsOfRecords, rawBundle, sizes } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => await database.close());

const review = (more: object): object => ({
  kind: 'review',
  publisher: 'Anytown',
  label: 'Child K',
  ...more,
});
const resource = (more: object): object => ({ kind: 'resource', title: 'A course', ...more });
const theme = (more: object): object => ({ kind: 'theme', label: 'Neglect', ...more });

describe('a field that is wrong', () => {
  const cases: [string, object, string, string][] = [
    [
      'a kind that there is not',
      { kind: 'podcast' },
      'kind',
      'kind must be partnership, theme, agency, review, briefing, resource or document-text',
    ],
    ['no kind', { label: 'x' }, 'kind', 'kind is missing'],
    ['a kind that is no text', { kind: ['review'] }, 'kind', 'kind must be'],
    ['an unknown field', review({ colour: 'red' }), 'colour', 'colour is not a field of a review record'],
    [
      'an unknown field deep down',
      review({ learning: [{ theme: 'x' }, { theme: 'y', page: 1 }] }),
      'learning[1].page',
      'learning[1].page is not a field',
    ],
    ['a field that every object has', review({ toString: 'x' }), 'toString', 'toString is not a field'],
    [
      'a field of another kind',
      theme({ publisher: 'x' }),
      'publisher',
      'publisher is not a field of a theme record',
    ],
    ['no label', { kind: 'review', publisher: 'Anytown' }, 'label', 'label is required'],
    ['null for a label', review({ label: null }), 'label', 'label is required'],
    ['a blank label', review({ label: ' \n ' }), 'label', 'label is required'],
    ['no publisher of a review', { kind: 'review', label: 'x' }, 'publisher', 'publisher is required'],
    [
      'no theme of a learning point',
      review({ learning: [{ statement: 'x' }] }),
      'learning[0].theme',
      'learning[0].theme is required',
    ],
    [
      'no text of a recommendation',
      review({ recommendations: [{ number: '1' }] }),
      'recommendations[0].text',
      'is required',
    ],
    [
      'a word for yes or no',
      review({ summarised: 'yes', sources: [{ title: 'x' }] }),
      'summarised',
      'summarised must be true or false',
    ],
    [
      'a summary of nothing that has a title',
      resource({ summarised: true, sources: [{ url: 'https://example.org/' }] }),
      'summarised',
      'summarised needs sources',
    ],
    ['a number for a text', review({ title: 7 }), 'title', 'title must be text'],
    ['a text for a list', review({ learning: 'x' }), 'learning', 'learning must be a list'],
    [
      'a list in a list',
      review({ learning: [[{ theme: 'x' }]] }),
      'learning[0]',
      'learning[0] must be an object',
    ],
    [
      'a text for an object',
      { kind: 'document-text', review: 'Child J', document: 'x', page: 1, text: 'x' },
      'review',
      'review must be an object',
    ],
    ['a wrong entry of a list', review({ keywords: ['a', 3] }), 'keywords[1]', 'keywords[1] must be text'],
    [
      'an empty entry of a list',
      theme({ altLabels: ['a', ''] }),
      'altLabels[1]',
      'altLabels[1] must not be empty',
    ],
    [
      'a value outside its list',
      review({ learning: [{ theme: 'x', kind: 'lesson' }] }),
      'learning[0].kind',
      'learning[0].kind must be finding, key-lesson, good-practice or theme-named',
    ],
    [
      'a statement on a theme that is only named',
      review({ learning: [{ theme: 'x', kind: 'theme-named', statement: 'y' }] }),
      'learning[0].statement',
      'learning[0].statement must be left out where kind is theme-named',
    ],
    [
      'a review of the guidance by nobody',
      theme({ guidanceReviewedOn: '2026-05' }),
      'guidanceReviewedBy',
      'guidanceReviewedBy is required where guidanceReviewedOn is given',
    ],
    [
      'a review of the guidance at no time',
      theme({ guidanceReviewedBy: 'Jo Bloggs, named nurse' }),
      'guidanceReviewedOn',
      'guidanceReviewedOn is required where guidanceReviewedBy is given',
    ],
    ['a type of review that there is not', review({ type: 'LCSPR' }), 'type', 'type must be lcspr, scr'],
    [
      'a scope that there is not',
      review({ recommendations: [{ text: 'x', scope: 'global' }] }),
      'recommendations[0].scope',
      'must be local, regional or national',
    ],
    [
      'a day that there is not',
      review({ publishedOn: '2025-02-30' }),
      'publishedOn',
      'publishedOn must be a date of the calendar',
    ],
    ['a date in other words', review({ relayedOn: 'March 2025' }), 'relayedOn', 'YYYY-MM-DD'],
    ['a time that there is not', resource({ startsOn: '2026-03-03T25:00' }), 'startsOn', 'YYYY-MM-DDTHH:MM'],
    [
      'an end before the start',
      resource({ startsOn: '2026-03-03T10:00', endsOn: '2026-03-02' }),
      'endsOn',
      'must not be before startsOn',
    ],
    [
      'a text that is too long',
      review({ label: 'x'.repeat(301) }),
      'label',
      'label must be at most 300 characters (it has 301)',
    ],
    [
      'too many entries',
      review({ keywords: Array.from({ length: 201 }, String) }),
      'keywords',
      'at most 200 entries (it has 201)',
    ],
    [
      'a control character',
      review({ summary: 'a\u0000b' }),
      'summary',
      'control character in it: U+0000, the 2nd character',
    ],
    ['a line break in a label', review({ label: 'Child\nK' }), 'label', 'U+000A (a line break)'],
    ['half a character', review({ summary: 'a\ud800' }), 'summary', 'half of a character'],
    [
      'an address that is no web address',
      review({ documents: [{ url: 'javascript:alert(1)' }] }),
      'documents[0].url',
      'must be a web address',
    ],
    ['an address with no host', resource({ url: 'https://' }), 'url', 'must be a web address'],
    ['an address with a path for a host', resource({ url: 'http:///x' }), 'url', 'must be a web address'],
    ['an address with a password', resource({ url: 'https://a:b@host/' }), 'url', 'must be a web address'],
    [
      'a source with a path for a host',
      review({ sources: [{ url: 'http:///x' }] }),
      'sources[0].url',
      'must be a web address',
    ],
    [
      'a page that is no number',
      review({ learning: [{ theme: 'x', pages: [1, '2'] }] }),
      'learning[0].pages[1]',
      'must be a whole number from 1 to 9999',
    ],
    [
      'a theme without a letter',
      review({ learning: [{ theme: '—' }] }),
      'learning[0].theme',
      'must have a letter or a digit',
    ],
    [
      'a telephone number without a digit',
      { kind: 'partnership', name: 'x', contacts: [{ phone: 'ask' }] },
      'contacts[0].phone',
      'must have a digit',
    ],
    [
      'two recommendations of one number',
      review({
        recommendations: [
          { number: '1', text: 'x' },
          { number: '1', text: 'y' },
        ],
      }),
      'recommendations[1].number',
      'is the same as that of recommendations[0]',
    ],
    [
      'brackets without end',
      review({ summary: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown }),
      'summary[0][0][0][0][0][0][0][0]',
      'is nested too deeply',
    ],
  ];

  it.each(cases)('%s', async (_, record, field, message) => {
    const problems = await problemsOfRecords(database.dataSource, theme({ label: 'Fine' }), record);
    expect(problems).toEqual([{ line: 2, field, message: expect.stringContaining(message) }]);
  });

  it('is refused by name even where JavaScript would swallow it', async () => {
    const file = await rawBundle('{"kind":"theme","label":"x","__proto__":{"a":1}}');
    expect(await problemsOf(database.dataSource, file)).toEqual([
      { line: 1, field: '__proto__', message: '__proto__ is not a field of a theme record' },
    ]);
  });
});

describe('a file that is wrong', () => {
  const good = '{"kind":"theme","label":"Neglect"}';
  const cases: [string, string | Buffer, { line: number; message: string }[]][] = [
    ['empty', '', [{ line: 0, message: 'The file is empty' }]],
    ['blank', ' \n\n', [{ line: 0, message: 'The file is empty' }]],
    [
      'broken on some lines',
      `${good}\n{"kind":"theme"\n\n{"kind":"theme",}\n[1]\n7`,
      [
        { line: 2, message: 'Broken JSON' },
        { line: 4, message: 'Broken JSON' },
        { line: 5, message: 'A record must be an object' },
        { line: 6, message: 'A record must be an object' },
      ],
    ],
    [
      'one record over many lines',
      `{\n"kind":"theme"}`,
      [
        { line: 1, message: 'Each record must be on one line, or the whole file one JSON array' },
        { line: 2, message: 'Broken JSON' },
      ],
    ],
    [
      'broken inside an entry of an array',
      `[\n${good},\n{\n"kind": theme},\n7]`,
      [
        { line: 4, message: 'Broken JSON' },
        { line: 5, message: 'A record must be an object' },
      ],
    ],
    ['an array that is not closed', `[\n${good}\n`, [{ line: 3, message: 'a ] is missing' }]],
    [
      'an array that ends in a record',
      `[${good},\n{"kind":"theme","label":"x`,
      [{ line: 2, message: 'is not finished' }],
    ],
    [
      'an array without commas',
      `[${good}\n${good}]`,
      [{ line: 2, message: 'A comma or the closing ] should come here' }],
    ],
    [
      'an array with a comma too many',
      `[${good},\n]`,
      [{ line: 2, message: 'a comma with no record beside it' }],
    ],
    [
      'an array with something after it',
      `[${good}]\n${good}`,
      [{ line: 2, message: 'something after the closing ]' }],
    ],
    [
      'an open text in an array',
      `[{"kind":"theme,\n"label":"x"}]`,
      [{ line: 1, message: 'A text is not closed' }],
    ],
    [
      'not UTF-8',
      Buffer.concat([
        Buffer.from(`${good}\n{"kind":"theme","label":"`),
        Buffer.from([0xe9]),
        Buffer.from('"}'),
      ]),
      [{ line: 2, message: 'not valid UTF-8' }],
    ],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), [{ line: 1, message: 'looks like UTF-16' }]],
    [
      'a record of 9 MB',
      `${good}\n{"kind":"theme","label":"x","definition":"${'x'.repeat(9_000_000)}"}`,
      [{ line: 2, message: 'longer than 8 MB' }],
    ],
  ];

  it.each(cases)('%s', async (_, content, expected) => {
    const problems = await problemsOf(database.dataSource, await rawBundle(content));
    expect(problems).toEqual(
      expected.map(({ line, message }) => ({
        line,
        field: '',
        message: expect.stringContaining(message),
      })),
    );
  });

  it('is not there, or a folder', async () => {
    await expect(importBundles(database.dataSource, ['/tmp/no-such-bundle.json'])).rejects.toThrow(
      'There is no file',
    );
    await expect(importBundles(database.dataSource, ['/tmp'])).rejects.toThrow('is a folder');
  });
});

describe('records that do not fit together', () => {
  it('are the same one twice', async () => {
    const problems = await problemsOfRecords(
      database.dataSource,
      review({ publishedOn: '2020-01' }),
      review({ publishedOn: '2020' }),
      review({ publishedOn: '2021' }),
      review({ label: 'Child L', reference: 'r' }),
      review({ label: 'Child M', reference: 'r' }),
      theme({}),
      theme({ label: 'NEGLECT!' }),
      resource({}),
      resource({ startsOn: '2026-01-01' }),
      resource({}),
    );
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: label is the same review as the one on line 1',
      '5: reference has the same reference as the review on line 4',
      '7: label is the same theme as the one on line 6',
      '10: title is the same resource as the one on line 8',
    ]);
  });

  it('are the same one in two files', async () => {
    const files = [await bundleFile([review({})]), await bundleFile([resource({}), review({})])];
    const [problem, ...others] = await problemsOf(database.dataSource, ...files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      line: 2,
      message: expect.stringContaining(`on line 1 of ${files[0]}`),
    });
  });

  it('name a review that there is not, or that could be several', async () => {
    const problems = await problemsOfRecords(
      database.dataSource,
      review({ label: 'Twice', publishedOn: '2020' }),
      review({ label: 'Twice', publishedOn: '2021' }),
      { kind: 'review', publisher: 'Elsewhere', label: 'Here and there' },
      { kind: 'review', publisher: 'Nowhere', label: 'Here and there' },
      { kind: 'briefing', publisher: 'Anytown', title: 'A', reviews: ['Child Z', 'Twice'] },
      {
        kind: 'briefing',
        title: 'B',
        reviews: ['Here and there', { publisher: 'Nowhere', label: 'Here and there' }],
      },
      {
        kind: 'document-text',
        review: { publisher: 'Anytown', label: 'Twice', year: 2022 },
        document: 'x',
        page: 1,
        text: 'x',
      },
      {
        kind: 'document-text',
        review: { publisher: 'Anytown', label: 'Twice', year: 2020 },
        document: 'x',
        page: 1,
        text: 'x',
      },
    );
    expect(problems.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '5 reviews[0]',
      '5 reviews[1]',
      '6 reviews[0]',
      '7 review',
      '8 document',
    ]);
    expect(problems[1]?.message).toContain('could be any of 2 reviews');
    expect(problems[4]?.message).toBe('document “x” is not among the documents of the review “Twice”');
  });

  it('do not complain of a record that is there but faulty', async () => {
    const problems = await problemsOfRecords(
      database.dataSource,
      review({ title: 7 }),
      theme({ definition: 7 }),
      theme({ label: 'Self-neglect', broader: 'neglect' }),
      { kind: 'briefing', title: 'A', reviews: ['Child K'] },
    );
    expect(problems.map(({ line, field }) => `${line} ${field}`)).toEqual(['1 title', '2 definition']);
  });
});

describe('a bundle that fails', () => {
  it('on its last line leaves nothing behind, not even a job', async () => {
    const fresh = await freshDatabase();
    try {
      expect(await problemsOfRecords(fresh.dataSource, ...EXAMPLES, review({ title: 7 }))).toHaveLength(1);
      expect(await sizes(fresh.dataSource)).toEqual({});
      await importRecords(fresh.dataSource, ...EXAMPLES);
      const before = await everything(fresh.dataSource);
      const changed = EXAMPLES.map((record) => ({ ...record, sources: [{ title: 'Another' }] }));
      await problemsOfRecords(fresh.dataSource, ...changed.toSpliced(4, 1), {
        kind: 'briefing',
        title: 'x',
        reviews: ['?'],
      });
      expect(await everything(fresh.dataSource)).toEqual(before);
    } finally {
      await fresh.close();
    }
  });

  it('when writing leaves nothing behind either', async () => {
    const fresh = await freshDatabase();
    try {
      // The last table that is written refuses, after all others have taken theirs.
      await fresh.owner.query(`alter table resource add check (title <> 'Perinatal mental health')`);
      await expect(importRecords(fresh.dataSource, ...EXAMPLES)).rejects.toThrow('violates check constraint');
      expect(await sizes(fresh.dataSource)).toEqual({});
    } finally {
      await fresh.close();
    }
  });

  it('tells all its problems, of all files', async () => {
    const faulty = await bundleFile(Array.from({ length: 400 }, () => ({ kind: 'x' })));
    const outcome = await importBundles(database.dataSource, [faulty, faulty]).catch(
      (error: unknown) => error,
    );
    expect(outcome).toMatchObject({ isAll: true });
    expect((outcome as { problems: unknown[] }).problems).toHaveLength(800);
  });

  it('is not read to its end once there are a thousand problems', async () => {
    let read = 0;
    const rubbish = async function* (): AsyncGenerator<Uint8Array> {
      for (; read < 1_000_000; read += 1) yield Promise.resolve(Buffer.from('this is no JSON\n'));
    };
    const endless = { name: 'rubbish', size: null, open: () => rubbish() };
    const outcome = await importBundles(database.dataSource, [endless]).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ isAll: false });
    expect((outcome as { problems: unknown[] }).problems).toHaveLength(1000);
    expect(read).toBeLessThan(2000);
  });

  it('with a record of too many fields is refused for that alone', async () => {
    const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`field${at}`, at]));
    expect(
      await problemsOfRecords(database.dataSource, review(fields), review({ learning: [fields] })),
    ).toEqual([
      { line: 1, field: '', message: 'The record has more than 100 fields' },
      { line: 2, field: 'learning[0]', message: 'learning[0] has more than 100 fields' },
    ]);
  });

  it('has no records in it', async () => {
    expect(await problemsOf(database.dataSource, await rawBundle('\n[ ]\n'))).toEqual([
      { line: 3, field: '', message: 'The list is empty: there are no records in it' },
    ]);
  });
});

describe('an import that is asked to end', () => {
  it('ends at once, whatever it waits for, and leaves nothing behind', async () => {
    const fresh = await freshDatabase();
    const holdUp = new Client({ connectionString: fresh.url });
    try {
      await holdUp.connect();
      await holdUp.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
      const asking = new AbortController();
      const importing = importBundles(
        fresh.dataSource,
        [await bundleFile(EXAMPLES)],
        undefined,
        [],
        asking.signal,
      );
      const ended = expect(importing).rejects.toBeInstanceOf(Interrupted);
      await somebodyWaits(holdUp);
      asking.abort();
      await ended;
      expect(await sizes(fresh.dataSource)).toEqual({});
    } finally {
      await holdUp.end();
      await fresh.close();
    }
  });

  it('ends while it waits for a file that another program is still writing', async () => {
    const asking = new AbortController();
    const unfinished = new PassThrough();
    const file = { name: 'unfinished', size: null, open: () => unfinished };
    const importing = importBundles(
      database.dataSource,
      [file],
      ({ step }) => step === 'reading' && asking.abort(),
      [],
      asking.signal,
    );
    const ended = expect(importing).rejects.toBeInstanceOf(Interrupted);
    for (let line = 0; line < 100; line += 1)
      unfinished.write(`${JSON.stringify(theme({ label: `T${line}` }))}\n`);
    await ended;
    unfinished.destroy();
  });
});
