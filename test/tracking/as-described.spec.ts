import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Described } from '../../src/describing/openapi-types.js';
import { AsDescribed } from '../support/as-described.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';

const described = new AsDescribed(JSON.parse(await readFile('openapi.json', 'utf8')) as Described);

let fennmere: FollowingLibrary;
let lead: Program;
let faults: string[];

beforeAll(async () => {
  fennmere = await startFollowing({ API_LIMIT: '0' });
  ({ lead } = fennmere);
  faults = [];
});
afterAll(async () => await fennmere.library.close());

/** Asks, and notes what does not fit. @param path as the description has it @param at with its parameters */
async function seen<Body>(path: string, at: string, status = 200): Promise<Body> {
  const { status: is, headers, body } = await lead.get(at);
  const answer = { status: is, headers, text: typeof body === 'string' ? body : JSON.stringify(body) };
  faults.push(
    ...described.faults('get', `/api/v1/tracking${path}`, answer).map((fault) => `GET ${at}: ${fault}`),
  );
  expect([at, is]).toEqual([at, status]);
  return body as Body;
}

async function done<Body extends object>(
  path: string,
  at: string,
  sent: object,
  status = 201,
): Promise<Body> {
  const { status: is, headers, body } = await lead.post<Body>(at, sent);
  const answer = { status: is, headers, text: JSON.stringify(body) };
  faults.push(
    ...described.faults('post', `/api/v1/tracking${path}`, answer).map((fault) => `POST ${at}: ${fault}`),
  );
  expect([at, is]).toEqual([at, status]);
  return body;
}

it('tracking answers as it is described, by two validators', async () => {
  const police = await fennmere.agency('Marsh Police');
  const [recommendation] = fennmere.recommendations;
  const item = await done<{ id: string; version: number }>('/items', '/items', {
    ...{ recommendation, addressees: [police], on: '2025-01-10' },
  });
  const of = `/items/${item.id}`;
  await done('/items/{id}/responses', `${of}/responses`, {
    ...{ agency: police, response: 'not-accepted', reason: 'It is done.' },
  });
  const action = await done<{ id: string }>('/items/{id}/actions', `${of}/actions`, {
    ...{ text: 'Train.', agency: police, owner: { name: 'Ann', email: 'ann@marsh.example' } },
    due: { on: '2025-Q3' },
  });
  const doing = `/actions/${action.id}`;
  await done('/actions/{id}/due', `${doing}/due`, { on: '2025-12-31', reason: 'More time.' });
  await done('/actions/{id}/milestones', `${doing}/milestones`, { text: 'Halfway.', due: { on: '2025-06' } });
  await done('/actions/{id}/updates', `${doing}/updates`, {
    text: 'Begun.',
    evidence: 'https://marsh.example',
  });
  await done('/items/{id}/impact', `${of}/impact`, { level: 'practice', text: 'Seen.' });
  await done('/items/{id}/notes', `${of}/notes`, { text: 'A note.' });
  await done('/items', '/items', {
    source: { origin: 'rapid-review', title: 'RR12' },
    text: 'Look.',
    addressees: [],
  });
  await done('/snapshots', '/snapshots', { name: 'Board', meetingOn: '2026-01-10' });
  await done('/rounds', '/rounds', { name: 'Spring', by: '2027-03-01' }).catch(() => undefined);
  await done('/calendars', '/calendars', { agency: police });

  for (const path of [
    '/items',
    '/desk',
    '/figures',
    '/agencies',
    '/settings',
    '/snapshots',
    '/uses',
    '/calendars',
  ])
    await seen(path, path);
  for (const path of ['/owners', '/rounds', '/progress-reports', '/uses/figures']) await seen(path, path);
  await seen('/items', '/items?state=open&view=known&limit=1&asOf=2026-01-01');
  await seen('/items/{id}', of);
  await seen('/items/{id}/history', `${of}/history`);
  await seen('/items/{id}/earlier', `${of}/earlier`);
  await seen('/actions/{id}', doing);
  const { items: snapshots } = await seen<{ items: { id: string }[] }>('/snapshots', '/snapshots');
  await seen('/snapshots/{id}', `/snapshots/${snapshots[0]!.id}`);
  await seen('/snapshots/{id}/movement', `/snapshots/${snapshots[0]!.id}/movement`);
  for (const kind of ['board', 'yearly']) await seen('/reports/{kind}.{format}', `/reports/${kind}.json`);

  // What does not do is described as well.
  await seen('/items/{id}', '/items/00000000-0000-4000-8000-000000000000', 404);
  await seen('/items', '/items?colour=red', 400);
  await done('/items/{id}/judgements', `${of}/judgements`, { to: 'closed-acceptable' }, 422);
  await done('/items', '/items', { recommendation }, 409);
  expect(faults).toEqual([]);
});
