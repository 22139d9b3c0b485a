import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { PROJECTION_LOCK } from '../../src/platform/postgres/locks.js';
import { loadFixturesIfEmpty } from '../../src/imports/fixtures.js';
import { bundleFile } from '../support/bundles.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { somebodyWaits } from '../support/eventually.js';
import { RunningLibrary } from '../support/process.js';
import { EXAMPLES } from './examples.js';
import { clear, everything, importRecords, rawBundle, sizes } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

/** The command as `npm run import` runs it, on the servers of the test run. */
async function command(
  files: string[],
  input = '',
  environment: Record<string, string> = {},
): Promise<{ code: number | null; out: string; error: string }> {
  const file = join(process.cwd(), 'dist/src/imports/import.command.js');
  const child = spawn(process.execPath, [file, ...files], {
    env: { ...process.env, ...database.environment, MEILI_URL: 'http://127.0.0.1:9', ...environment },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, error };
}

describe('npm run import', () => {
  beforeEach(async () => await importRecords(database.dataSource, { kind: 'partnership', name: 'Somebody' }));

  it('gives an empty library its own first content before anything else', async () => {
    await clear(database.owner);
    const { code, out } = await command([
      await bundleFile([{ kind: 'review', publisher: 'P', label: 'Alpha' }]),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('The library was empty: its own first content was loaded.');
    expect(out).toContain('Reviews: 1 new');
    expect((await sizes(database.dataSource)).theme).toBeGreaterThan(50);
  });

  it('leaves an empty library without it where it is told to', async () => {
    await clear(database.owner);
    const file = await bundleFile([{ kind: 'review', publisher: 'P', label: 'Alpha' }]);
    const { code, out } = await command([file], '', { EMPTY: 'true' });
    expect(code).toBe(0);
    expect(out).not.toContain('its own first content');
    expect(await sizes(database.dataSource)).toMatchObject({ review: 1 });
    expect((await sizes(database.dataSource)).theme).toBeUndefined();
  });

  it('imports, says what it did, and when search will know', async () => {
    const { code, out, error } = await command([await bundleFile(EXAMPLES)]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('Reviews: 1 new, 0 changed, 0 as they were.');
    expect(out).toContain('Known by name only and added: 1 publisher, 1 agency, 1 proposed theme.');
    expect(out).toContain('Search will be updated when the library next starts.');
  });

  it('reads standard input', async () => {
    const { code, out } = await command(['-'], JSON.stringify(EXAMPLES));
    expect(code).toBe(0);
    expect(out).toContain('Themes: 2 new');
  });

  it('tells every problem with its file and line, and fails', async () => {
    const file = await rawBundle('{"kind":"theme","label":"x","colour":1}\n{"kind":\n');
    const { code, out, error } = await command([file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toBe(
      `Nothing was imported. There are 2 problems:\n  ${file}, line 1: colour is not a field of a theme record\n` +
        `  ${file}, line 2: Broken JSON: the record ends too early (column 9)\n`,
    );
    expect(await sizes(database.dataSource)).toEqual({ partnership: 1 });
  });

  it('shows a hundred problems and counts the rest', async () => {
    const { error } = await command([await bundleFile(Array.from({ length: 150 }, () => ({})))]);
    expect(error).toContain('There are 150 problems');
    expect(error.trim().split('\n')).toHaveLength(102);
    expect(error).toContain('… and 50 more');
  });

  it.each([
    ['no file', [], 'Which file?'],
    ['a file that is not there', ['/tmp/no-such-file'], 'There is no file /tmp/no-such-file'],
    ['a folder', ['/tmp'], '/tmp is a folder'],
    ['an option that there is not', ['--force'], 'There is no option --force'],
  ])('is clear about %s', async (_, files, message) => {
    const { code, error } = await command(files);
    expect(code).toBe(1);
    expect(error).toContain(message);
    expect(error).not.toMatch(/^ +at /m);
  });

  it('is ended by one Ctrl-C while it waits for another writer, and has imported nothing', async () => {
    const holdUp = new Client({ connectionString: database.url });
    await holdUp.connect();
    try {
      await holdUp.query('select pg_advisory_lock($1)', [PROJECTION_LOCK]);
      const run = RunningLibrary.start(
        { ...database.environment, MEILI_URL: 'http://127.0.0.1:9' },
        'dist/src/imports/import.command.js',
        [await bundleFile(EXAMPLES)],
      );
      await somebodyWaits(holdUp);
      run.process.kill('SIGINT');
      expect(await run.ended()).toBe(130);
      expect(run.output).toBe('Interrupted: nothing was imported.\n');
      expect(await sizes(database.dataSource)).toEqual({ partnership: 1 });
    } finally {
      await holdUp.end();
    }
  });

  it('explains itself', async () => {
    const { code, out } = await command(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('npm run import -- FILE…');
  });
});

describe('the fixtures', () => {
  it('come into an empty library once, though two instances start', async () => {
    const results = await Promise.all([1, 2].map(async () => await loadFixturesIfEmpty(database.dataSource)));
    expect(results.filter((result) => result !== null)).toHaveLength(1);
    const before = await everything(database.dataSource);
    expect(before.review!.length).toBeGreaterThan(0);
    expect(await loadFixturesIfEmpty(database.dataSource)).toBeNull();
    expect(await everything(database.dataSource)).toEqual(before);
  });

  it('stay out of a library that has content', async () => {
    await importRecords(database.dataSource, { kind: 'theme', label: 'Our own' });
    expect(await loadFixturesIfEmpty(database.dataSource)).toBeNull();
    expect(await sizes(database.dataSource)).toMatchObject({ theme: 1 });
  });
});
