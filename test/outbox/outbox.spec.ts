import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enqueue } from '../../src/platform/jobs/enqueue.js';
import { Outbox, enqueueMail, type Mail } from '../../src/outbox/outbox.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, type Taken } from '../support/mailbox.js';

const MAIL: Mail = {
  to: { name: 'Sam Cole', address: 'Sam.Cole@example.org' },
  ...{ kind: 'sign-in-link', period: '2026-Q4', subject: 'Your actions for this quarter' },
  text: 'Open https://reviews.example.org/links/secret-of-the-link',
};

describe('the outbox', () => {
  const mailbox = new Mailbox();
  let library: TestLibrary;
  const send = async (mail: Mail): Promise<string | null> =>
    await library.source.transaction((manager) => library.app.get(Outbox).send(manager, mail));
  const stateOf = async (id: string | null): Promise<Record<string, unknown>> => {
    const [row] = await library.source.query<Record<string, unknown>[]>(
      `select state, subject, text, html, last_error from outbox_message where id = $1`,
      [id],
    );
    return row!;
  };
  const jobs = async (): Promise<string[]> => {
    const rows = await library.source.query<{ error: string | null }[]>(
      `select last_error as error from graphile_worker.jobs where task_identifier = 'mail.send'`,
    );
    return rows.map(({ error }) => error ?? '');
  };

  beforeAll(async () => {
    await mailbox.open();
    library = await startLibrary('empty', null, {
      SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`,
      MAIL_FROM: 'library@example.org',
    });
  });
  afterAll(async () => {
    await library.close();
    await mailbox.close();
  });

  it('sends a message once, however often it is asked for, and forgets its text', async () => {
    const id = await library.source.transaction(async (manager) => {
      const sent = await library.app.get(Outbox).send(manager, MAIL);
      // Two jobs more, for two workers to do at once.
      for (let time = 0; time < 2; time += 1) await enqueue(manager, 'mail.send', { id: sent! });
      return sent;
    });
    await eventually(async () => expect(await stateOf(id)).toMatchObject({ state: 'sent' }));
    expect(await stateOf(id)).toMatchObject({ subject: null, text: null, html: null });
    expect(await send({ ...MAIL, to: { ...MAIL.to, address: 'sam.cole@EXAMPLE.org' } })).toBeNull();
    await enqueueMail(library.source.manager, id!);
    await eventually(async () => expect(await jobs()).toEqual([]));
    expect(mailbox.taken).toHaveLength(1);
    const [{ to, raw }] = mailbox.taken as [Taken];
    expect(to).toEqual(['sam.cole@example.org']);
    expect(raw.replaceAll(/\r\n /g, ' ')).toContain(`Message-ID: <${id}@outbox.practice-review-library>`);
    expect(raw).toContain('To: Sam Cole <sam.cole@example.org>');
  });

  it('sends nothing of a change that did not come about', async () => {
    const failing = library.source.transaction(async (manager) => {
      await library.app.get(Outbox).send(manager, { ...MAIL, period: 'undone' });
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await library.source.query(`select 1 from outbox_message where period = 'undone'`)).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  it('tries again until the server is back, and says nothing of the message meanwhile', async () => {
    const before = mailbox.taken.length;
    await mailbox.close();
    const id = await send({ ...MAIL, period: 'while it is away' });
    await eventually(async () => expect((await jobs()).join()).toContain('An e-mail was not taken'));
    expect(await stateOf(id)).toMatchObject({
      state: 'waiting',
      last_error: expect.stringMatching(/^E[A-Z]+$/),
    });
    expect((await jobs()).join()).not.toMatch(/sam\.cole|secret/i);
    await mailbox.open();
    await eventually(async () => expect(await stateOf(id)).toMatchObject({ state: 'sent' }));
    expect(mailbox.taken).toHaveLength(before + 1);
  });

  it('gives up where the server says no for good, and keeps no text of it', async () => {
    const id = await send({ ...MAIL, to: { name: 'Nobody', address: 'nobody@example.org' } });
    await eventually(async () =>
      expect(await stateOf(id)).toEqual({
        ...{ state: 'refused', last_error: 'EENVELOPE 550', subject: null, text: null, html: null },
      }),
    );
    expect(await jobs()).toEqual([]);
  });

  it('sends nothing that has waited until its links are dead, and keeps no text of it', async () => {
    const before = mailbox.taken.length;
    const id = await library.source.transaction(async (manager) => {
      const waits = await library.app.get(Outbox).send(manager, { ...MAIL, period: 'a week ago' });
      await manager.query(
        `update outbox_message set written_at = now() - interval '169 hours' where id = $1`,
        [waits],
      );
      return waits;
    });
    await eventually(async () =>
      expect(await stateOf(id)).toEqual({
        ...{ state: 'refused', last_error: 'TOO_OLD', subject: null, text: null, html: null },
      }),
    );
    expect(mailbox.taken).toHaveLength(before);
  });

  it.each<[string, Partial<Mail>]>([
    ['a name', { to: { name: 'Sam\r\nBcc: eve@example.org', address: 'sam@example.org' } }],
    ['an address', { to: { name: 'Sam', address: 'sam@example.org\r\nBcc: eve@example.org' } }],
    ['a second address', { to: { name: 'Sam', address: 'sam@example.org, eve@example.org' } }],
    ['a subject', { subject: 'Hello\nBcc: eve@example.org' }],
  ])('refuses %s that brings more than itself', async (_, part) => {
    const refused = send({ ...MAIL, period: 'injected', ...part });
    await expect(refused).rejects.toThrow(/control character|no address/);
    await expect(refused).rejects.not.toThrow(/eve@/);
  });

  it('takes a name for a name, whatever it looks like', async () => {
    const id = await send({
      ...{ ...MAIL, period: 'odd name' },
      to: { name: 'eve@example.org, "Sam" <eve@example.org>', address: 'sam@example.org' },
    });
    await eventually(async () => expect(await stateOf(id)).toMatchObject({ state: 'sent' }));
    expect(mailbox.taken.at(-1)!.to).toEqual(['sam@example.org']);
  });
});
