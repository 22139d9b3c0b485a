import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axe, DESKTOP, fits, PHONE, startBrowser, visitor } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { Mailbox, readMail } from '../support/mailbox.js';
import { signedIn, type Person } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary } from '../tracking/library.js';

let fennmere: FollowingLibrary;
let browser: Browser;
let homes: string;
let doors: string;
const mailbox = new Mailbox();
/** How many of the recommendations are followed, one on each screen. */
let followed = 0;

beforeAll(async () => {
  await mailbox.open();
  fennmere = await startFollowing({
    ...{ CLOCK_STARTS_AT: '2025-06-09T08:00:00Z', PUBLIC_URL: 'https://reviews.example.org' },
    ...{ SMTP_URL: `smtp://127.0.0.1:${mailbox.port}`, MAIL_FROM: 'library@example.org' },
  });
  homes = await fennmere.agency('Fennmere Homes');
  doors = await fennmere.agency('Fennmere Doors');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await fennmere?.library.close();
  await mailbox.close();
});

const withoutScripts = new WeakSet<Page>();

const opens = async (person: Person, screen: typeof PHONE, withScript: boolean): Promise<Page> => {
  const { context, page } = await visitor(browser, screen, withScript);
  if (!withScript) withoutScripts.add(page);
  const { url } = fennmere.library;
  await context.addCookies([...person.visitor.cookies].map(([name, value]) => ({ name, value, url })));
  return page;
};
/** Pages without scripts cannot be asked; they are the same. */
const isFine = async (page: Page): Promise<void> => {
  if (withoutScripts.has(page)) return;
  const where = await page.locator('h1').innerText();
  expect([where, await axe(page), await fits(page)]).toEqual([where, [], true]);
};
const follows = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.waitForLoadState();
};
const sends = async (page: Page): Promise<void> => {
  await page.locator('main form[method="post"] button[type="submit"]').click();
  await page.waitForLoadState();
};
const says = async (page: Page, words: string | RegExp): Promise<void> => {
  expect((await page.locator('main').innerText()).replace(/\s+/g, ' ')).toMatch(words);
};

/** A plan in the layout of a worked example, which asks Fennmere Homes for one thing. */
async function tracker(recommendation: string): Promise<Buffer> {
  const example = await readFile(
    new URL('../tracking/sheets/examples/03-board-tracker.csv', import.meta.url),
    'latin1',
  );
  const [headings] = example.split('\n', 1);
  const row = `FSCP/25/001;Audit of homes;01/05/2025;High;${recommendation};;Awaiting;;Fennmere Homes;;;;;;;`;
  return Buffer.from(`${headings}\n${row}\n`, 'latin1');
}

