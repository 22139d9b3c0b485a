import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { viewEnvironment } from '../../src/site/views.js';
import { presentFiles } from '../../src/tracking/web/evidence.presenter.js';
import { EvidenceStore } from '../../src/tracking/evidence-store.js';
import { EvidenceUpkeep } from '../../src/tracking/evidence-upkeep.js';
import { eventually } from '../support/eventually.js';
import { storedZip, wordDocument } from '../support/stored-zip.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { signedIn, tokenIn } from '../support/visitor.js';
import { formWith, startFollowing, type FollowingLibrary, type Program } from './library.js';
import { type HistoryAnswer } from '../../src/tracking/history.model.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';
/** A scanner, as far as we ask anything of one: 0 for what is clean, 1 for what is not, anything else where it cannot tell. */
const SCANNER = `
  import { readFileSync } from 'node:fs';
  const text = readFileSync(process.argv.at(-1), 'latin1');
  process.exit(text.includes('${EICAR}') ? 1 : text.includes('cannot be told') ? 2 : 0);`;

let fennmere: FollowingLibrary;
let lead: Program;
let folder: string;
let item: string;
let action: string;
let police: string;
let council: string;

beforeAll(async () => {
  folder = await temporaryFolder('evidence');
  const scanner = join(folder, 'scanner.mjs');
  await writeFile(scanner, SCANNER);
  fennmere = await startFollowing({
    ...{ CLOCK_STARTS_AT: '2025-01-06T09:00:00Z', DATA_DIR: folder },
    SCAN_COMMAND: `${process.execPath} ${scanner}`,
  });
  ({ lead } = fennmere);
  const followed = await lead.post('/items', { recommendation: fennmere.recommendations[0] });
  item = followed.body.id;
  [council, police] = followed.body.responses.each.map(({ agency }) => agency.id) as [string, string];
  action = (await lead.post(`/items/${item}/actions`, { text: 'Add prompts.', agency: council })).body.id;
});
afterAll(() => fennmere?.library.close());

const onDisk = async (): Promise<string[]> => await readdir(join(folder, 'evidence')).catch(() => []);

