import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { DEMO_PEOPLE, type DemoPerson } from '../../src/demo/story/people.js';
import { londonDay } from '../../src/platform/dates/london-day.js';
import { ConfigError, readConfig } from '../../src/platform/config.js';
import { ROLE_WORDS, ROLES } from '../../src/platform/http/access/roles.js';
import { addDays } from '../../src/tracking/day.js';
import { ACTION_FLAGS, ITEM_FLAGS } from '../../src/tracking/standing.js';
import type { TrackedItemList } from '../../src/tracking/tracked-item.model.js';
import { IMPACT_LEVELS, JUDGEMENTS, RESPONSES } from '../../src/tracking/tracking.js';
import { eventually } from '../support/eventually.js';
import { openFolder, RunningLibrary } from '../support/process.js';
import { serverAddresses } from '../support/servers.js';
import { textOf, Visitor } from '../support/visitor.js';

const DEMO = 'dist/src/demo.command.js';

describe('the demonstration', () => {
  let folder: string;
  const started: RunningLibrary[] = [];
  const start = (script?: string, environment: Record<string, string> = {}): RunningLibrary => {
    const library = RunningLibrary.start({ DATA_DIR: folder, ...environment }, script);
    started.push(library);
    return library;
  };

  /** How far the story has been told. */
  async function itemsFollowed(): Promise<number> {
    const client = new Client({ connectionString: (await serverAddresses(folder)).databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from tracked_item',
      );
      return rows[0]!.count;
    } finally {
      await client.end();
    }
  }

  async function be(address: string, { email }: Pick<DemoPerson, 'email'>): Promise<Visitor> {
    const visitor = new Visitor(address);
    expect((await visitor.send('/demo', { email }, { page: '/demo' })).status).toBe(303);
    return visitor;
  }

  const itemsFor = async (visitor: Visitor, query = ''): Promise<TrackedItemList> =>
    (await (await visitor.get(`/api/v1/tracking/items?limit=100${query}`)).json()) as TrackedItemList;

  beforeAll(async () => {
    folder = await openFolder();
    return async () => await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const library of started.splice(0)) await library.stop();
  });

  it('is begun anew where it was not completed, and shows everything in every state', async () => {
    const stopped = start(DEMO);
    await eventually(async () => expect(await itemsFollowed()).toBeGreaterThan(0));
    await stopped.stop();
    const address = await start(DEMO).address();
    const lead = await be(
      address,
      DEMO_PEOPLE.find(({ role }) => role === 'audit-lead')!,
    );
    const { items, total } = await itemsFor(lead);
    expect(total).toBe(16);
    const actions = items.flatMap((item) => item.actions);
    expect(actions).toHaveLength(40);
    const seen = (values: string[]): string[] => [...new Set(values)].toSorted();
    expect(seen(actions.flatMap(({ flags }) => flags))).toEqual(ACTION_FLAGS.toSorted());
    expect(seen(items.flatMap(({ flags }) => flags))).toEqual(ITEM_FLAGS.toSorted());
    const said = items.flatMap(({ responses }) => responses.each.map(({ response }) => response));
    expect(seen(said)).toEqual(RESPONSES.toSorted());
    expect(seen(items.map(({ impact }) => impact))).toEqual(IMPACT_LEVELS.toSorted());
    expect(actions.filter(({ requests }) => requests.some(({ decision }) => !decision)).length).toBe(2);
    expect(actions.map(({ word }) => word)).toEqual(expect.arrayContaining(['Due today', 'Due in 12 days']));

    // The past was recorded in the past: each day shows what was there then.
    const asOf = (days: number): string => `&view=shown&asOf=${addDays(londonDay(new Date()), days)}`;
    const before = await Promise.all([-1000, -695, -380, -70].map((days) => itemsFor(lead, asOf(days))));
    expect(before.map((then) => then.total)).toEqual([5, 5, 10, 15]);
    const judged = [...before.flatMap((then) => then.items), ...items].map(({ judgement }) => judgement);
    expect(seen(judged)).toEqual(JUDGEMENTS.toSorted());
  });

  it('is not made again, says everywhere that it is invented, and lets visitors be anybody in it', async () => {
    const library = start(DEMO, { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'demo@fennmere.example' });
    const address = await library.address();
    expect(library.output).not.toContain('Making the invented content');
    expect(library.output).not.toContain('Whoever opens this link becomes');
    const visitor = new Visitor(address);
    for (const path of ['/', '/sign-in', '/reviews', '/nothing-here'])
      expect(await textOf(visitor.get(path))).toContain('Demonstration: everything here is invented');
    expect(await textOf(visitor.get('/sign-in'))).toContain('href="/demo">choose who you want to be');
    const reviews = await visitor.get('/api/v1/reviews');
    expect(reviews.headers.get('x-demo')).toBe('true');
    const { items } = (await reviews.json()) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(Array(3).fill(expect.stringContaining('(invented)')));
    expect(await textOf(visitor.get('/robots.txt'))).toBe('User-agent: *\nDisallow: /\n');
    expect(await textOf(visitor.get('/'))).toContain('01632 960101');

    expect(new Set(DEMO_PEOPLE.map(({ role }) => role))).toEqual(new Set(ROLES));
    for (const person of DEMO_PEOPLE) {
      const account = await textOf((await be(address, person)).get('/account'));
      expect(account).toContain(person.name);
      expect(account).toContain(ROLE_WORDS[person.role]);
      expect(account).not.toContain('Set up your second step');
    }
    const police = await itemsFor(
      await be(
        address,
        DEMO_PEOPLE.find(({ agency }) => agency)!,
      ),
    );
    expect([police.total > 0, police.total < 16]).toEqual([true, true]);
    const stranger = await visitor.send('/demo', { email: 'jo@council.example' }, { page: '/demo' });
    expect([stranger.status, visitor.cookies.has('session')]).toEqual([404, false]);
  });

  it('keeps to a folder of its own', async () => {
    // What is in this one might be real.
    const other = await openFolder();
    await writeFile(join(other, 'kept'), '');
    const usual = start();
    const command = start('dist/src/reindex.command.js');
    const demo = start(DEMO, { DATA_DIR: other });
    expect(await Promise.all([usual, command, demo].map((one) => one.ended()))).toEqual([1, 1, 1]);
    await rm(other, { recursive: true });
    for (const { output } of [usual, command])
      expect(output).toContain('holds the demonstration, in which everything is invented');
    expect(demo.output).toContain('is not the demonstration’s: what is in it may be real');
  });

  it.each([
    { NODE_ENV: 'production' },
    { DATABASE_URL: 'postgresql://u:p@host/library' },
    { MEILI_URL: 'http://host:7700' },
  ])('shares nothing with a library that people rely on: %p', (environment) => {
    expect(readConfig({ DEMO: 'true' }).demo).toBe(true);
    expect(() => readConfig({ ...environment, DEMO: 'true' })).toThrow(ConfigError);
    expect(readConfig(environment).demo).toBe(false);
  });
});
