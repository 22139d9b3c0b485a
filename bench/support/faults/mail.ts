import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Mailbox, readMail, type Taken } from '../../../test/support/mailbox.ts';
import type { Stage } from './stage.ts';

const PEOPLE = 300;
/** As many of them have something new on the second day as well. */
const TWICE = 150;
const NOTHING_NEW = 30;
const KILLS = 50;
/** After it answers, a library lives no longer than this, in milliseconds. */
const LIVES_MS = 1500;
/** Of a mail server that looks every address up: else it has taken everything before the next kill. */
const SLOW_MS = 150;
const ALL_SENT_WITHIN_MS = 10 * 60 * 1000;

const BEFORE = '2025-05-20T05:00:00Z';
// A Tuesday and a Wednesday: no digest tells whoever has nothing else.
const [TUESDAY, WEDNESDAY] = ['2025-05-27T08:00:00Z', '2025-05-28T08:00:00Z'];
const FORTNIGHT = '2025-06-10';
const THREE_DAYS = '2025-05-31';
const LATER = '2026-06-10';

/**
 * Do reminders arrive, once each? The mail server is away for a day of the library’s clock; the library is killed all the while, and
 * after the server came back.
 * @returns what was seen, in a line
 * @throws with what does not hold
 */
export async function mailWhileKilled(stage: Stage, random: () => number): Promise<string> {
  const mailbox = new Mailbox();
  mailbox.slowMs = SLOW_MS;
  await mailbox.open();
  await mailbox.close();
  stage.settings = { CLOCK_STARTS_AT: BEFORE };
  await stage.start();
  await enterActions(stage);
  await kill(stage);
  for (const [clock, kills] of [
    [TUESDAY, KILLS / 2],
    [WEDNESDAY, KILLS / 2],
  ] as const) {
    stage.settings = {
      ...{ CLOCK_STARTS_AT: clock, PUBLIC_URL: 'http://library.example' },
      ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
    };
    for (let time = 1; time <= kills; time += 1) {
      await stage.start();
      // It comes back while the library is up, on the second day.
      if (clock === WEDNESDAY && time === 2) await mailbox.open();
      await delay(random() * LIVES_MS);
      await kill(stage);
      console.log(`${clock.slice(0, 10)}, killed ${time} times: ${mailbox.taken.length} messages were taken`);
    }
  }
  await stage.start();
  const written = await whenAllAreSent(stage);
  await mailbox.close();
  return verdict(mailbox.taken, written);
}

async function kill({ library }: Stage): Promise<void> {
  library!.child.kill('SIGKILL');
  await library!.ended;
}

/** By its own API, as an audit lead would. */
async function enterActions(stage: Stage): Promise<void> {
  const slug = 'darlington-safeguarding-partnership';
  const wish = ['--scopes', 'tracking:read,tracking:write', '--partnership', slug, '--role', 'audit-lead'];
  const making = stage.run('accounts/keys/key.command.js', 'create', 'mail', ...wish, '--json');
  if ((await making.ended) !== 0) throw new Error(`no key was made: ${making.output}`);
  const { key } = JSON.parse(making.output) as { key: string };
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(`${stage.address}/api/v1/tracking${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const source = { origin: 'audit', title: 'Audit A1' };
  for (let person = 1; person <= PEOPLE + NOTHING_NEW; person += 1) {
    const days = person > PEOPLE ? [LATER] : person <= TWICE ? [FORTNIGHT, THREE_DAYS] : [FORTNIGHT];
    const item = await post('/items', { source, text: 'Words.', addressees: [] });
    for (const on of days)
      await post(`/items/${item.id}/actions`, {
        ...{ text: 'Do it.', due: { on } },
        owner: { name: `Person ${person}`, email: addressOf(person) },
      });
  }
}

const addressOf = (person: number): string => `person-${person}@people.example`;

/** Ids of all messages that were written. @throws where some are not sent in time */
async function whenAllAreSent(stage: Stage): Promise<string[]> {
  const { databaseUrl } = await stage.holder();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const end = Date.now() + ALL_SENT_WITHIN_MS;
    for (;;) {
      const { rows } = await client.query<{ id: string; state: string }>(
        `select id, state from outbox_message where kind = 'reminder'`,
      );
      const ran = await client.query('select 1 from reminder_run where ended_at is null');
      if (ran.rowCount === 0 && rows.length > 0 && rows.every(({ state }) => state === 'sent'))
        return rows.map(({ id }) => id);
      if (Date.now() > end)
        throw new Error(`${rows.filter(({ state }) => state !== 'sent').length} wait still`);
      await delay(500);
    }
  } finally {
    await client.end();
  }
}

/** @throws with what does not hold */
function verdict(taken: readonly Taken[], written: readonly string[]): string {
  const byId = Map.groupBy(taken, ({ raw }) => /<([\da-f-]{36})@outbox/.exec(raw)?.[1] ?? 'none');
  const lost = written.filter((id) => !byId.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} messages did not arrive`);
  if (byId.size !== written.length) throw new Error('messages arrived that were not written');
  const often = [...byId.values()].filter((own) => own.length > 2).length;
  if (often > 0) throw new Error(`${often} messages arrived more than twice`);
  const once = [...byId.values()].map(([first]) => first!);
  for (let person = 1; person <= PEOPLE + NOTHING_NEW; person += 1) {
    const own = once.filter(({ to }) => to.includes(addressOf(person))).map(readMail);
    const told = (due: string): number => own.filter((mail) => mail.includes(due)).length;
    const wanted = person > PEOPLE ? [0, 0] : [1, person <= TWICE ? 1 : 0];
    const found = [told('due 10 June 2025'), told('due 31 May 2025')];
    if (String(found) !== String(wanted) || (person > PEOPLE && own.length > 0))
      throw new Error(`person ${person} was told ${String(found)} times, and not ${String(wanted)}`);
  }
  const twice = taken.length - written.length;
  return `${written.length} messages to ${PEOPLE} people, killed ${KILLS} times: all arrived, ${twice} of them twice under the same Message-ID; ${NOTHING_NEW} people for whom nothing was new got none`;
}
