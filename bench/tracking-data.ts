import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Deed } from '../src/tracking/entry.ts';
import type { Follower } from '../src/tracking/follower.ts';
import type { NewEntry, TrackingChange } from '../src/tracking/tracking-change.ts';
import { built } from './support/built.ts';
import { randomFrom } from './support/generate.ts';

const { importBundles } =
  await built<typeof import('../src/imports/import.service.ts')>('imports/import.service.js');
const { AgenciesService } = await built<typeof import('../src/tracking/agencies.service.ts')>(
  'tracking/agencies.service.js',
);
const { TrackingLog } =
  await built<typeof import('../src/tracking/tracking-log.ts')>('tracking/tracking-log.js');
const { OwnerDirectory } = await built<typeof import('../src/tracking/owner-directory.ts')>(
  'tracking/owner-directory.js',
);
const { KeyService } = await built<typeof import('../src/accounts/keys/key.service.ts')>(
  'accounts/keys/key.service.js',
);
const { AccountService } = await built<typeof import('../src/accounts/account.service.ts')>(
  'accounts/account.service.js',
);
const { SessionService } = await built<typeof import('../src/accounts/session.service.ts')>(
  'accounts/session.service.js',
);
const { Clock } = await built<typeof import('../src/platform/clock/clock.ts')>('platform/clock/clock.js');
const { setLibraryClock } = await built<typeof import('../src/platform/clock/library-clock.ts')>(
  'platform/clock/library-clock.js',
);
const { BY_THE_SYSTEM } = await built<typeof import('../src/audit/audit-actor.ts')>('audit/audit-actor.js');

/** How much a partnership follows. About ten entries are made for each action. */
export interface FollowedSize {
  items: number;
  /** Of each item. */
  actions: number;
}

/** A partnership that follows much, with a key and a session of its audit lead. */
export interface FollowedPartnership {
  slug: string;
  key: string;
  /** As the cookie has it. */
  session: string;
  agencies: string[];
  reviews: string[];
  items: string[];
  entries: number;
}

const NAME = 'Measured Safeguarding Partnership';
const PER_REVIEW = 20;
const AT_ONCE = 20;
const AGENCIES = 20;
/** As many as a round of updates asks. */
const OWNERS = 300;
const THEMES = ['Unseen men', 'Parental mental health', 'Neglect', 'Domestic abuse'];

/**
 * Makes a partnership that follows much: made up, the same every time. Every entry goes the way of the library, in batches,
 * as if recorded over the last two years.
 * @param app with everything that the library knows
 * @param owner the same database as the owner of its tables, who alone sets its clock
 */
export async function followMuch(
  app: INestApplicationContext,
  owner: DataSource,
  { items, actions }: FollowedSize,
): Promise<FollowedPartnership> {
  const source = app.get(DataSource);
  await importReviews(source, Math.ceil(items / PER_REVIEW));
  const [partnership] = await source.query<{ id: string; slug: string; name: string }[]>(
    `select id, slug, name from partnership where name = $1`,
    [NAME],
  );
  const who: Follower = {
    by: BY_THE_SYSTEM,
    role: 'audit-lead',
    partnership: partnership!,
    agency: null,
    way: 'import',
  };
  const agencies: string[] = [];
  for (let at = 1; at <= AGENCIES; at += 1) {
    const { subject } = await app
      .get(AgenciesService)
      .enter(who, { name: `Measured agency ${at}` }, NOT_ASKED);
    agencies.push(subject);
  }
  const owners = await Promise.all(
    Array.from({ length: OWNERS }, (_, at) =>
      app.get(OwnerDirectory).find(source.manager, who.partnership.id, {
        ...{ name: `Person ${at + 1}`, email: `person-${at + 1}@example.org` },
      }),
    ),
  );
  const texts = await source.query<{ id: string; slug: string }[]>(
    `select c.id, r.slug from recommendation c join review r on r.id = c.review_id
     where r.publisher_id = $1 order by r.slug, c.position`,
    [who.partnership.id],
  );
  const made: string[] = [];
  const writer = new EntryWriter(agencies, owners, actions);
  for (let at = 0; at < items; at += AT_ONCE) {
    await setLibraryClock(owner, new Clock(new Date(Date.now() - TWO_YEARS * (1 - at / items))));
    await app.get(TrackingLog).change(who, async (change) => {
      for (const { id } of texts.slice(at, Math.min(at + AT_ONCE, items)))
        made.push(await writer.follow(change, id));
      return { subject: made.at(-1)! };
    });
  }
  await setLibraryClock(owner, new Clock());
  const scopes = ['tracking:read' as const, 'tracking:write' as const, 'import' as const];
  const wish = { name: 'A measurement', scopes, role: 'audit-lead' as const };
  const { key } = await app
    .get(KeyService)
    .make({ ...wish, partnershipId: who.partnership.id, agencyId: null, days: 1 }, BY_THE_SYSTEM);
  const reviews = [...new Set(texts.map(({ slug }) => slug))];
  const session = await signIn(app, who.partnership.id);
  return {
    slug: who.partnership.slug,
    key,
    session,
    agencies,
    reviews,
    items: made,
    entries: writer.entries,
  };
}

