import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { DESKTOP, faultsOf, startBrowser, visitor } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { Records } from '../support/records.js';
import { locationOf, signedIn, textOf, type Person } from '../support/visitor.js';
import { SETTINGS, WebhookBench } from './library.js';

describe('the pages of webhooks', () => {
  let library: TestLibrary;
  let bench: WebhookBench;
  let receiver: Receiver;
  let records: Records;
  let partnershipId: string;
  let admin: Person;
  let fields: Record<string, string>;

  beforeAll(async () => {
    library = await startLibrary('fixtures', null, SETTINGS);
    bench = new WebhookBench(library);
    receiver = await new Receiver().open();
    records = new Records(library.source);
    partnershipId = (await records.aPartnership()).id;
    admin = await signedIn(library, { role: 'administrator', partnershipId });
    fields = {
      ...{ name: 'Our intranet', address: receiver.address, email: 'web@council.example' },
      ...{ signature: 'v1a', from: 'now' },
    };
  });
  beforeEach(() => receiver.forget());
  afterEach(async () => await bench.deleteAll());
  afterAll(async () => {
    await library.close();
    await receiver.close();
  });

  const send = async (path: string, body: Record<string, string> = {}): Promise<Response> =>
    await admin.visitor.send(path, body, { page: '/webhooks/new' });
  const add = async (more: Record<string, string> = {}): Promise<string> =>
    new URL(locationOf(await send('/webhooks/new', { ...fields, ...more }))!).pathname;
  const actions = async (): Promise<string[]> =>
    (
      await library.source.query<{ action: string }[]>(
        `select action from audit_entry where chain = $1 and action like 'webhook.%' order by number`,
        [partnershipId],
      )
    ).map(({ action }) => action);

  it('set one up, with its public key to be seen by everybody', async () => {
    const page = await add();
    const id = page.split('/').at(-1)!;
    const html = await textOf(admin.visitor.get(page));
    const keys = (await (await fetch(`${library.url}/.well-known/webhook-keys`)).json()) as object;
    const [key] = /whpk_[\w+/=]+/.exec(html)!;
    expect(keys).toEqual({ webhooks: [{ id, publicKeys: [key] }] });
    expect(html).toContain('Everything');
    expect(await textOf(admin.visitor.get('/webhooks'))).toContain('Our intranet');
    expect(await textOf(admin.visitor.get('/account'))).toContain('href="/webhooks"');
    expect(html).not.toContain('whsk_');
  });

  it('show a secret once', async () => {
    const made = await send('/webhooks/new', { ...fields, signature: 'v1' });
    const [secret] = /whsec_[\w+/=]+/.exec(await textOf(made))!;
    expect(made.headers.get('cache-control')).toBe('private, no-store');
    const [{ id }] = (await bench.webhooks.list(partnershipId)) as unknown as [{ id: string }];
    const page = await textOf(admin.visitor.get(`/webhooks/${id}`));
    expect(page).not.toContain(secret);
    const next = await textOf(send(`/webhooks/${id}/rotate`));
    expect(/whsec_[\w+/=]+/.exec(next)![0]).not.toBe(secret);
    expect(await textOf(admin.visitor.get(`/webhooks/${id}`))).toContain('Signs as well until');
    await send(`/webhooks/${id}/end-rotation`);
    expect(await textOf(admin.visitor.get(`/webhooks/${id}`))).not.toContain('Signs as well until');
  });

  it.each([
    ['name', { name: '' }, 'Enter what the webhook is for'],
    ['name', { name: 'x'.repeat(101) }, '100 characters or fewer'],
    ['address', { address: 'intranet' }, 'Enter a whole address'],
    ['address', { address: 'https://10.0.0.1/' }, 'not public'],
    ['address', { address: 'https://user:pass@127.0.0.1/' }, 'no name and no password'],
    ['address', { address: `https://127.0.0.1/${'x'.repeat(1000)}` }, '1000 characters or fewer'],
    ['email', { email: 'nobody' }, 'email address in the right form'],
    ['signature', { signature: 'v2' }, 'Choose how messages are signed'],
    ['kinds', { kinds: 'secret' }, 'Choose kinds from the list'],
    ['theme', { theme: 'x' }, 'Choose a theme from the list'],
    ['from', { from: '' }, 'Choose what it is told first'],
  ])('say what is wrong with %s: %j', async (field, wrong, problem) => {
    const answer = await send('/webhooks/new', { ...fields, ...wrong });
    const html = await textOf(answer);
    expect(answer.status).toBe(400);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(problem);
    expect(await bench.webhooks.list(null)).toEqual([]);
  });

  it('send a test, and show what was answered as text', async () => {
    const page = await add();
    receiver.answers(418, {}, '<script>alert(1)</script>');
    await send(`${page}/test`);
    expect(receiver.received.map(({ message }) => message)).toEqual([
      { type: 'ping', timestamp: expect.any(String), data: {} },
    ]);
    const html = await textOf(admin.visitor.get(page));
    expect(html).toContain('Answered 418: &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('Failed');
    receiver.answers(204);
    await send(`${page}/test`);
    expect(await textOf(admin.visitor.get(page))).toContain('Delivered');
  });

  it('pause, start again, send again and delete, each with an entry of the log', async () => {
    const before = (await actions()).length;
    const page = await add({ kinds: 'theme' });
    for (const deed of ['pause', 'resume', 'rotate', 'end-rotation']) await send(`${page}/${deed}`);
    const replay = async (body: Record<string, string>): Promise<number> =>
      (await send(`${page}/replay`, body)).status;
    expect(await replay({ from: 'given-up' })).toBe(303);
    expect(await replay({ from: 'beginning' })).toBe(303);
    for (const wrong of [{}, { from: 'x' }, { from: 'cursor' }, { from: 'cursor', cursor: 'no cursor' }])
      expect([wrong, await replay(wrong as Record<string, string>)]).toEqual([wrong, 400]);
    await send(`${page}/delete`);
    expect((await admin.visitor.get(page)).status).toBe(404);
    expect((await actions()).slice(before)).toEqual([
      ...['webhook.added', 'webhook.paused', 'webhook.resumed', 'webhook.rotated', 'webhook.rotation-ended'],
      ...['webhook.replayed', 'webhook.replayed', 'webhook.deleted'],
    ]);
    expect(await textOf(admin.visitor.get('/log'))).toContain('Webhook deleted');
  });

  it('are those of one partnership, and of its administrators', async () => {
    const page = await add();
    const elsewhere = await records.aPartnership();
    const other = await signedIn(library, { role: 'administrator', partnershipId: elsewhere.id });
    expect(await textOf(other.visitor.get('/webhooks'))).not.toContain('Our intranet');
    expect((await other.visitor.get(page)).status).toBe(404);
    for (const deed of ['rotate', 'end-rotation', 'pause', 'resume', 'test', 'replay', 'delete'])
      expect([deed, (await other.visitor.send(`${page}/${deed}`)).status]).toEqual([deed, 404]);
    expect((await admin.visitor.get(page)).status).toBe(200);
    expect((await admin.visitor.post(`${page}/delete`, {})).status).toBe(403);
    const root = await signedIn(library, { role: 'platform-administrator', partnershipId });
    expect(await textOf(root.visitor.get('/webhooks'))).toContain('Our intranet');
    expect(receiver.received).toEqual([]);
  });

  it('do not say by what name a record was told that is not to be named any more', async () => {
    const { id } = await bench.add(receiver.address, { kinds: ['review'] });
    const review = await records.aReview({ label: 'Child Unnamed' });
    await bench.tried(id, 1);
    const root = await signedIn(library, { role: 'platform-administrator', partnershipId });
    expect(await textOf(root.visitor.get(`/webhooks/${id}`))).toContain('child-unnamed');
    await library.source.query(`update review set state = 'withdrawn' where id = $1`, [review.id]);
    expect(await textOf(root.visitor.get(`/webhooks/${id}`))).not.toContain('child-unnamed');
    await bench.webhooks.pause(id, null, BY_THE_SYSTEM);
  });

  describe('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(async () => await browser.close());

    it('are for everybody, on a telephone and at a desk', async () => {
      const { context, page } = await visitor(browser, DESKTOP);
      await context.addCookies([
        { name: 'session', value: admin.visitor.cookies.get('session')!, url: library.url },
      ]);
      const press = async (words: string): Promise<void> =>
        await page.getByRole('button', { name: words }).click();
      const seen: [string, string[]][] = [];
      const see = async (what: string): Promise<void> => void seen.push([what, await faultsOf(page)]);
      await page.goto(`${library.url}/webhooks`);
      await see('no webhook');
      await press('Set up a webhook');
      await see('a new webhook');
      await press('Set up the webhook');
      await see('a new webhook, with problems');
      await page.locator('#name').fill('Our intranet');
      await page.locator('#address').fill(receiver.address);
      await page.getByLabel('A shared secret').check();
      await press('Set up the webhook');
      await see('its secret');
      await page.getByRole('link', { name: 'Go to the webhook' }).click();
      receiver.answers(500, {}, 'x'.repeat(300));
      await press('Send a test');
      await page.getByLabel('Everything that there is').check();
      await press('Send again');
      const id = new URL(page.url()).pathname.split('/')[2]!;
      await eventually(async () => expect((await bench.kept(id)).length).toBeGreaterThan(50));
      await bench.webhooks.pause(id, null, BY_THE_SYSTEM);
      await library.source.query(`update webhook_delivery set state = 'dead' where webhook_id = $1`, [id]);
      await press('Send again');
      await see('a webhook, with problems');
      expect(await page.locator('main').innerText()).toContain('Given up');
      await page.goto(`${library.url}/webhooks`);
      await see('the webhooks');
      expect(seen.filter(([, faults]) => faults.length > 0)).toEqual([]);
      expect(seen.length).toBe(6);
      await context.close();
    });
  });
});
