import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLog } from '../../src/audit/verify.js';
import { TEST_AUDIT_KEY } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { signedIn } from '../support/visitor.js';
import { startFollowing, type Changed, type FollowingLibrary, type Program, type Told } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

/** Stands for the name of a child; each place has its own, so that no place hides behind another. */
const MARKER = 'Zebulonia';
let count = 0;
const marked = (): string => `${MARKER}${(count += 1)} was seen at home.`;

let fennmere: FollowingLibrary;
let lead: Program;
let administrator: Program;
let folder: string;
let item: string;
let action: string;
let owner: string;

beforeAll(async () => {
  folder = await temporaryFolder('redaction');
  fennmere = await startFollowing({ DATA_DIR: folder });
  ({ lead } = fennmere);
  administrator = await fennmere.program('administrator');
  await sayEverywhere();
});
afterAll(() => fennmere?.library.close());

const done = (told: Told<Changed>): Changed => {
  expect([told.status, told.body.detail]).toEqual([expect.any(Number), undefined]);
  return told.body;
};

/** Every route that takes words is given some. */
async function sayEverywhere(): Promise<void> {
  const police = await fennmere.agency('Marsh Police');
  const theirs = await fennmere.program('agency-lead', police);
  const source = { origin: 'rapid-review', title: marked() };
  ({ id: item } = done(await lead.post('/items', { source, text: marked(), addressees: [police] })));
  const at = `/items/${item}`;
  const on = async (path: string, body: object, who = lead): Promise<Changed> =>
    done(await who.post(path, body));
  await on(`${at}/responses`, { agency: police, response: 'not-accepted', reason: marked() });
  await on(`${at}/addressees`, { add: [], reason: marked() });
  await on(`${at}/response-due`, { on: '2030-01-01', reason: marked() });
  const made = await on(`${at}/actions`, {
    ...{ text: marked(), agency: police, due: { on: '2030-01-01' } },
    owner: { name: `Pat ${MARKER}`, email: `${MARKER}@example.org` },
  });
  ({ id: action } = made);
  owner = made.owner!.id;
  const act = `/actions/${action}`;
  await on(`${act}/change`, { text: marked(), reason: marked() });
  await on(`${act}/updates`, { text: marked(), evidence: marked() });
  await on(`${act}/delivery`, { to: 'in-progress', reason: marked() });
  await on(`${act}/due`, { on: '2031-01-01', reason: marked() });
  await on(`${act}/milestones`, { text: marked() });
  // What an agency asks for, with a reason that the decision keeps; and one that is refused with another.
  await on(`${act}/due`, { on: '2032-01-01', reason: marked() }, theirs);
  await on(`${act}/due-requests/1`, { decision: 'agreed' });
  await on(`${act}/delivery`, { to: 'stopped', reason: marked() }, theirs);
  await on(`${act}/due-requests/2`, { decision: 'refused', reason: marked() });
  await on(`${at}/notes`, { text: marked(), isPrivate: true });
  await on(`${at}/notes`, { text: marked(), action, isPrivate: false });
  const impact = { level: 'outcome', text: marked(), sample: marked(), source: marked() };
  const { entry } = await on(`${at}/impact`, impact);
  // What is corrected keeps the words that are not.
  await on(`/entries/${entry!.id}/correction`, { reason: marked(), replacement: { sample: marked() } });
  const file = { name: `${MARKER}-minutes.txt`, bytes: Buffer.from(marked()) };
  done(await lead.upload(`${act}/evidence`, file));
  done(await lead.upload(`${at}/evidence`, { ...file, name: `${MARKER}-notes.txt` }));
  await on(`${at}/judgements`, { to: 'open-unacceptable', reason: marked() });
  // Each open action is stopped for the same reason.
  await on(`${at}/judgements`, {
    ...{ to: 'closed-acceptable', reason: marked(), noRecheckReason: marked(), stopActions: true },
  });
  await on(`${at}/rechecks`, { result: 'partly', reason: marked() });
  await on(`${at}/reopen`, { reason: marked() });
}

const history = async (who = lead): Promise<HistoryAnswer['items']> =>
  (await who.get<HistoryAnswer>(`/items/${item}/history`)).body.items;

