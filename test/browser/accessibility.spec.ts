import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { AgencyLinks } from '../../src/accounts/agency-links/agency-links.js';
import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import { PasswordHash } from '../../src/accounts/passwords/password-hash.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { codeOf, offerIn, wrongCodeOf } from '../support/authenticator.js';
import { CLIENT, startProvider, type TestProvider } from '../support/identity-provider.js';
import { Records } from '../support/records.js';
import { signedIn, type Person } from '../support/visitor.js';
import { axe, DESKTOP, faultsOf, fits, PHONE, startBrowser, visitor } from '../support/browser.js';

let library: TestLibrary;
let unindexed: TestLibrary;
let browser: Browser;
let provider: TestProvider;

beforeAll(async () => {
  library = await startLibrary('fixtures');
  await library.add([
    {
      kind: 'review',
      publisher: 'Testshire Safeguarding Partnership',
      label: 'Alpha',
      title: 'Alpha: a made-up review',
      type: 'sar',
      about: 'adults',
      publishedOn: '2021',
      learning: [{ theme: 'Self-neglect' }, { theme: 'Something nobody has named before' }],
      recommendations: Array.from({ length: 30 }, (_, n) => ({
        number: String(n + 1),
        text: `Ask about thing ${n + 1}. <b>Not bold</b>`,
        addressees: ['Testshire Council'],
        themes: ['Self-neglect'],
        scope: 'local',
      })),
    },
  ]);
  // Its e-mails wait: there is no such server.
  unindexed = await startLibrary('fixtures', null, {
    ...{
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'library@example.org',
      PUBLIC_URL: 'https://reviews.example',
    },
  });
  provider = await startProvider([`${library.url}/sign-in/with/council/back`]);
  const claims = { name: 'Kim', email: 'kim@council.example', roles: ['Library.AuditLead'] };
  Object.assign(provider, { who: 'kim', people: { kim: { claims } } });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await provider?.close();
  await unindexed?.close();
  await library?.close();
});

const PAGES: [string, string][] = [
  ['the start page', '/'],
  ['search without words', '/search'],
  ['search with results', '/search?q=parental+mental+health'],
  [
    'search with filters',
    '/search?q=exploitation&kind=learning-point&type=independent-review&theme=child-exploitation',
  ],
  ['the second page of a search', '/search?q=ask+about+thing&page=2'],
  ['search without results', '/search?q=zzzzqqqq'],
  ['search beyond the end', '/search?q=neglect&page=99'],
  ['the page about the API', '/api/docs'],
  ['what the API says of themes', '/api/docs/themes'],
  ['search with too long a query', `/search?q=${'a'.repeat(600)}`],
  ['search for what no review is about', '/search?q=FGM'],
  ['the themes', '/themes'],
  ['a theme', '/themes/parental-mental-health'],
  ['a top theme', '/themes/abuse-and-harm'],
  ['a proposed theme', '/themes/something-nobody-has-named-before'],
  ['the reviews', '/reviews'],
  ['the reviews, filtered to nothing', '/reviews?type=scr'],
  ['a review with learning', '/reviews/darlington-child-j-2025'],
  ['a review with recommendations', '/reviews/testshire-alpha-2021'],
  ['the recommendations', '/recommendations'],
  ['a recommendation', '/recommendations/testshire-alpha-2021/1'],
  ['the briefings', '/briefings'],
  ['the resources', '/resources'],
  ['about', '/about'],
  ['accessibility', '/accessibility'],
  ['contact', '/contact'],
  ['privacy', '/privacy'],
  ['put this on your intranet', '/intranets'],
  ['put a search on your intranet', '/intranets?q=unseen+adults&number=2'],
  ['the problems of the API', '/problems'],
  ['a problem of the API', '/problems/invalid-request'],
  ['a page that is not there', '/no-such-page'],
];

/** A way through many pages, each of them looked at. */
const A_LONG_WAY_MS = 180_000;

