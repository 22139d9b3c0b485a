import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operationsOf, resolved, type Described, type Method } from '../../src/describing/openapi-types.js';
import { eventually } from '../support/eventually.js';
import { exampleAnswer } from '../support/example-answer.js';
import { Mailbox } from '../support/mailbox.js';
import { startFollowing, type FollowingLibrary, type Program, type Told } from './library.js';

const BASE = '/api/v1/tracking';
const KEPT = 'src/describing/example-answers-of-tracking.json';
const HOME = 'https://library.example';

const description = JSON.parse(await readFile('openapi.json', 'utf8')) as Described;

/** What answers with words of its own, or with a file, has none. */
const WITH_JSON = [...operationsOf(description)]
  .filter(({ path }) => path.startsWith(`${BASE}/`))
  .flatMap(({ method, path, operation }) => {
    const [status, given] = Object.entries(operation.responses).find(([one]) => one.startsWith('2'))!;
    return 'content' in given && given.content && 'application/json' in given.content
      ? [{ of: `${method} ${path}`, status: Number(status) }]
      : [];
  });

/** As the description gives it. */
const exampleOf = (method: Method, path: string): unknown => {
  const { responses } = description.paths[path]![method]!;
  const [, given] = Object.entries(responses).find(([status]) => status.startsWith('2'))!;
  return resolved(description, given).content!['application/json']!.example;
};

/** What the library answered, by operation. */
const answers: Record<string, unknown> = {};

let fennmere: FollowingLibrary;
let lead: Program;
let approver: Program;
let administrator: Program;
let policeLead: Program;

/** What is made has an id. */
interface Made {
  id: string;
}

/** Asks, and keeps what it is answered as the operation's example. @param path as the description has it, below the base */
async function ask<Body = object>(
  method: Method,
  path: string,
  fill: object = {},
  body: object = {},
  who: Program = lead,
): Promise<Body & Made> {
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => String((fill as Record<string, unknown>)[name]));
  if (method === 'get') return keep(method, path, await who.get<Body & Made>(at));
  return keep(method, path, await who[method === 'put' ? 'put' : 'post']<Body & Made>(at, body));
}

function keep<Body extends object>(method: Method, path: string, told: Told<Body>): Body {
  const of = `${method} ${BASE}${path}`;
  expect({ of, status: told.status, body: told.body }).toMatchObject({
    ...{ of, status: WITH_JSON.find((one) => one.of === of)!.status },
  });
  answers[of] ??= settled(exampleAnswer(told.body, HOME));
  return told.body;
}

/** Without what is another one each time: ids are numbered as they come, times are of one hour, seals and rights are made up. */
function settled(answer: unknown): unknown {
  const ids = new Map<string, string>();
  const text = JSON.stringify(answer)
    .replace(/[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g, (id) => {
      if (!ids.has(id)) ids.set(id, `00000000-0000-4000-8000-${String(ids.size + 1).padStart(12, '0')}`);
      return ids.get(id)!;
    })
    .replace(/(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d+)?Z/g, '$1T09:30:00.000Z')
    .replace(/\b[\da-f]{64}\b/g, '5e'.repeat(32))
    .replace(/\/calendar\/[\w-]+\.ics/g, '/calendar/made-up-and-opens-nothing.ics');
  return JSON.parse(text);
}

const mailbox = new Mailbox();

beforeAll(async () => {
  await mailbox.open();
  fennmere = await startFollowing({
    ...{ API_LIMIT: '0', CLOCK_STARTS_AT: '2025-06-09T08:00:00Z', PUBLIC_URL: HOME },
    ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
  });
  ({ lead } = fennmere);
  await fennmere.library.add([
    {
      ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child P4' },
      ...{ title: 'Child P4', type: 'scr', about: 'children', publishedOn: '2019-05' },
      recommendations: [{ number: '1', text: 'Assessments describe the child’s day.' }],
    },
  ]);
  [approver, administrator] = [await fennmere.program('approver'), await fennmere.program('administrator')];
});
afterAll(async () => {
  await fennmere?.library.close();
  await mailbox.close();
  if (process.env.WRITE_EXAMPLES) {
    const sorted = Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1));
    await writeFile(KEPT, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  }
});

