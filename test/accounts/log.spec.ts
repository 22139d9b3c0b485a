import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog } from '../../src/audit/audit-log.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { firstAdministrator, locationOf, textOf, Visitor } from '../support/visitor.js';

let library: TestLibrary;
let administrator: Visitor;
let own: string;
let other: string;

beforeAll(async () => {
  library = await startLibrary('fixtures', null);
  administrator = await firstAdministrator(library);
  const rows = await library.source.query<{ id: string }[]>(
    `select id from partnership order by slug = 'darlington-safeguarding-partnership' desc limit 2`,
  );
  [own, other] = [rows[0]!.id, rows[1]!.id];
  await administrator.send('/setup/partnership/choose', { partnership: own });
  const audit = library.app.get(AuditLog);
  for (const [chain, name, why] of [
    [own, '=1+1 Kim', 'They asked'],
    [other, 'Somebody Else', 'Secret of the other'],
  ] as const)
    await library.source.transaction((manager) =>
      audit.record(manager, {
        ...{ chain, actor: { kind: 'person', id: '7', name, role: 'editor' }, action: 'review.changed' },
        ...{
          subject: { kind: 'review', id: '1' },
          from: { state: 'draft' },
          to: { state: 'in review' },
          why,
        },
      }),
    );
});
afterAll(() => library?.close());

/** Acts as administrator of the library's own partnership alone. */
async function actLocally(): Promise<void> {
  const [holding] = await library.source.query<{ id: string }[]>(
    `select id from role_holding where role = 'administrator' and partnership_id = $1`,
    [own],
  );
  await administrator.send('/account/acting', { holding: holding!.id });
}

/** A role that somebody was given by a form, with their name and id. */
async function invite(name: string, partnership: string): Promise<string> {
  const email = `${name.toLowerCase()}@council.example`;
  await administrator.send('/people/invite', { name, email, role: 'editor', partnership });
  const [row] = await library.source.query<{ id: string }[]>('select id from account where email = $1', [
    email,
  ]);
  return row!.id;
}

describe('the log', () => {
  it('names what an id stands for, beside it, and nobody whose name was redacted', async () => {
    const id = await invite('Wendy', own);
    const said = `Wendy (account) <small>${id}</small>`;
    expect(await textOf(administrator.get('/log?action=role.granted'))).toContain(said);
    const [entry] = await library.source.query<{ chain: string; number: number }[]>(
      `select chain, number::int from audit_entry where action = 'role.granted' and subject_id = $1`,
      [id],
    );
    await library.source.transaction((manager) =>
      library.app.get(AuditLog).redact(manager, entry!, { actor: BY_THE_SYSTEM, why: 'Asked to' }),
    );
    const after = await textOf(administrator.get('/log?action=role.granted'));
    expect([after.includes(id), after.includes('Wendy')]).toEqual([true, false]);
  });

  it('says who did what to whom, before and after, and why', async () => {
    const answer = await administrator.get('/log');
    const { headers } = answer;
    const text = await textOf(answer);
    for (const said of [
      'Kim, editor',
      'state: draft',
      'state: in review',
      'They asked',
      'Role given',
      'Ada Minster',
    ])
      expect(text).toContain(said);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('is searched by action, name and day; fields that were left empty ask for nothing', async () => {
    const count = async (query: string): Promise<number> =>
      Number(/(\d+) entr(?:y|ies)\./.exec(await textOf(administrator.get(`/log?${query}`)))?.[1]);
    const all = await count('action=&who=&from=&until=');
    expect(all).toBeGreaterThan(4);
    expect(await count('action=review')).toBe(2);
    expect(await count('action=review.changed&who=kim')).toBe(1);
    expect(await count('action=rev')).toBe(0);
    expect(await count('until=2020-01-01')).toBe(0);
    expect(await count(`from=2020-01-01`)).toBe(all);
    for (const odd of ['%25', "'", '(', '\\']) expect(await count(`who=${encodeURIComponent(odd)}`)).toBe(0);
    expect((await administrator.get('/log?from=tomorrow')).status).toBe(400);
  });

  it('goes into a spreadsheet in which no name is a formula, and says who took it', async () => {
    const answer = await administrator.get('/log.csv?action=review');
    const { headers } = answer;
    const text = await textOf(answer);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('log.csv');
    expect(text).toContain("'=1+1 Kim");
    expect(await textOf(administrator.get('/log'))).toContain('Log exported');
    const [entry] = await library.source.query<{ request: string }[]>(
      `select correlation_id as request from audit_entry where action = 'log.exported'`,
    );
    expect(entry!.request).toBe(headers.get('x-request-id'));
  });

  it('of a partnership is all that its administrator sees', async () => {
    const stranger = await invite('Xerxes', other);
    await library.source.transaction((manager) =>
      library.app.get(AuditLog).record(manager, {
        ...{
          chain: own,
          actor: BY_THE_SYSTEM,
          action: 'review.changed',
          subject: { kind: 'account', id: stranger },
        },
        to: { partnership: other },
      }),
    );
    await actLocally();
    const page = await administrator.get('/log?action=review');
    const pageText = await textOf(page);
    expect([pageText.includes(stranger), pageText.includes('Xerxes')]).toEqual([true, false]);
    for (const address of ['/log', '/log.csv', '/log?who=Somebody']) {
      const text = await textOf(administrator.get(address));
      expect(text).not.toContain('Secret of the other');
      expect(text).not.toContain('Somebody Else');
    }
    expect(await textOf(administrator.get('/log'))).toContain('They asked');
  });

  it('is closed to everybody else', async () => {
    const nobody = await new Visitor(library.url).get('/log');
    expect([nobody.status, locationOf(nobody)?.includes('/sign-in?to=')]).toEqual([303, true]);
  });
});