describe('axe, WCAG 2.2 AA, on a telephone and at a desk', () => {
  // One visitor for all of them: whoever comes again has style and scripts already.
  let reader: Awaited<ReturnType<typeof visitor>>;
  beforeAll(async () => {
    reader = await visitor(browser, DESKTOP);
  });
  afterAll(async () => await reader?.context.close());

  it.each(PAGES)('finds nothing wrong on %s', async (_page, path) => {
    const { page } = reader;
    await page.goto(library.url + path);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('body').innerText()).toContain('999');
  });

  it('finds nothing wrong on a search that PostgreSQL answers', async () => {
    const { context, page } = await visitor(browser, DESKTOP);
    await page.goto(`${unindexed.url}/search?q=neglect`);
    expect(await page.locator('main').innerText()).toContain('simpler');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it(
    'finds nothing wrong on the way from the first link to work sign-in, keys, log and a person who is invited',
    async () => {
      const { context, page } = await visitor(browser, DESKTOP);
      const isFine = async (where: string): Promise<void> => {
        expect([where, await faultsOf(page)]).toEqual([where, []]);
        expect(await page.locator('h1').count()).toBe(1);
      };
      /** With text of twice the size, on a telephone. */
      const fitsInLarge = async (where: string): Promise<void> => {
        await page.setViewportSize(PHONE);
        await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
        expect([where, await fits(page)]).toEqual([where, true]);
      };
      const sends = async (): Promise<void> => {
        await page.locator('main form button[type="submit"]').last().click();
      };
      await page.goto(`${library.url}/link/nothing`);
      await isFine('a link that is used');
      const link = `/link/${(await library.app.get(FirstAdministrator).newLink())!}`;
      await page.goto(library.url + link);
      await isFine('the first link');
      await sends();
      await isFine('the first link, with problems');
      await page.locator('#name').fill('Ann Other');
      await page.locator('#email').fill('ann@council.example');
      await page.locator('#password').fill('four unlike words here');
      await sends();
      await page.waitForURL(/\/account\/second-step/);
      await page.locator('#code').fill(codeOf(offerIn(await page.content()).secret));
      await sends();
      const [recoveryCode = ''] = /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await page.content()) ?? [];
      await page.getByRole('button', { name: 'continue' }).click();
      await page.waitForURL(/\/setup\/partnership\/choose$/);
      await isFine('the choice of a partnership');
      await sends();
      await isFine('the choice of a partnership, with problems');
      await page.locator('#partnership').selectOption({ label: 'Darlington Safeguarding Partnership' });
      await sends();
      await page.waitForURL(/\/setup\/partnership$/);
      await isFine('the lines to call');
      await page.locator('#phone-1').fill('none');
      await sends();
      await isFine('the lines to call, with problems');
      await page.locator('#phone-1').fill('01325 406252');
      await sends();
      await page.waitForURL(/\/setup\/sign-on$/);
      await isFine('signing in with accounts at work');
      await sends();
      await page.waitForURL(/\/setup\/people$/);
      await isFine('other people');
      await page.goto(`${library.url}/account`);
      await isFine('the account');
      await page.goto(`${library.url}/providers/new`);
      await isFine('a new work sign-in');
      await sends();
      await isFine('a new work sign-in, with problems');
      const details = {
        name: 'Council',
        issuer: provider.issuer,
        clientId: CLIENT.id,
        secret: CLIENT.secret,
      };
      for (const [field, value] of Object.entries(details)) await page.locator(`#${field}`).fill(value);
      await sends();
      await page.waitForURL(/\/providers\/council$/);
      await isFine('a work sign-in');
      await page.locator('#claim').fill('Library.AuditLead');
      await page.getByLabel('Audit lead').check();
      await page.locator('#partnership').selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Add this rule' }).click();
      await isFine('a work sign-in with a rule');
      await page.getByRole('button', { name: 'Try it' }).click();
      expect(await page.locator('main').innerText()).toContain('kim@council.example');
      await isFine('what the work sign-in says');
      await page.goto(`${library.url}/providers`);
      await isFine('the work sign-ins');
      await page.goto(`${library.url}/keys/new`);
      await isFine('a new key');
      await fitsInLarge('a new key');
      await sends();
      await isFine('a new key, with problems');
      await page.locator('#name').fill('Intranet');
      await page.getByLabel('Read the public library').check();
      await sends();
      expect(await page.locator('main').innerText()).toContain('prl_');
      await isFine('a key, shown once');
      await page.goto(`${library.url}/keys`);
      await isFine('the keys');
      await page.goto(`${library.url}/log`);
      await isFine('the log');
      await fitsInLarge('the log');
      await page.goto(`${library.url}/account`);
      await page.getByLabel(/Administrator, Darlington/).check();
      await page.getByRole('button', { name: 'Change role' }).click();
      expect(await page.locator('.app-person').innerText()).toContain('Administrator, Darlington');
      await page.goto(`${library.url}/people/invite`);
      await isFine('an invitation');
      await fitsInLarge('an invitation');
      await sends();
      await isFine('an invitation, with problems');
      await page.locator('#name').fill('Bob Smith');
      await page.locator('#email').fill('bob@council.example');
      await page.getByLabel('Editor').check();
      await sends();
      await isFine('the link of somebody who was invited');
      await page.getByRole('link', { name: 'See their roles' }).click();
      await isFine('a person');
      await page.getByRole('link', { name: 'People' }).last().click();
      await isFine('the people');
      await page.goto(`${library.url}/contact-lines`);
      await isFine('the lines of a partnership');
      await fitsInLarge('the lines of a partnership');
      await page.locator('#phone-1').fill('none');
      await sends();
      await isFine('the lines of a partnership, with problems');
      await page.locator('#phone-1').fill('01325 406252');
      await sends();
      await isFine('the lines of a partnership, saved');
      await page.goto(`${library.url}/account/password`);
      await isFine('a new password');
      await page.goto(`${library.url}/people/invite`);
      await page.locator('#name').fill('Half typed');
      await library.source.query(`update session set ended_at = now()`);
      await sends();
      expect(await page.locator('h1').innerText()).toBe('You have been signed out');
      await isFine('being signed out while writing');
      const [tab] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('link', { name: 'Sign in again' }).click(),
      ]);
      await tab.locator('#email').fill('ann@council.example');
      await tab.locator('#password').fill('four unlike words here');
      await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
      await tab.locator('#code').fill(recoveryCode);
      await tab.getByRole('button', { name: 'Sign in' }).click();
      await tab.waitForURL(/\/account$/);
      await page.getByRole('button', { name: 'Go on with what I wrote' }).click();
      expect(await page.locator('#name').inputValue()).toBe('Half typed');
      await isFine('what was written before');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.goto(`${library.url}/people`);
      await isFine('signing in');
      await sends();
      await isFine('signing in, with problems');
      await context.close();
      // For who comes next the library is as it was.
      await library.owner.query('truncate identity_provider, api_key cascade');
      for (const table of ['account', 'own_partnership', 'setup_skip'])
        await library.source.query(`delete from ${table}`);
    },
    A_LONG_WAY_MS,
  );

  it(
    'finds nothing wrong on the way to a second step, and with it',
    async () => {
      const { context, page } = await visitor(browser, DESKTOP);
      const isFine = async (where: string): Promise<void> =>
        expect([where, await faultsOf(page)]).toEqual([where, []]);
      const sends = async (code: string): Promise<void> => {
        await page.locator('#code').fill(code);
        await page.locator('main form button[type="submit"]').first().click();
      };
      const [partnership] = await library.source.query<{ id: string }[]>(
        'select id from partnership limit 1',
      );
      const at = { partnershipId: partnership!.id };
      const other = await signedIn(library, { ...at, role: 'editor' });
      const admin = await signedIn(library, { ...at, role: 'administrator', isProved: false });
      const [{ email } = { email: '' }] = await library.source.query<{ email: string }[]>(
        `with a as (update account set password = $2 where id = $1 returning email) select email from a`,
        [admin.accountId, await new PasswordHash().make('four unlike words here')],
      );
      const value = admin.visitor.cookies.get('session')!;
      await context.addCookies([{ name: 'session', value, url: library.url }]);
      await page.goto(`${library.url}/account`);
      await isFine('an account whose role waits');
      await page.getByRole('button', { name: 'What to do about the second step' }).click();
      const { secret } = offerIn(await page.content());
      await sends(wrongCodeOf(secret));
      await isFine('setting up a second step, with problems');
      await sends(codeOf(secret));
      await isFine('the recovery codes');
      await page.goto(`${library.url}/account/second-step`);
      await isFine('a second step');
      await page.goto(`${library.url}/people/${other.accountId}`);
      await isFine('a person who has one');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.goto(`${library.url}/sign-in?to=/people`);
      await page.locator('#email').fill(email);
      await page.locator('#password').fill('four unlike words here');
      await page.locator('main form button[type="submit"]').click();
      await page.waitForURL(/\/sign-in\/code$/);
      await sends(wrongCodeOf(secret));
      await isFine('the code at sign-in, with problems');
      await sends(codeOf(secret, 1));
      await page.waitForURL(/\/people$/);
      await context.close();
      await library.source.query('delete from account');
    },
    A_LONG_WAY_MS,
  );

  it(
    'finds nothing wrong on the way of an agency lead with a link from an e-mail',
    async () => {
      const { context, page } = await visitor(browser, DESKTOP);
      const isFine = async (where: string): Promise<void> => {
        expect([where, await faultsOf(page)]).toEqual([where, []]);
        expect(await page.locator('h1').count()).toBe(1);
      };
      const press = async (name: string): Promise<void> => await page.getByRole('button', { name }).click();
      const leadIn = async (role: 'agency-lead' | 'administrator'): Promise<Person> => {
        const [{ id: partnershipId } = { id: '' }] = await unindexed.source.query<{ id: string }[]>(
          `select id from partnership where slug = 'darlington-safeguarding-partnership'`,
        );
        const agency = role === 'agency-lead' ? await new Records(unindexed.source).anAgency('Police') : null;
        return await signedIn(unindexed, { role, partnershipId, agencyId: agency?.id });
      };
      const lead = await leadIn('agency-lead');
      const { token } = (await unindexed.app.get(AgencyLinks).make(lead.accountId, BY_THE_SYSTEM))!;
      const led: string[] = [];
      page.on('request', (request) => void led.push(request.headers().referer ?? ''));
      await page.goto(`${unindexed.url}/sign-in`);
      await isFine('signing in where links are sent');
      await page.getByRole('link', { name: 'have a link sent' }).click();
      await isFine('asking for a link');
      await press('Send me a link');
      await isFine('asking for a link with problems');
      await page.locator('#email').fill('nobody@council.example');
      await press('Send me a link');
      await isFine('a link that was asked for');
      led.length = 0;
      await page.goto(`${unindexed.url}/sign-in/link/${token}`);
      await isFine('a link to sign in');
      await press('Sign in');
      await page.waitForURL(/\/account$/);
      await isFine('the account of who came by a link');
      await page.goto(`${unindexed.url}/sign-in/link/${token}`);
      await isFine('a used link');
      await press('Send me a new link');
      await isFine('another link that was asked for');
      expect(led.filter((referrer) => referrer.includes(token))).toEqual([]);
      const { visitor: admin } = await leadIn('administrator');
      await context.addCookies([
        { name: 'session', value: admin.cookies.get('session')!, url: unindexed.url },
      ]);
      await page.goto(`${unindexed.url}/people/${lead.accountId}`);
      await isFine('an agency lead');
      await press('Send a sign-in link');
      await isFine('an agency lead who was sent a link');
      await context.close();
    },
    A_LONG_WAY_MS,
  );

  it('finds nothing wrong on a briefing and a resource', async () => {
    const { context, page } = await visitor(browser, DESKTOP);
    for (const list of ['briefings', 'resources']) {
      await page.goto(`${library.url}/${list}`);
      await page.locator(`main a[href^="/${list}/"]`).first().click();
      await page.waitForURL(new RegExp(`/${list}/.+`));
      expect(await faultsOf(page)).toEqual([]);
    }
    await context.close();
  });

  it('finds nothing wrong with the filters open', async () => {
    const { context, page } = await visitor(browser, DESKTOP);
    await page.goto(`${library.url}/search?q=child`);
    for (const summary of await page.locator('main details:not([open]) > summary').all()) {
      if (await summary.isVisible()) await summary.click();
    }
    for (const screen of [PHONE, DESKTOP]) {
      await page.setViewportSize(screen);
      expect(await axe(page)).toEqual([]);
    }
    await context.close();
  });
});