/** Tables with the marker in any column, as text or as bytes. */
async function tables(): Promise<string[]> {
  const { owner: source } = fennmere.library;
  const all = await source.query<{ name: string }[]>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  expect(all.length).toBeGreaterThan(40);
  const hex = Buffer.from(MARKER).toString('hex');
  const found: string[] = [];
  for (const { name } of all) {
    const rows = await source.query<unknown[]>(
      `select 1 from ${name} t where t::text ilike '%' || $1 || '%' or t::text like '%' || $2 || '%' limit 1`,
      [MARKER, hex],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

async function filesOnDisk(): Promise<string[]> {
  const names = await readdir(join(folder, 'evidence'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, 'evidence', name), 'latin1')));
  return texts.filter((text) => text.includes(MARKER));
}

/** Addresses whose answers have the marker. */
async function answers(): Promise<string[]> {
  const { url } = fennmere.library;
  const paths = [
    ...[`/items/${item}`, `/items/${item}/history`, `/actions/${action}`, '/items', '/desk'],
    ...[`/items/${item}/earlier`, '/figures?by=agency', '/agencies'],
  ];
  const found: string[] = [];
  for (const path of paths)
    if (JSON.stringify((await lead.get(path)).body).includes(MARKER)) found.push(path);
  const { visitor } = await signedIn(fennmere.library, {
    ...{ role: 'administrator', partnershipId: fennmere.partnership.id },
  });
  for (const path of ['/log', '/log.csv'])
    if ((await (await visitor.get(path)).text()).includes(MARKER)) found.push(path);
  for (const path of [`/search?q=${MARKER}`, `/api/v1/search?q=${MARKER}`]) {
    const text = await (await fetch(url + path)).text();
    // The question itself is said again.
    if (new RegExp(`${MARKER}\\d`).test(text)) found.push(path);
  }
  return found;
}

describe('words that must not be there', () => {
  it('are at first where people look for them', async () => {
    expect(await tables()).toEqual(['public.audit_words', 'public.tracked_owner']);
    expect(await filesOnDisk()).toHaveLength(2);
    const found = await answers();
    for (const path of [`/items/${item}`, `/items/${item}/history`, `/actions/${action}`, '/items'])
      expect(found).toContain(path);
  });

  it('are taken out by an administrator alone, and with a reason', async () => {
    const [entry] = await history();
    const at = `/entries/${entry!.id}/redaction`;
    expect((await lead.post(at, { reason: 'A name.' })).status).toBe(403);
    expect((await administrator.post(at)).body.code).toBe('reason-required');
    expect((await administrator.post(`/owners/${owner}/redaction`)).body.code).toBe('reason-required');
    expect((await lead.post(`/owners/${owner}/redaction`, { reason: 'A name.' })).status).toBe(403);
  });

  it('go wherever their item has them as well', async () => {
    const entries = await history();
    const request = entries.find(({ deed }) => deed === 'request')!;
    const moved = entries.filter(({ deed, reason }) => deed === 'due' && reason === request.reason);
    expect(moved).toHaveLength(1);
    const { count } = (await ENTRIES())[0]!;
    for (let time = 0; time < 2; time += 1) {
      const told = await administrator.post<{ redacted: string[]; alsoIn: string[] }>(
        `/entries/${request.id}/redaction`,
        { reason: 'A name.' },
        { 'idempotency-key': 'redacted-once' },
      );
      expect(told.body).toEqual({ id: request.id, redacted: ['why'], alsoIn: [moved[0]!.id] });
      expect((await ENTRIES())[0]!.count - count).toBe(2);
    }
  });

  it('are in no table, answer, page, search and file afterwards; entries and chain stay', async () => {
    const before = await history();
    const [head] = await ENTRIES();
    for (const { id, isRedacted } of before)
      if (!isRedacted)
        expect((await administrator.post(`/entries/${id}/redaction`, { reason: 'A name.' })).status).toBe(
          201,
        );
    expect(
      (await administrator.post(`/owners/${owner}/redaction`, { reason: 'It was asked for.' })).status,
    ).toBe(204);
    expect(await tables()).toEqual([]);
    expect(await answers()).toEqual([]);
    await eventually(async () => expect(await filesOnDisk()).toEqual([]));
    const after = await history();
    const bare = (entries: typeof before): object[] =>
      entries.map(({ id, number, deed, to, from, effectiveOn }) => ({
        id,
        number,
        deed,
        to,
        from,
        effectiveOn,
      }));
    expect(bare(after)).toEqual(bare(before));
    expect((await ENTRIES())[0]!.count).toBeGreaterThan(head!.count);
    const { faults } = await verifyLog(fennmere.library.owner, TEST_AUDIT_KEY);
    expect(faults).toEqual([]);
    const { body } = await lead.get(`/items/${item}`);
    expect(body).toMatchObject({ text: null, source: { title: null }, delivery: 'stopped' });
    expect(body.actions[0]!.owner).toMatchObject({ name: 'Name removed', email: null });
    expect(body.actions[0]!.evidence).toMatchObject([{ name: null, isOpen: false }]);
    expect((await lead.download(`/evidence/${body.evidence[0]!.id}`)).status).toBe(404);
  });
});

const ENTRIES = async (): Promise<{ count: number }[]> =>
  await fennmere.library.owner.query('select count(*)::int from audit_entry');