describe('the examples of the tracking API', () => {
  it('agencies and settings', async () => {
    const police = await ask('post', '/agencies', {}, { name: 'Marsh Police', otherNames: ['MP'] });
    const council = await ask('post', '/agencies', {}, { name: 'Marsh Council' });
    policeLead = await fennmere.program('agency-lead', police.id);
    await ask('put', '/agencies/{id}/executive', police, { executive: 'chief@marsh.example' });
    await ask('post', '/agencies/{id}/succession', council, {
      ...{ into: 'Marsh and Fen Council', kind: 'renamed', on: '2025-06-01' },
    });
    await ask('get', '/agencies');
    await ask('put', '/settings', {}, { responseDays: 60 });
    await ask('get', '/settings');
  });

  it('items and what is said of them', async () => {
    const { items: agencies } = await ask<{ items: { id: string; name: string }[] }>('get', '/agencies');
    const police = agencies.find(({ name }) => name === 'Marsh Police')!.id;
    const [recommendation, second] = fennmere.recommendations;
    const item = await ask(
      'post',
      '/items',
      {},
      {
        ...{ recommendation, addressees: [police], on: '2025-01-10' },
      },
    );
    const other = await ask('post', '/items', {}, { recommendation: second, on: '2025-01-10' });
    await ask('post', '/items/{id}/addressees', item, { add: [], remove: [], reason: 'As it was.' }).catch(
      () => undefined,
    );
    await ask('post', '/items/{id}/response-due', item, { on: '2025-03-01', reason: 'They asked for it.' });
    const { entry } = await ask<{ entry: { id: string } }>('post', '/items/{id}/responses', item, {
      ...{ agency: police, response: 'accepted', on: '2025-02-01' },
    });
    await ask('post', '/entries/{id}/correction', entry, {
      reason: 'It was in part.',
      replacement: { response: 'accepted-in-part', reason: 'One team is left out.' },
    });
    const action = await ask('post', '/items/{id}/actions', item, {
      ...{ text: 'Train the teams.', agency: police, due: { on: '2025-07-31' } },
      owner: { name: 'Ann Lee', email: 'ann.lee@marsh.example' },
    });
    await ask('post', '/actions/{id}/change', action, { text: 'Train all teams.', reason: 'All of them.' });
    await ask('post', '/actions/{id}/due', action, { on: '2025-09-30', reason: 'The trainer was ill.' });
    await ask('post', '/actions/{id}/milestones', action, { text: 'Half of them.', due: { on: '2025-06' } });
    await ask('post', '/actions/{id}/updates', action, { text: 'Two of five teams.' });
    await ask('post', '/actions/{id}/delivery', action, { to: 'in-progress', on: '2025-03-01' });
    await ask('post', '/actions/{id}/owner', action, {
      owner: { name: 'Bo Hay', email: 'bo@marsh.example' },
    });
    await policeLead.post(`/actions/${action.id}/due`, { on: '2025-12-31', reason: 'Two are on leave.' });
    await ask(
      'post',
      '/actions/{id}/due-requests/{number}',
      { ...action, number: '1' },
      { decision: 'agreed' },
    );
    const file = { name: 'minutes.txt', bytes: Buffer.from('Two of five teams were trained.') };
    for (const [path, of] of [
      ['/actions/{id}/evidence', action],
      ['/items/{id}/evidence', item],
    ] as const)
      keep('post', path, await lead.upload(path.replace('{id}', of.id), file, { class: 'official' }));
    await ask('post', '/items/{id}/impact', item, {
      level: 'practice',
      text: 'Seen.',
      sample: '17 of 20 records',
    });
    const note = await ask<{ entry: { id: string } }>('post', '/items/{id}/notes', item, { text: 'A note.' });
    await ask('post', '/entries/{id}/redaction', note.entry, { reason: 'It named a child.' }, administrator);
    await ask('post', '/items/{id}/judgements', other, {
      ...{ to: 'closed-acceptable', reason: 'Every form asks.', recheckOn: '2026-01-31', noEvidence: true },
    });
    await ask('post', '/items/{id}/rechecks', other, { result: 'partly', reason: 'Most of them.' });
    await ask('post', '/items/{id}/reopen', other, { reason: 'It is not in force yet.' });
    const [earlier] = await fennmere.library.source.query<[{ id: string }]>(
      `select c.id from public_recommendation c join public_review r on r.id = c.review_id where r.label = 'Child P4'`,
    );
    await ask('post', '/items/{id}/earlier', item, {
      ...{ recommendation: earlier.id, decision: 'confirmed', reason: 'It asked for the same.' },
    });
    await ask('get', '/items');
    await ask('get', '/items/{id}', item);
    await ask('get', '/items/{id}/history', item);
    await ask('get', '/items/{id}/earlier', item);
    await ask('get', '/actions/{id}', action);
    await ask('get', '/desk');
    await ask('get', '/figures');
  });

  it('what is released', async () => {
    const { items } = await ask<{ items: { id: string }[] }>('get', '/items');
    const [item] = items as [{ id: string }];
    const [row] = await fennmere.library.source.query<[{ slug: string }]>(
      `select slug from public_review where label = 'Child R7'`,
    );
    await ask('post', '/items/{id}/public-line', item, { text: 'Every team is trained.' });
    await ask('post', '/items/{id}/public-line/approve', item, {}, approver);
    await ask('post', '/items/{id}/public-line/withdrawal', item, { reason: 'It was put badly.' }, approver);
    await ask('post', '/reviews/{slug}/protected-terms', row, { term: 'Zebulon' });
    await ask('get', '/reviews/{slug}/protected-terms', row);
    const words = { title: 'Progress on Child R7', introduction: 'What came of the recommendations.' };
    await ask('post', '/reviews/{slug}/progress-report', row, words);
    await ask('post', '/reviews/{slug}/progress-report/approve', row, {}, approver);
    await ask('get', '/reviews/{slug}/progress-report', row);
    await ask('get', '/progress-reports');
    await ask('post', '/reviews/{slug}/progress-report/withdrawal', row, { reason: 'Too early.' }, approver);
    await ask('post', '/reviews/{slug}/progress-report/redaction', row, { reason: 'A name.' }, administrator);
  });

  it('boards, rounds, owners and what is used', async () => {
    const { items: agencies } = await ask<{ items: { id: string; name: string }[] }>('get', '/agencies');
    const police = agencies.find(({ name }) => name === 'Marsh Police')!.id;
    const snapshot = await ask('post', '/snapshots', {}, { name: 'Board', meetingOn: '2025-06-20' });
    await ask('get', '/snapshots');
    await ask('get', '/snapshots/{id}', snapshot);
    await ask('get', '/snapshots/{id}/movement', snapshot);
    await ask('post', '/snapshots/{id}/sign-off', snapshot);
    await ask('get', '/reports/{kind}.{format}', { kind: 'board', format: 'json' });
    const round = await ask('post', '/rounds', {}, { name: 'Summer', by: '2025-06-30' });
    await ask('get', '/rounds');
    // So that each answer says the same of its letters every time.
    const sent = async (): Promise<void> =>
      await eventually(async () => {
        const { body } = await lead.get<{ people: { mail: string }[] }>(`/rounds/${round.id}`);
        expect(body.people.map(({ mail }) => mail)).toEqual(['sent']);
      });
    await ask('post', '/rounds/{id}/send', round);
    await sent();
    await ask('post', '/rounds/{id}/chase', round);
    await sent();
    await ask('get', '/rounds/{id}', round);
    await ask('post', '/rounds/{id}/close', round);
    await ask('post', '/calendars', {}, { agency: police });
    await ask('get', '/calendars');
    const { items: owners } = await ask<{ items: { id: string; name: string }[] }>('get', '/owners');
    const [one, next] = owners as unknown as [{ id: string }, { id: string }];
    await ask('put', '/owners/{id}/away', one, { from: '2025-06-10', until: '2025-06-20', deputy: next.id });
    await ask('put', '/owners/{id}/reminders', one, { wanted: true });
    await ask(
      'post',
      '/owners/replacement',
      {},
      {
        from: { name: 'Bo Hay', email: 'bo@marsh.example' },
        to: { name: 'Cy Moor', email: 'cy@marsh.example' },
      },
    );
    const [review] = await fennmere.library.source.query<[{ slug: string }]>(
      `select slug from public_review where label = 'Child R7'`,
    );
    const used = { kind: 'review', slug: review.slug, on: '2025-06-05', people: 12, agency: police };
    const use = await ask('post', '/uses', {}, used);
    await ask('get', '/uses');
    await ask('get', '/uses/figures');
    await ask('post', '/uses/{id}/withdrawal', use, { reason: 'Another team.' });
    await ask('post', '/uses/{id}/redaction', use, { reason: 'A name.' }, administrator);
  });

  it('spreadsheets that are brought in', async () => {
    const bytes = Buffer.from(
      'Ref,Recommendation,Agency,Action,Lead,Due date\nR1,Write it down.,Marsh Police,Train.,Ann Lee,2025-09-30\n',
    );
    const file = { name: 'plan.csv', bytes };
    const fields = { partnership: fennmere.partnership.slug };
    const sent = keep('post', '/imports', await lead.upload<{ id: string }>('/imports', file, fields));
    await ask('get', '/imports/{id}', sent);
    await ask('put', '/imports/{id}/answers', sent, { answers: [] });
    await ask('post', '/imports/{id}/apply', sent);
    await ask('post', '/imports/{id}/undo', sent, { reason: 'The wrong plan.' });
  });

  it.each(WITH_JSON.map(({ of }) => of))(
    '%s: has been answered, as is kept: else run npm run examples',
    (of) => {
      expect(answers).toHaveProperty([of]);
      const [method, path] = of.split(' ') as [Method, string];
      if (process.env.WRITE_EXAMPLES) return;
      expect(exampleOf(method, path)).toEqual(answers[of]);
    },
  );

  it('have nothing in them that is real or secret', () => {
    const text = JSON.stringify(answers);
    expect(text).not.toMatch(/@(?!marsh\.example|library\.example)|127\.0\.0\.1|localhost/);
    // The name of a partnership is long, and so is the seal that is made up.
    expect(text).not.toMatch(/(?<![\w-])(?!fennmere-|(?:5e){32}\b)[\w-]{40,}/);
  });
});