describe.each([
  ['telephone', PHONE, true, 'Ask who else lives in the home.'],
  ['telephone, without scripts', PHONE, false, 'Visit at tea time.'],
  ['desk', DESKTOP, true, 'Write to every landlord.'],
])('following, on a %s', (_, screen, withScript, recommendation) => {
  it('goes from a spreadsheet to items, response, update, judgement, closing, re-check and report', async () => {
    const { library, partnership } = fennmere;
    const of = { partnershipId: partnership.id };
    const auditLead = await opens(await signedIn(library, { role: 'audit-lead', ...of }), screen, withScript);
    const agencyLead = await opens(
      await signedIn(library, { role: 'agency-lead', ...of, agencyId: homes }),
      screen,
      withScript,
    );
    await auditLead.goto(`${library.url}/tracking/imports`);
    await auditLead
      .locator('#file')
      .setInputFiles({ name: 'tracker.csv', mimeType: 'text/csv', buffer: await tracker(recommendation) });
    await sends(auditLead);
    await says(auditLead, recommendation);
    await isFine(auditLead);
    await auditLead.getByRole('button', { name: 'Bring it in' }).first().click();
    await auditLead.waitForLoadState();
    await says(auditLead, /Brought in: 1 item/);
    await isFine(auditLead);

    await agencyLead.goto(`${library.url}/tracking`);
    await isFine(agencyLead);
    await says(agencyLead, /Waiting for a response \(1\)/);
    await follows(agencyLead, /^Enter a response/);
    await sends(agencyLead);
    await says(agencyLead, /There is a problem Choose what the agency says/);
    await isFine(agencyLead);
    await agencyLead.getByLabel('Accepted', { exact: true }).check();
    await sends(agencyLead);
    await says(agencyLead, /Saved\..*1 agency asked: 1 accepted/);
    await follows(agencyLead, 'Add an action');
    await agencyLead.locator('#text').fill('Add the question to the form.');
    await agencyLead.locator('#due').fill('30 June 2025');
    await sends(agencyLead);
    await says(agencyLead, /Due in 21 days/);
    await isFine(agencyLead);

    // From the desk two clicks and the typing.
    await auditLead.goto(`${library.url}/tracking`);
    await follows(auditLead, /^Update ?: /);
    await auditLead.locator('#text').fill('The form asks.');
    await auditLead.getByLabel('Completed').check();
    await sends(auditLead);
    await says(auditLead, /Waiting for judgement/);
    await follows(auditLead, 'Judge this item');
    await auditLead.getByLabel('Closed – acceptable').check();
    await auditLead.locator('textarea#reason').fill('The question is asked.');
    await auditLead.locator('#recheckOn').fill('9 June 2025');
    await sends(auditLead);
    await says(auditLead, /There is a problem Enter evidence of impact first, or say that there is none yet/);
    await isFine(auditLead);
    await auditLead.getByLabel('there is no evidence of impact yet').check();
    await sends(auditLead);
    await says(auditLead, /Saved\..*Closed – acceptable/);
    await isFine(auditLead);
    await auditLead.goto(`${library.url}/tracking`);
    await says(auditLead, /Re-check due \(1\)/);
    await follows(auditLead, /^Enter a re-check/);
    await auditLead.getByLabel('Sustained', { exact: true }).check();
    await auditLead.locator('#recheckOn').fill('June 2026');
    await sends(auditLead);
    await says(auditLead, /Re-checks Sustained, 9 June 2025/);

    await auditLead.goto(`${library.url}/tracking/reports`);
    await isFine(auditLead);
    await auditLead.locator('#agency').selectOption(homes);
    await auditLead.getByRole('button', { name: 'Show this agency' }).click();
    await auditLead.waitForLoadState();
    await agencyLead.goto(`${library.url}/tracking/reports/agency`);
    for (const page of [auditLead, agencyLead]) {
      await says(page, recommendation);
      await says(page, 'Closed – acceptable');
      await isFine(page);
    }
    // The board's paper in three clicks.
    await auditLead.goto(`${library.url}/tracking`);
    await follows(auditLead, 'Board');
    await isFine(auditLead);
    await auditLead.getByRole('button', { name: 'Take a snapshot' }).click();
    await says(auditLead, /Board of June 2025 Meeting on 9 June 2025/);
    await isFine(auditLead);
    await follows(auditLead, 'Board of June 2025');
    await says(auditLead, /Where we are.*To decide/);
    await isFine(auditLead);
    await auditLead.goto(`${library.url}/tracking/agencies`);
    await follows(auditLead, /^Executive of /);
    await isFine(auditLead);
    await auditLead.goto(`${library.url}/tracking/settings`);
    await isFine(auditLead);
    await agencyLead.goto(`${library.url}/tracking/calendar`);
    await sends(agencyLead);
    await says(agencyLead, /Copy it now into your calendar program.*calendar\/[\w-]{43}\.ics/);
    await isFine(agencyLead);
    await follows(agencyLead, 'Back to the calendar addresses');
    await says(agencyLead, /There is an address already.*Addresses in use/);
    await isFine(agencyLead);
    await agencyLead.getByRole('button', { name: 'Revoke' }).click();
    await agencyLead.waitForLoadState();
    await says(agencyLead, /The address was revoked.*There is no address yet/);
    for (const path of ['/tracking/update', '/tracking?asOf=2025-06-08&view=known']) {
      await auditLead.goto(library.url + path);
      await isFine(auditLead);
    }

    const [review] = await library.source.query<{ slug: string }[]>(
      `select slug from public_review where label = 'Child R7'`,
    );
    await agencyLead.goto(`${library.url}/reviews/${review!.slug}`);
    await follows(agencyLead, 'We used this');
    await agencyLead.locator('#people').fill('12');
    await agencyLead.locator('#changed').fill(recommendation);
    await sends(agencyLead);
    await says(agencyLead, /Saved\..*April to June 2025 \d+ \d+/);
    await isFine(agencyLead);
    await follows(agencyLead, /^Take back/);
    await isFine(agencyLead);
    // A round in three clicks from the desk, after what it sends was shown.
    const email = `${screen.width}-${withScript}@homes.example`;
    const source = { origin: 'audit', title: 'Audit of doors' };
    const { body: asked } = await fennmere.lead.post('/items', { source, text: 'Ask.', addressees: [] });
    for (const text of ['Ask at the door.', 'Ask on the telephone.'])
      await fennmere.lead.post(`/items/${asked.id}/actions`, {
        ...{ text, agency: doors, owner: { name: 'Robin Owner', email } },
      });
    await auditLead.goto(`${library.url}/tracking`);
    let clicks = 0;
    const clicking = async (click: () => Promise<void>): Promise<void> => {
      clicks += 1;
      await click();
      await auditLead.waitForLoadState();
      await isFine(auditLead);
    };
    await clicking(() => follows(auditLead, 'Rounds'));
    await clicking(() => auditLead.getByRole('button', { name: 'See who gets what' }).click());
    await says(auditLead, /Nothing has been sent yet\..*Robin Owner/);
    await clicking(() => auditLead.getByRole('button', { name: 'Send', exact: true }).click());
    expect(clicks).toBeLessThanOrEqual(6);
    await says(auditLead, /The emails are on their way\..*Who has answered.*Robin Owner/);
    await auditLead.goto(`${library.url}/tracking`);
    await follows(auditLead, /^Remind those who have not answered/);
    await says(auditLead, /Who is reminded/);
    await isFine(auditLead);

    await eventually(() => Promise.resolve(expect(mailbox.to(email)).toHaveLength(1)));
    const mail = readMail(mailbox.to(email)[0]!);
    const { page: reader } = await visitor(browser, screen, withScript);
    if (!withScript) withoutScripts.add(reader);
    if (withScript) {
      await reader.setContent(/<!doctype html>.*?<\/html>/s.exec(mail)![0]);
      expect(await fits(reader)).toBe(true);
    }
    await reader.goto(library.url + /\/updates\/[\w-]{43}/.exec(mail)![0]);
    await isFine(reader);
    await reader
      .getByLabel(/^What has been done/)
      .first()
      .fill('We ask.');
    await reader.getByRole('button', { name: 'Send my answers' }).click();
    await reader.waitForLoadState();
    await says(reader, /There is a problem Action \d+\.\d+: Say what has been done, or tick “No change”/);
    await isFine(reader);
    await reader.getByRole('button', { name: /^Send, with/ }).click();
    await reader.waitForLoadState();
    await says(reader, /Thank you, Robin Owner/);
    await isFine(reader);
    await reader.context().close();
    await auditLead.context().close();
    await agencyLead.context().close();
  });

  it('tells the public what came of a recommendation: written, cleared, released by another, and published beside its review', async () => {
    const { library, partnership, recommendations, lead } = fennmere;
    const of = { partnershipId: partnership.id, agencyId: null };
    const [writer, reader] = [
      await opens(await signedIn(library, { role: 'audit-lead', ...of }), screen, withScript),
      await opens(await signedIn(library, { role: 'approver', ...of }), screen, withScript),
    ];
    const next = recommendations[followed]!;
    followed += 1;
    const { body } = await lead.post('/items', {
      recommendation: next,
      on: '2025-01-10',
      addressees: [homes],
    });
    await lead.post(`/items/${body.id}/responses`, { agency: homes, response: 'accepted' });
    await writer.goto(`${library.url}/tracking/items/${body.id}`);
    await follows(writer, 'Write a public line');
    await isFine(writer);
    await writer.locator('#text').fill(`${recommendation} Ring 01325 406252.`);
    await sends(writer);
    await says(writer, /There is a problem A telephone number may identify somebody/);
    await isFine(writer);
    await writer.locator('input[name^="clear-telephone"]').fill('Our own line.');
    await sends(writer);
    await says(writer, /Saved\. It is public once somebody else has released it\..*Waiting for approval\./);
    await isFine(writer);

    // From the desk two clicks.
    await reader.goto(`${library.url}/tracking`);
    await says(reader, /Public lines waiting for approval \(1\)/);
    await isFine(reader);
    await follows(reader, /^Read and release/);
    await isFine(reader);
    await sends(reader);
    await says(reader, /Released\. Everybody can read it now\..*This is public, released on 9 June 2025/);
    await isFine(reader);

    await writer.goto(`${library.url}/tracking/public`);
    await says(writer, /have a public line|has a public line/);
    await isFine(writer);
    await follows(writer, 'Child R7');
    await writer.locator('#title').fill('Progress on Child R7');
    await writer.locator('#introduction').fill('What came of the recommendations.');
    await writer.getByRole('button', { name: 'Save the report' }).click();
    await writer.waitForLoadState();
    await says(writer, /New words wait for approval|Not published yet/);
    await isFine(writer);
    await reader.goto(writer.url());
    await reader.getByRole('button', { name: 'Publish this report' }).click();
    await reader.waitForLoadState();
    await follows(writer, /^Names and places/);
    await writer.locator('#term').fill(recommendation);
    await writer.getByRole('button', { name: 'Add it' }).click();
    await writer.waitForLoadState();
    await says(writer, recommendation);
    await isFine(writer);

    const { context, page } = await visitor(browser, screen, withScript);
    if (!withScript) withoutScripts.add(page);
    const [at] = await library.source.query<{ path: string; slug: string }[]>(
      `select c.path, r.slug from public_recommendation c join public_review r on r.id = c.review_id where c.id = $1`,
      [next],
    );
    for (const path of [at!.path, `/reviews/${at!.slug}`, `/reviews/${at!.slug}/progress`]) {
      await page.goto(library.url + path);
      await says(page, recommendation);
      await isFine(page);
    }
    for (const one of [writer.context(), reader.context(), context]) await one.close();
  });
});