/** @returns the token of a session of an audit lead */
async function signIn(app: INestApplicationContext, partnershipId: string): Promise<string> {
  const grant = { role: 'audit-lead' as const, partnershipId, agencyId: null, fromOn: null, untilOn: null };
  const person = { name: 'Audit Lead', email: 'audit-lead@example.org' };
  const { accountId } = await app.get(AccountService).invite(person, grant, BY_THE_SYSTEM);
  const { manager } = app.get(DataSource);
  return await app.get(SessionService).begin(manager, accountId, 'A measurement', { proof: 'factor' });
}

const TWO_YEARS = 730 * 86_400_000;
const NOT_ASKED = { key: null, request: '', version: null };

/** Writes what is followed: five agencies, a response of most, actions in every state. */
class EntryWriter {
  entries = 0;
  private readonly random = randomFrom(7);

  private readonly agencies: string[];
  private readonly owners: string[];
  private readonly actions: number;

  constructor(agencies: string[], owners: string[], actions: number) {
    this.agencies = agencies;
    this.owners = owners;
    this.actions = actions;
  }

  /** @returns the id of the item */
  async follow(change: TrackingChange, recommendation: string): Promise<string> {
    const addressees = [this.pick(this.agencies), this.pick(this.agencies)].filter(
      (one, at, all) => all.indexOf(one) === at,
    );
    const on = this.day(2022, 2023);
    const item = await change.begin(
      { kind: 'recommendation', id: recommendation },
      { on },
      { addressees, responseDueOn: on },
    );
    this.entries += 1;
    for (const agency of addressees)
      if (this.random() < 0.9) {
        const response = this.pick(['accepted', 'accepted', 'accepted-in-part', 'not-accepted'] as const);
        await this.add(
          change,
          item,
          { deed: 'response', agency, response },
          { why: 'As the board of the agency has said.' },
        );
      }
    for (let ref = 1; ref <= this.actions; ref += 1) await this.act(change, item, ref);
    if (this.random() < 0.5)
      await this.add(
        ...([
          change,
          item,
          { deed: 'impact', level: this.pick(['activity', 'practice'] as const), isClaimed: false },
        ] as const),
        { words: { text: 'Seventeen of twenty files say it.', sample: '17 of 20' } },
      );
    return item;
  }

  private async act(change: TrackingChange, item: string, ref: number): Promise<void> {
    const action = crypto.randomUUID();
    const to = (fact: Deed, more: Omit<NewEntry, 'fact'> = {}): Promise<void> =>
      this.add(change, item, fact, more);
    const [agency, other] = [this.pick(this.agencies), this.pick(this.agencies)];
    await to(
      { deed: 'action', action, ref, agency, supporting: other === agency ? [] : [other] },
      {
        words: {
          text: `Write down who visits, and ask in supervision what a day is like for the child (${ref}).`,
        },
      },
    );
    await to({ deed: 'due', action, on: this.day(2024, 2026) });
    await to({ deed: 'owner', action, owner: this.pick(this.owners) });
    await to({ deed: 'delivery', action, to: 'in-progress' });
    for (let update = 0; update < 4; update += 1)
      await to(
        { deed: 'update', action },
        { words: { text: 'The form was tried in two teams, and is being put right.' } },
      );
    if (this.random() < 0.6)
      await to({ deed: 'due', action, on: this.day(2025, 2027) }, { why: 'The form is being renewed.' });
    if (this.random() < 0.6)
      await to(
        { deed: 'delivery', action, to: this.pick(['completed', 'completed', 'stopped'] as const) },
        {
          why: 'As was decided.',
        },
      );
  }

  private async add(
    change: TrackingChange,
    item: string,
    fact: Deed,
    more: Omit<NewEntry, 'fact'>,
  ): Promise<void> {
    this.entries += 1;
    await change.add(item, { fact, on: this.day(2024, 2025), ...more });
  }

  private pick<One>(all: readonly One[]): One {
    return all[Math.floor(this.random() * all.length)]!;
  }

  /** In one of the years from one to before another. */
  private day(from: number, before: number): string {
    const year = from + Math.floor(this.random() * (before - from));
    const month = 1 + Math.floor(this.random() * 12);
    return `${year}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(this.random() * 28)).padStart(2, '0')}`;
  }
}

async function importReviews(source: DataSource, reviews: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-tracking-'));
  const file = join(folder, 'bundle.jsonl');
  const records = [
    { kind: 'partnership', name: NAME, type: 'joint-partnership' },
    ...Array.from({ length: reviews }, (_, at) => reviewRecord(at)),
  ];
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'));
  await importBundles(source, [file]);
  await rm(folder, { recursive: true });
}

const reviewRecord = (at: number): object => ({
  ...{ kind: 'review', publisher: NAME, label: `Child M${at + 1}`, title: `Child M${at + 1}` },
  ...{
    type: at % 5 === 0 ? 'national-review' : 'lcspr',
    about: 'children',
    publishedOn: String(2018 + (at % 6)),
  },
  recommendations: Array.from({ length: PER_REVIEW }, (_, number) => ({
    number: String(number + 1),
    text: `Agencies say in their records who cares for the child, and ask them what a day is like (${at + 1}.${number + 1}).`,
    ...{ addressees: [], themes: [THEMES[(at + number) % THEMES.length]] },
  })),
});