describe('a file of evidence', () => {
  it('is kept with its day and class, and given back as it came, to be saved', async () => {
    const sent = { name: 'C:\\audit\\Dip sample \u202efdp.pdf', bytes: PDF };
    const fields = { on: '2024-12', class: 'official', keepUntil: '2030-12-31' };
    const added = await lead.upload(`/actions/${action}/evidence`, sent, fields);
    expect(added.status).toBe(201);
    const [file] = added.body.evidence;
    expect(file).toMatchObject({
      ...{ on: '2024-12-31', cameOn: '2025-01-06', name: 'Dip sample fdp.pdf', size: PDF.length },
      ...{ mediaType: 'application/pdf', class: 'official', keepUntil: '2030-12-31', isOpen: true },
    });
    const got = await lead.download(`/evidence/${file!.id}`);
    expect(Buffer.from(await got.arrayBuffer()).equals(PDF)).toBe(true);
    const { headers } = got;
    expect(headers.get('content-disposition')).toBe('attachment; filename="Dip sample fdp.pdf"');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; sandbox$/);
    expect(headers.get('cache-control')).toContain('no-store');
    await writeFile(join(folder, 'evidence', file!.id), 'Something else.');
    expect((await lead.download(`/evidence/${file!.id}`)).status).toBe(500);
  });

  it('is for the audit lead and the agencies of the action; for others there is none', async () => {
    const [ours, theirs] = [
      await fennmere.program('agency-lead', council),
      await fennmere.program('agency-lead', police),
    ];
    const { body } = await ours.upload(`/actions/${action}/evidence`, { name: 'minutes.pdf', bytes: PDF });
    const file = body.evidence.at(-1)!;
    expect(file).toMatchObject({ class: 'official-sensitive', name: 'minutes.pdf' });
    const statusFor = async (who: Program): Promise<number> =>
      (await who.download(`/evidence/${file.id}`)).status;
    expect([await statusFor(lead), await statusFor(ours), await statusFor(theirs)]).toEqual([200, 200, 404]);
    for (const role of ['administrator', 'approver'] as const)
      expect(await statusFor(await fennmere.program(role))).toBe(404);
    const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
      `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
    );
    expect(await statusFor(await fennmere.program('audit-lead', undefined, stowe!.id))).toBe(404);
    // What it is called may say as much as what it holds.
    const seen = (await theirs.get(`/items/${item}`)).body.actions[0]!.evidence.at(-1);
    expect(seen).toMatchObject({ name: null, isOpen: false });
    const { items } = (await theirs.get<HistoryAnswer>(`/items/${item}/history`)).body;
    expect(items.filter(({ deed }) => deed === 'evidence').map(({ words }) => words)).toEqual([{}, {}]);
    expect((await theirs.upload(`/actions/${action}/evidence`, { name: 'a.pdf', bytes: PDF })).status).toBe(
      403,
    );
    await lead.post(`/actions/${action}/change`, { supporting: [police] });
    expect(await statusFor(theirs)).toBe(200);
  });

  it.each([
    ['a page', 'a.html', '<!DOCTYPE html><p>'],
    ['a page that is called text', 'a.txt', 'Minutes\n<script>alert(1)</script>'],
    ['a drawing with scripts', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a drawing that is called an image', 'a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a program', 'a.exe', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')],
    ['a program that is called a PDF', 'a.pdf', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')],
    ['a script', 'a.txt', '#!/bin/sh\nrm -r /'],
    ['a document that is called an image', 'a.png', PDF],
    ['an archive', 'a.zip', storedZip({ 'a.txt': 'a' })],
    ['an archive that is called a document', 'a.docx', storedZip({ 'a.txt': 'a' })],
    ['a document with macros', 'a.docm', wordDocument({}, 'vnd.ms-word.document.macroEnabled')],
    ['one that is called one without', 'a.docx', wordDocument({}, 'vnd.ms-word.document.macroEnabled')],
    ['macros in a document without', 'a.docx', wordDocument({ 'word/vbaProject.bin': 'x' })],
    ['what is no text', 'a.txt', Buffer.from([65, 0, 1, 2])],
    ['nothing', 'a.txt', ''],
    ['what the scanner refuses', 'a.txt', EICAR],
  ])('is refused where it is %s', async (_, name, content) => {
    const before = await onDisk();
    const told = await lead.upload(`/actions/${action}/evidence`, { name, bytes: Buffer.from(content) });
    expect([told.status, told.body.code]).toEqual([415, 'unsupported-media-type']);
    expect(await onDisk()).toEqual(before);
  });

  it.each([
    ['a Word document', 'a.docx', wordDocument()],
    ['a spreadsheet as text', 'a.csv', 'Name,Day\nPat,1\n'],
    ['text as Windows writes it', 'a.txt', Buffer.from('Caf\xe9 \x96 done', 'latin1')],
  ])('may be %s', async (_, name, content) => {
    expect((await lead.upload(`/items/${item}/evidence`, { name, bytes: Buffer.from(content) })).status).toBe(
      201,
    );
  });

  it('is not kept where it cannot be scanned, is too large, or says what it cannot', async () => {
    const before = await onDisk();
    const told = async (content: string | Buffer, fields = {}): Promise<number> =>
      (
        await lead.upload(
          `/actions/${action}/evidence`,
          { name: 'a.txt', bytes: Buffer.from(content) },
          fields,
        )
      ).status;
    expect(await told('It cannot be told.')).toBe(503);
    expect(await told(Buffer.alloc(25 * 1024 * 1024 + 1, 'a'))).toBe(413);
    expect(await told('Fine.', { keepUntil: '2025-01-05' })).toBe(400);
    expect(await told('Fine.', { on: '2025-01-07' })).toBe(422);
    expect(await told('Fine.', { class: 'secret' })).toBe(400);
    expect((await lead.post(`/actions/${action}/evidence`)).status).toBe(400);
    expect(await onDisk()).toHaveLength(before.length);
  });

  it('is there once, however often a request with one key comes; another file with that key is none', async () => {
    const at = `/actions/${action}/evidence`;
    const [{ count: before }] = await COUNT();
    const ask = async (text: string): Promise<number> =>
      (await lead.upload(at, { name: 'a.txt', bytes: Buffer.from(text) }, {}, { 'idempotency-key': 'one' }))
        .status;
    expect([await ask('Once.'), await ask('Once.'), await ask('Twice.')]).toEqual([201, 201, 422]);
    expect((await COUNT())[0].count).toBe(before + 1);
  });

  it('is deleted after its last day, also from the disk; its entry stays', async () => {
    const told = await lead.upload(
      `/actions/${action}/evidence`,
      { name: 'brief.txt', bytes: Buffer.from('Kept briefly.') },
      { keepUntil: '2025-01-06' },
    );
    const { id } = told.body.evidence.at(-1)!;
    const upkeep = fennmere.library.app.get(EvidenceUpkeep);
    await upkeep.expire();
    expect((await lead.download(`/evidence/${id}`)).status).toBe(200);
    await fennmere.library.owner.query(`update tracked_file set keep_until = '2025-01-05' where id = $1`, [
      id,
    ]);
    await upkeep.expire();
    expect((await lead.download(`/evidence/${id}`)).status).toBe(404);
    await eventually(async () => expect(await onDisk()).not.toContain(id));
    expect((await lead.get(`/actions/${action}`)).body.evidence.at(-1)).toMatchObject({
      ...{ id, name: 'brief.txt', isOpen: false, keepUntil: '2025-01-05' },
    });
  });

  it('leaves nothing on the disk where its request died before it was kept', async () => {
    const { source, app } = fennmere.library;
    const staged = await app.get(EvidenceStore).stage(Buffer.from('Nobody keeps it.'));
    await eventually(async () => expect(await onDisk()).toContain(`${staged.id}.part`));
    // An hour later.
    await source.query(
      `select graphile_worker.reschedule_jobs(array_agg(j.id), run_at => now()) from graphile_worker._private_jobs j
       where j.payload ->> 'id' = $1`,
      [staged.id],
    );
    await eventually(async () => expect(await onDisk()).not.toContain(`${staged.id}.part`));
  });

  it('is added and saved by people on pages', async () => {
    const { visitor } = await signedIn(fennmere.library, {
      ...{ role: 'agency-lead', partnershipId: fennmere.partnership.id, agencyId: council },
    });
    const at = `/tracking/actions/${action}/evidence`;
    const page = await (await visitor.get(at)).text();
    expect(page).toContain('enctype="multipart/form-data"');
    const fields = { _csrf: tokenIn(page), on: '', keepUntil: '' };
    const refused = await visitor.upload(
      at,
      formWith({ name: 'a.html', bytes: PDF }, { ...fields, class: 'official' }),
    );
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('href="#file"');
    const unclassed = await visitor.upload(at, formWith({ name: 'page.pdf', bytes: PDF }, fields));
    expect(await unclassed.text()).toContain('Choose how carefully the file is to be kept');
    const added = await visitor.upload(
      at,
      formWith({ name: 'page.pdf', bytes: PDF }, { ...fields, class: 'official' }),
    );
    expect(added.headers.get('location')).toBe(`/tracking/items/${item}#evidence`);
    const { evidence } = (await lead.get(`/actions/${action}`)).body;
    const { id } = evidence.at(-1)!;
    const list = viewEnvironment().renderString(
      '{% from "tracking/evidence.njk" import files %}{{ files(evidence, addTo, "action 1.1") }}',
      { evidence: presentFiles(evidence), addTo: at },
    );
    expect(list).toContain(`<a class="govuk-link" href="/tracking/evidence/${id}" download>page.pdf</a>`);
    expect(list).toContain('1 kB, about 6 January 2025, added 6 January 2025');
    expect(list).toContain('brief.txt <span class="govuk-hint">1 kB, about 6 January 2025');
    const saved = await visitor.get(`/tracking/evidence/${id}`);
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename=page.pdf');
    expect(Buffer.from(await saved.arrayBuffer()).equals(PDF)).toBe(true);
  });
});

const COUNT = async (): Promise<[{ count: number }]> =>
  await fennmere.library.source.query(`select count(*)::int from tracked_file`);
