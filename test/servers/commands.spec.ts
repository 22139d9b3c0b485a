import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { bundleFile } from '../support/bundles.js';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { serverAddresses } from '../support/servers.js';

const review = (label: string, word: string): object => ({
  kind: 'review',
  publisher: 'Testshire Safeguarding Partnership',
  label,
  summary: `A ${word} was mentioned.`,
});

describe('the commands, beside a running library and without one', () => {
  let folder: string;
  const running: RunningLibrary[] = [];

  const start = async (): Promise<string> => {
    const library = RunningLibrary.start({ DATA_DIR: folder });
    running.push(library);
    return await library.address();
  };
  const stopAll = async (): Promise<void> => {
    for (const library of running.splice(0)) await library.stop();
  };
  const command = async (
    script: string,
    ...args: string[]
  ): Promise<{ code: number | null; output: string }> => {
    const run = RunningLibrary.start({ DATA_DIR: folder }, `dist/src/${script}`, args);
    return { code: await run.ended(), output: run.output };
  };
  const importing = async (...args: string[]): Promise<{ code: number | null; output: string }> =>
    await command('imports/import.command.js', ...args);
  const total = async (address: string, q: string): Promise<number> => {
    const answer = (await (await fetch(`${address}/api/v1/search?q=${q}`)).json()) as { total: number };
    return answer.total;
  };

  beforeAll(async () => {
    folder = await openFolder();
  });
  afterAll(async () => {
    await stopAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('import into a data folder that nobody uses; the next start indexes it', async () => {
    expect(await importing(await bundleFile([review('Alpha', 'quokka')]))).toMatchObject({ code: 0 });
    const address = await start();
    await eventually(async () => expect(await total(address, 'quokka')).toBe(1));
  });

  it('import beside a running library, which finds it without being asked', async () => {
    const address = await start().catch(() => running[0]!.address());
    expect(await importing(await bundleFile([review('Beta', 'numbat')]))).toMatchObject({ code: 0 });
    await eventually(async () => expect(await total(address, 'numbat')).toBe(1));
  });

  it('withdraw a part beside a running library, and end when no search finds its review by its words', async () => {
    const withPart = {
      ...review('Gamma', 'wombat'),
      recommendations: [{ text: 'Look after every kakapo.' }],
    };
    expect(await importing(await bundleFile([withPart]))).toMatchObject({ code: 0 });
    const address = await running[0]!.address();
    await eventually(async () => expect(await total(address, 'kakapo')).toBe(1));
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>(
      `select id from recommendation where text like '%kakapo%'`,
    );
    await client.end();
    const { output } = await command(
      'withdraw.command.js',
      `/recommendations/${rows[0]!.id}`,
      '--reason',
      'legal',
    );
    expect(output).toContain('The search is up to date.');
    expect([await total(address, 'kakapo'), await total(address, 'wombat')]).toEqual([0, 1]);
  });

  it('reindex beside a running library, and past a rebuild that used up its tries', async () => {
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseUrl });
    await client.connect();
    await client.query(
      `with job as (select id from graphile_worker.add_job('search.rebuild', queue_name => 'search.writer', run_at => now() + interval '1 day'))
       select graphile_worker.permanently_fail_jobs(array_agg(id), 'it failed') from job`,
    );
    await client.end();
    const { code, output } = await command('reindex.command.js');
    expect(output).toMatch(/Done: \d+ documents/);
    expect(code).toBe(0);
  });

  it('let a library start beside them, which waits for one that was there first', async () => {
    await stopAll();
    const first = importing(await bundleFile([review('Zeta', 'gecko')]));
    const address = await start();
    expect(await first).toMatchObject({ code: 0 });
    await eventually(async () => expect(await total(address, 'gecko')).toBe(1));
  });

  it('import one after the other when two are started at once', async () => {
    await stopAll();
    const both = await Promise.all(
      ['Delta', 'Epsilon'].map(async (label) => await importing(await bundleFile([review(label, 'dugong')]))),
    );
    for (const { code, output } of both) {
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('Reviews: 1 new');
    }
  });

  it('reindex without a running library', async () => {
    await stopAll();
    const { code, output } = await command('reindex.command.js');
    expect(output).toMatch(/Done: \d+ documents/);
    expect(code).toBe(0);
  });

  it('say what is wrong with a bundle, line and field, and take nothing of it', async () => {
    const file = join(folder, 'broken.jsonl');
    const lines = [review('Gamma', 'bilby'), { kind: 'review', publisher: 'P', label: 'L', colour: 'red' }];
    await writeFile(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"kind":`);
    const { code, output } = await importing(file);
    expect(code).toBe(1);
    expect(output).toMatch(/2/);
    expect(output).toMatch(/colour/);
    expect(output).toMatch(/3/);
    const address = await start();
    expect(await total(address, 'bilby')).toBe(0);
  });

  it('say when a file is not there', async () => {
    const { code, output } = await importing(join(folder, 'no-such-file.jsonl'));
    expect(code).toBe(1);
    expect(output).toContain('no-such-file.jsonl');
  });
});
