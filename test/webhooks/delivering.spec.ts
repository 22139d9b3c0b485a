import { createPublicKey, verify } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { importBundles } from '../../src/imports/import.service.js';
import { restore, withdraw } from '../../src/publishing/withdraw.js';
import { MOST_TRIES } from '../../src/webhooks/sending/try-again.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { bundleFile } from '../support/bundles.js';
import { eventually } from '../support/eventually.js';
import { Receiver, type Received } from '../support/receiver.js';
import { Records } from '../support/records.js';
import { SETTINGS, WebhookBench, withPatience } from './library.js';

const HOUR = 60 * 60 * 1000;
const LATER = new Date('2030-01-01T00:00:00Z');
const signedText = ({ headers, body }: Received): string =>
  `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;

/** Which of these keys signed a message, by their places. */
function signers(received: Received, publicKeys: readonly string[]): number[] {
  const signatures = received.headers['webhook-signature']!.split(' ').map((one) => one.replace(/^v1a,/, ''));
  return signatures.map((signature) =>
    publicKeys.findIndex((key) => {
      const x = Buffer.from(key.replace(/^whpk_/, ''), 'base64').toString('base64url');
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      return verify(null, Buffer.from(signedText(received)), publicKey, Buffer.from(signature, 'base64'));
    }),
  );
}

describe('a webhook', () => {
  let library: TestLibrary;
  let bench: WebhookBench;
  let records: Records;
  let receiver: Receiver;

  beforeAll(async () => {
    library = await startLibrary('empty', null, SETTINGS);
    bench = new WebhookBench(library);
    records = new Records(library.source);
    receiver = await new Receiver().open();
  });
  beforeEach(() => receiver.forget());
  afterEach(async () => await bench.deleteAll());
  afterAll(async () => {
    await library.close();
    await receiver.close();
  });

  let serial = 0;
  /** In one transaction: it is published, and nothing more. */
  const aTheme = async (): Promise<{ id: string; slug: string }> => {
    const slug = `theme-${(serial += 1)}`;
    const [row] = await library.source.query<{ id: string }[]>(
      `insert into theme (id, slug, label, status) values (gen_random_uuid(), $1, $1, 'accepted') returning id`,
      [slug],
    );
    return { id: row!.id, slug };
  };
  const change = async (slug: string): Promise<void> => {
    await library.source.query(`update theme set definition = $2 where slug = $1`, [
      slug,
      `Said ${(serial += 1)}`,
    ]);
  };
  const comes = async (messages: number): Promise<Received[]> => {
    await eventually(async () => expect(await Promise.resolve(receiver.received.length)).toBe(messages));
    return [...receiver.received];
  };
  const typesOf = (received: Received[]): string[] =>
    received.map(({ message: { type, data } }) => `${type} ${data.slug}`);
  const keysOf = async (id: string): Promise<string[]> =>
    (await bench.webhooks.publicKeys()).find((one) => one.id === id)!.publicKeys;

  it('is told of each change, where to read it and nothing more, signed with a key of its own', async () => {
    const { id, secret } = await bench.add(receiver.address);
    expect(secret).toBeNull();
    const { id: recordId, slug } = await aTheme();
    const [first] = await comes(1);
    const { updatedAt } = first!.message.data;
    expect(first!.message).toEqual({
      ...{ type: 'record.published', timestamp: updatedAt },
      data: {
        ...{ id: recordId, kind: 'theme', slug, updatedAt },
        apiUrl: `https://library.example/api/v1/themes/${slug}`,
      },
    });
    expect(updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(signers(first!, await keysOf(id))).toEqual([0]);
    expect(Math.abs(Number(first!.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    await change(slug);
    expect(typesOf(await comes(2))[1]).toBe(`record.updated ${slug}`);
    expect(receiver.received[1]!.headers['webhook-id']).not.toBe(first!.headers['webhook-id']);
  });

  it('can have a secret instead, with which the usual library checks', async () => {
    const { id, secret } = await bench.add(receiver.address, { signature: 'v1' });
    await aTheme();
    const [{ body, headers }] = (await comes(1)) as [Received];
    expect(new Webhook(secret!).verify(body, headers)).toMatchObject({ type: 'record.published' });
    expect(() => new Webhook(secret!).verify(`${body} `, headers)).toThrow('No matching signature');
    const next = await bench.webhooks.rotate(id, null, BY_THE_SYSTEM);
    await aTheme();
    const [, both] = (await comes(2)) as [Received, Received];
    for (const one of [secret!, next!])
      expect(new Webhook(one).verify(both.body, both.headers)).toBeDefined();
    const kept = await library.source.query<object[]>(
      `select w::text as all from webhook w union all select e::text from audit_entry e union all select x::text from audit_words x`,
    );
    expect(JSON.stringify(kept)).not.toContain(secret!.slice(6));
  });

  it('is signed with two keys for a day after a new one was made, or until the one before is ended', async () => {
    const { id } = await bench.add(receiver.address);
    const [old] = await keysOf(id);
    await bench.webhooks.rotate(id, null, BY_THE_SYSTEM);
    const both = await keysOf(id);
    expect([both.length, both[1]]).toEqual([2, old]);
    await aTheme();
    expect(signers((await comes(1))[0]!, both)).toEqual([0, 1]);
    await bench.webhooks.endRotation(id, null, BY_THE_SYSTEM);
    expect(await keysOf(id)).toEqual([both[0]]);
    await aTheme();
    expect(signers((await comes(2))[1]!, both)).toEqual([0]);
    await bench.webhooks.rotate(id, null, BY_THE_SYSTEM, new Date(Date.now() - 24 * HOUR));
    await aTheme();
    expect(signers((await comes(3))[2]!, await keysOf(id))).toEqual([0]);
  });

  it('is told of what it follows alone, and of what leaves that', async () => {
    const [wanted, other] = [await aTheme(), await aTheme()];
    const publisher = await records.aPartnership();
    await bench.add(receiver.address, { kinds: ['review'], themeId: wanted.id, publisherId: publisher.id });
    const taught = ({
      id,
    }: {
      id: string;
    }): { theme: { id: string }; kind: 'finding'; statement: string } => ({
      ...{ theme: { id }, kind: 'finding', statement: 'Said.' },
    });
    await records.aReview({ publisher, learning: [taught(other)] });
    await records.aReview({ learning: [taught(wanted)] });
    const review = await records.aReview({ publisher, label: 'Child Follow', learning: [taught(wanted)] });
    // It came under the theme a moment after it was published: what of that was read together is told as one.
    expect(typesOf(await comes(1))).toEqual([expect.stringMatching(/^record\.(published|updated) /)]);
    expect(receiver.received[0]!.message.data.slug).toBe(review.slug);
    await library.source.query('update learning_point set theme_id = $1 where review_id = $2', [
      other.id,
      review.id,
    ]);
    expect(typesOf(await comes(2))[1]).toBe(`record.withdrawn ${review.slug}`);
  });

  it('is told of what a theme brings that is moved under the one it follows, of what changes there, and of what it takes along', async () => {
    const [wide, moved, deep] = [await aTheme(), await aTheme(), await aTheme()];
    await library.source.query('update theme set broader_id = $1 where id = $2', [moved.id, deep.id]);
    const briefing = await records.aBriefing({ themes: [{ id: deep.id }] });
    const { id } = await bench.add(receiver.address, { kinds: ['briefing'], themeId: wide.id });
    await bench.deliveries.run();
    expect(await bench.kept(id)).toEqual([]);
    await library.source.query('update theme set broader_id = $1 where id = $2', [wide.id, moved.id]);
    const [first] = await comes(1);
    expect(first!.message.data).toMatchObject({ id: briefing.id, slug: briefing.slug });
    await library.source.query(`update briefing set title = 'Said anew' where id = $1`, [briefing.id]);
    expect(typesOf(await comes(2))[1]).toBe(`record.updated ${briefing.slug}`);
    await library.source.query('update theme set broader_id = null where id = $1', [moved.id]);
    expect(typesOf(await comes(3))[2]).toBe(`record.withdrawn ${briefing.slug}`);
  });

  it('is told of a withdrawal without a name where that could identify someone, and never by a name again', async () => {
    const publisher = await records.aPartnership();
    const review = await records.aReview({ publisher, label: 'Child Secret' });
    receiver.answers(500);
    const { id } = await bench.add(receiver.address, { kinds: ['review'], fromBeginning: true });
    await eventually(async () =>
      expect(await Promise.resolve(JSON.stringify(receiver.received))).toContain(review.slug),
    );
    await bench.webhooks.pause(id, null, BY_THE_SYSTEM);
    receiver.forget();
    await withdraw(library.source, WITHDRAWABLE_NOUNS, `/reviews/${review.slug}`, 'identifies-someone');
    // Whatever is due goes out only after what has changed since was read.
    await bench.webhooks.resume(id, null, BY_THE_SYSTEM);
    await eventually(async () =>
      expect(await Promise.resolve(receiver.received.map(({ message }) => message))).toContainEqual({
        ...{ type: 'record.withdrawn', timestamp: expect.any(String) },
        data: expect.objectContaining({ id: review.id, slug: null, apiUrl: null }),
      }),
    );
    expect(JSON.stringify(receiver.received)).not.toContain('secret');
    await restore(library.source, WITHDRAWABLE_NOUNS, `/reviews/${review.slug}`);
    await eventually(async () =>
      expect(await Promise.resolve(JSON.stringify(receiver.received))).toContain(review.slug),
    );
  });

  it('is told nothing of a transaction that is undone, and one job is left by one that is not, however much it changes', async () => {
    await bench.add(receiver.address);
    /** That this transaction leaves: others come and go meanwhile. */
    const jobs = async (): Promise<number> => {
      const [row] = await runner.manager.query<{ jobs: number }[]>(
        `select count(*)::int as jobs from graphile_worker._private_jobs where xmin = pg_current_xact_id()::xid`,
      );
      return row!.jobs;
    };
    const runner = library.source.createQueryRunner();
    const themes = `insert into theme (id, slug, label, status)
      select gen_random_uuid(), 'undone-' || n, 'Undone ' || n, 'accepted' from generate_series(1, 20) n`;
    for (const end of ['rollback', 'settle'] as const) {
      await runner.startTransaction();
      await runner.query(themes);
      await runner.query('set constraints all immediate');
      const left = await jobs();
      if (end === 'rollback') await runner.rollbackTransaction();
      else {
        await runner.query(`update theme set definition = 'Once more' where slug = 'undone-1'`);
        await runner.commitTransaction();
      }
      expect(left).toBe(1);
    }
    await runner.release();
    expect(new Set(typesOf(await comes(20))).size).toBe(20);
  });

  it('has every record of a long import once, in order, and what it missed while it was paused', async () => {
    const { id } = await bench.add(receiver.address);
    await bench.webhooks.pause(id, null, BY_THE_SYSTEM);
    const label = (n: number): string => `Imported ${String(n).padStart(3, '0')}`;
    const bundle = Array.from({ length: 120 }, (_, n) => ({ kind: 'theme', label: label(n) }));
    await importBundles(library.source, [await bundleFile(bundle)]);
    await importBundles(library.source, [
      await bundleFile([{ ...bundle[7]!, definition: 'Changed since.' }]),
    ]);
    expect(await bench.kept(id)).toEqual([]);
    await bench.webhooks.resume(id, null, BY_THE_SYSTEM);
    let received: string[] = [];
    await eventually(async () => {
      // What another test has left may be told as well.
      received = await Promise.resolve(
        typesOf(receiver.received).filter((one) => one.includes(' imported-')),
      );
      expect([received.length, new Set(received).size]).toEqual([120, 120]);
    });
    // What was changed again is told once, where it changed last.
    expect(received.at(-1)).toMatch(/ imported-007$/);
    const order = await library.source.query<{ slug: string }[]>(
      `select p.slug from change_log c join published_record p on p.kind = c.kind and p.record_id = c.record_id
       where p.slug like 'imported-%' group by p.slug order by max(c.seq)`,
    );
    expect(received.map((one) => one.split(' ')[1])).toEqual(order.map(({ slug }) => slug));
  });

  it('is tried ten times within 75 hours, given up with a letter to its owner, and sent again when asked', async () => {
    receiver.answers(500, {}, 'Not today');
    const { id } = await bench.add(receiver.address);
    const { slug } = await aTheme();
    let [kept] = await bench.tried(id, 1);
    const began = Date.now();
    const gaps: number[] = [];
    let at = new Date(began);
    while (kept!.state === 'waiting' && gaps.length < 20) {
      gaps.push((kept!.nextTryAt.getTime() - at.getTime()) / HOUR);
      at = kept!.nextTryAt;
      const due = at;
      await bench.deliveries.run(() => due);
      [kept] = await bench.kept(id);
    }
    expect(kept).toMatchObject({ state: 'dead', tries: MOST_TRIES, status: 500, answer: 'Not today' });
    expect(MOST_TRIES).toBe(10);
    expect(receiver.received.length).toBe(10);
    const all = (at.getTime() - began) / HOUR;
    expect([all > 67, all < 84]).toEqual([true, true]);
    // Each longer than the one before, but for what each may be moved.
    for (const [place, gap] of gaps.slice(1, -1).entries())
      expect(gaps[place + 2]! / gap).toBeGreaterThan(0.9 / 1.1);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await bench.mails()).toEqual([
      { to: 'web@council.example', subject: 'Messages of the webhook “Intranet” do not arrive' },
    ]);
    receiver.forget();
    await bench.webhooks.replayDead(id, null, BY_THE_SYSTEM);
    expect(typesOf(await comes(1))).toEqual([`record.published ${slug}`]);
    await eventually(async () => expect(await bench.kept(id)).toMatchObject([{ state: 'delivered' }]));
  });

  it('is told no more while its site is away, and everything in order as soon as somebody asks once it is back', async () => {
    receiver.answers(500);
    const { id } = await bench.add(receiver.address);
    await library.source.query(
      `insert into theme (id, slug, label, status)
       select gen_random_uuid(), 'away-' || n, 'Away ' || n, 'accepted' from generate_series(1, 120) n`,
    );
    await bench.tried(id, 100);
    const { slug } = await aTheme();
    const inAnHour = (): Date => new Date(Date.now() + HOUR);
    await bench.deliveries.run(inAnHour);
    const kept = await bench.kept(id);
    expect(kept.length).toBe(100);
    // After a second try none comes by itself for minutes.
    expect(kept.filter(({ state, tries }) => state !== 'waiting' || tries < 2)).toEqual([]);
    receiver.forget();
    await bench.webhooks.replayDead(id, null, BY_THE_SYSTEM);
    const order = await library.source.query<{ slug: string }[]>(
      `select p.slug from change_log c join published_record p on p.kind = c.kind and p.record_id = c.record_id
       where p.slug like 'away-%' order by c.seq`,
    );
    expect((await comes(121)).map(({ message }) => message.data.slug)).toEqual([
      ...order.map((one) => one.slug),
      slug,
    ]);
    // Starting it again asks for the same.
    receiver.answers(500);
    const last = await aTheme();
    await bench.tried(id, 122);
    await bench.deliveries.run(inAnHour);
    await bench.webhooks.pause(id, null, BY_THE_SYSTEM);
    receiver.forget();
    await bench.webhooks.resume(id, null, BY_THE_SYSTEM);
    expect(typesOf(await comes(1))).toEqual([`record.published ${last.slug}`]);
  });

  it('is left alone for as long as its site asks, a day at most, and told of what came meanwhile', async () => {
    receiver.answers(503, { 'retry-after': '7200' });
    const { id } = await bench.add(receiver.address);
    await aTheme();
    const [kept] = await bench.tried(id, 1);
    const wait = kept!.nextTryAt.getTime() - Date.now();
    expect([wait > 1.9 * HOUR, wait <= 2 * HOUR]).toEqual([true, true]);
    await aTheme();
    await bench.deliveries.run(() => new Date(Date.now() + HOUR));
    expect(receiver.received.length).toBe(1);
    receiver.answers(503, { 'retry-after': '99999999' });
    await bench.deliveries.run(() => new Date(Date.now() + 3 * HOUR));
    const last = (await bench.kept(id)).map(({ nextTryAt }) => (nextTryAt.getTime() - Date.now()) / HOUR);
    expect(Math.max(...last)).toBeLessThan(27.1);
    receiver.forget();
    // What another database of the same server has begun before must end first.
    await eventually(async () => {
      await bench.deliveries.run(() => LATER);
      expect(receiver.received.length).toBe(2);
    });
  });

  it('is switched off by a site that is gone, with a letter and an entry of the log, and goes on when it is started again', async () => {
    receiver.answers(410);
    const { id } = await bench.add(receiver.address, { name: 'Gone' });
    await aTheme();
    await eventually(async () => expect((await bench.webhooks.find(id, null)).state).toBe('gone'));
    receiver.forget();
    await aTheme();
    await bench.deliveries.run(() => LATER);
    expect(receiver.received).toEqual([]);
    expect((await bench.mails()).map(({ subject }) => subject)).toContain(
      'The webhook “Gone” is switched off',
    );
    expect(
      await library.source.query(
        `select 1 from audit_entry where action = 'webhook.switched-off' and subject_id = $1`,
        [id],
      ),
    ).toHaveLength(1);
    await bench.webhooks.resume(id, null, BY_THE_SYSTEM);
    await comes(2);
  });

  it('does not follow a site elsewhere, and one message that is refused holds up no other', async () => {
    const { slug } = await aTheme();
    const { id } = await bench.add(receiver.address);
    receiver.answer = (response) => {
      const isBad = receiver.received.at(-1)!.message.data.slug === slug;
      response.writeHead(isBad ? 302 : 204, isBad ? { location: `${receiver.address}?elsewhere` } : {}).end();
    };
    await change(slug);
    await bench.tried(id, 1);
    await aTheme();
    const kept = await bench.tried(id, 2);
    expect(kept.map(({ state, status }) => [state, status])).toEqual([
      ['waiting', 302],
      ['delivered', 204],
    ]);
    // The next change of the record takes the place of the message that did not arrive.
    receiver.answer = null;
    await change(slug);
    await eventually(async () =>
      expect((await bench.kept(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']),
    );
  });

  it('begins with everything where that is wished, and again from any cursor', async () => {
    const { id } = await bench.add(receiver.address, { kinds: ['theme'], fromBeginning: true });
    const [row] = await library.source.query<{ themes: number }[]>(
      `select count(*)::int as themes from published_record where kind = 'theme'`,
    );
    const all = new Set(typesOf(await comes(row!.themes)));
    expect(all.size).toBe(row!.themes);
    const { slug } = await aTheme();
    await comes(row!.themes + 1);
    const ids = new Map(
      receiver.received.map(({ message, headers }) => [message.data.id, headers['webhook-id']]),
    );
    await eventually(async () => expect((await bench.kept(id)).at(-1)).toMatchObject({ state: 'delivered' }));
    const cursor = (await bench.kept(id)).at(-1)!.cursor!;
    receiver.forget();
    await bench.webhooks.replay(id, null, cursor, BY_THE_SYSTEM);
    expect(typesOf(await comes(1))).toEqual([`record.published ${slug}`]);
    // Who has had it knows it again.
    for (const { message, headers } of receiver.received)
      expect(headers['webhook-id']).toBe(ids.get(message.data.id ?? null));
    receiver.forget();
    await bench.webhooks.replay(id, null, null, BY_THE_SYSTEM);
    await comes(row!.themes + 1);
    const other = await bench.add(receiver.address, { kinds: ['review'] });
    await expect(bench.webhooks.replay(other.id, null, cursor, BY_THE_SYSTEM)).rejects.toThrow(
      'This cursor is of',
    );
    await expect(bench.webhooks.replay(id, null, 'nonsense', BY_THE_SYSTEM)).rejects.toThrow(
      'cursor is none of ours',
    );
  });

  it('is told without delay while it is still written down what another site is told', async () => {
    const { id } = await bench.add(receiver.address, { name: 'Held up', kinds: ['review'] });
    const other = library.source.createQueryRunner();
    await other.startTransaction();
    try {
      await other.query('select from webhook where id = $1 for update', [id]);
      await bench.add(receiver.address);
      for (const messages of [1, 2, 3]) {
        await aTheme();
        await comes(messages);
      }
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
  });

  it('is told without delay while another site keeps its connections open and says nothing', async () => {
    const silent = await new Receiver().open();
    silent.answer = () => undefined;
    const patience = withPatience();
    try {
      const { id } = await bench.add(silent.address, { name: 'Silent' });
      await bench.add(receiver.address);
      await aTheme();
      await eventually(async () => expect(await Promise.resolve(silent.received.length)).toBe(1));
      await comes(1);
      // It is one run of deliveries still, which waits for an answer.
      for (const messages of [2, 3, 4]) {
        await aTheme();
        await comes(messages);
      }
      expect([silent.received.length, (await bench.kept(id)).map(({ tries }) => tries)]).toEqual([1, [0]]);
    } finally {
      patience.mockRestore();
      await silent.close();
    }
  });

  it('leads nowhere into our own network', async () => {
    for (const address of [
      'https://127.0.0.2/hook',
      'https://169.254.169.254/',
      'https://[::1]/',
      'http://10.0.0.1/',
    ])
      await expect(bench.add(address)).rejects.toMatchObject({ fields: [{ field: 'address' }] });
    const { id } = await bench.add(receiver.address);
    // What meant another address when it was set up.
    await library.source.query(`update webhook set address = 'https://127.0.0.2/' where id = $1`, [id]);
    await aTheme();
    const [kept] = await bench.tried(id, 1);
    expect(kept).toMatchObject({
      status: null,
      answer: 'The address leads into a network that is not public',
    });
  });
});
