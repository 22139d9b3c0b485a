import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXPORT_COLUMNS } from '../../src/tracking/export/export-columns.js';
import type { ReportAnswer, ReportSectionItem } from '../../src/tracking/reports/report-answer.model.js';
import { signedIn } from '../support/visitor.js';
import { startFollowing, type FollowingLibrary, type Program } from './library.js';
import { partsOf, sheetsOf, wordsOf, type CellRead } from './read-office.js';

const FORMULA = '=HYPERLINK("https://example.org") & <b>';
const PRIVATE = 'A private note that no report holds.';
const THEIRS = 'Words of another partnership alone.';
const REFUSED = 'The duty is another agency’s by law.';
const STOPPED = 'The service was closed.';
const FINISHED = 'The law has changed.';
const PERIOD = 'from=2024-04-01&until=2025-03-31';

let fennmere: FollowingLibrary;
let lead: Program;
let police: string;
let council: string;
let items: string[];
const actions: string[] = [];

const follow = async (title: string, text: string, addressees: string[]): Promise<string> =>
  (
    await lead.post('/items', {
      ...{ source: { origin: 'rapid-review', title }, text, addressees, on: '2024-02-01' },
    })
  ).body.id;
const act = async (item: string, body: object): Promise<void> => {
  const made = await lead.post(`/items/${item}/actions`, { agency: council, on: '2024-03-01', ...body });
  expect(made.status).toBe(201);
  actions.push(made.body.id);
};

beforeAll(async () => {
  fennmere = await startFollowing({ CLOCK_STARTS_AT: '2025-01-06T09:00:00Z' });
  ({ lead } = fennmere);
  const first = await lead.post('/items', { recommendation: fennmere.recommendations[0], on: '2024-02-01' });
  for (const { agency } of first.body.responses.each)
    if (agency.name === 'Fennmere Police') police = agency.id;
    else council = agency.id;
  const second = await follow('RR12', 'Tell schools of missed appointments.', [council]);
  const third = await follow('RR13', 'Keep one list of carers.', [council]);
  items = [first.body.id, second, third];
  await lead.post(`/items/${items[0]}/responses`, {
    ...{ agency: police, response: 'not-accepted', reason: REFUSED, on: '2024-05-02' },
  });
  await act(items[0]!, {
    ...{ text: FORMULA, supporting: [police], owner: { name: 'Pat Example', email: 'pat@example.org' } },
    due: { on: '2024-10', precision: 'month' },
  });
  await lead.post(`/actions/${actions[0]}/due`, {
    ...{ on: '2024-Q4', precision: 'quarter', reason: 'The form is being renewed.' },
  });
  await act(items[0]!, { text: 'Ask in supervision.', due: { on: '2025-06-30', precision: 'day' } });
  await act(items[1]!, { text: 'Write to schools.', due: { on: '2025', precision: 'year' } });
  await act(items[2]!, { text: 'Make the list.', due: { on: '2024-09', precision: 'month' } });
  await lead.post(`/actions/${actions[1]}/updates`, { text: 'Asked in ten of twelve.', on: '2024-11-05' });
  await lead.post(`/actions/${actions[2]}/delivery`, { to: 'stopped', reason: STOPPED, on: '2024-06-30' });
  await lead.post(`/items/${items[0]}/impact`, {
    ...{ level: 'practice', text: 'Files say it.', sample: '17 of 20 records', on: '2024-11-30' },
  });
  await lead.post(`/items/${items[0]}/notes`, { text: PRIVATE });
  await lead.post(`/actions/${actions[3]}/delivery`, { to: 'stopped', reason: STOPPED, on: '2024-07-01' });
  const closed = await lead.post(`/items/${items[2]}/judgements`, {
    ...{ to: 'closed-no-longer-applicable', reason: FINISHED, noEvidence: true },
    noRecheckReason: 'There is nothing to look at.',
  });
  expect(closed.status).toBe(201);
  await followElsewhere();
});
afterAll(() => fennmere?.library.close());

async function followElsewhere(): Promise<void> {
  const [stowe] = await fennmere.library.source.query<{ id: string }[]>(
    `select id from partnership where name = 'Stowe Safeguarding Partnership'`,
  );
  const other = await fennmere.program('audit-lead', undefined, stowe!.id);
  const own = await other.post('/items', { recommendation: fennmere.recommendations[0], on: '2024-02-01' });
  const { agency } = own.body.responses.each[0]!;
  await other.post(`/items/${own.body.id}/actions`, { text: THEIRS, agency: agency.id, on: '2024-03-01' });
}

const report = async (path: string, who = lead): Promise<ReportAnswer> => {
  const { status, body } = await who.get<ReportAnswer>(`/reports/${path}`);
  expect(status).toBe(200);
  return body;
};
const section = ({ sections }: ReportAnswer, key: string): ReportSectionItem =>
  sections.find((one) => one.key === key)!;
const text = async (path: string, who = lead): Promise<string> =>
  (await who.get<string>(`/reports/${path}`)).body;

describe('a report', () => {
  it('says of a review what was asked, answered, promised, moved and judged, with its day and last entry', async () => {
    const said = await report('review.json?review=fennmere-child-r7-2024');
    expect(said).toMatchObject({ kind: 'review', asOf: '2025-01-06', view: 'shown', title: /Child R7/ });
    expect(said.lastEntry).toBeGreaterThan(10);
    const [row, ...more] = section(said, 'progress').rows;
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ ref: '1', number: '1', asked: 'Assessments say what a day is like for the child.' },
      responses: expect.arrayContaining([
        `Fennmere Police: not accepted, 2 May 2024. Reason: ${REFUSED}`,
        'Fennmere Council: no response yet; one was asked for by 1 May 2024.',
      ]),
      impact: ['Practice (audited), 30 November 2024. Files say it.', 'Sample: 17 of 20 records.'],
      actions: [
        {
          ...{ actionRef: '1.1', action: FORMULA, supporting: ['Fennmere Police'], owner: 'Pat Example' },
          ...{
            due: { on: '2024-12-31', precision: 'quarter' },
            originalDue: { on: '2024-10-31', precision: 'month' },
          },
          moves: [
            'From October 2024 to October to December 2024. Reason: The form is being renewed.',
            'In all 61 days later.',
          ],
          ...{ delivery: ['Not started.'], actionStanding: 'Overdue by 6 days' },
        },
        {
          actionRef: '1.2',
          update: ['5 November 2024: Asked in ten of twelve.'],
          actionStanding: 'No owner',
        },
      ],
    });
    expect(section(said, 'counts').rows).toContainEqual({ what: 'Actions promised', number: 2 });
  });

  it('gives for a year the reason wherever it was decided not to act, improvement with evidence, and little progress', async () => {
    const said = await report(`yearly.json?${PERIOD}`);
    // Its end is still to come: it is told from today.
    expect(said).toMatchObject({ asOf: '2025-01-06', view: 'known' });
    expect(section(said, 'local').rows).toHaveLength(3);
    const decisions = section(said, 'not-to-act').rows.map(({ who, decision, reason }) => [
      who,
      decision,
      reason,
    ]);
    expect(decisions).toEqual([
      ['Fennmere Police', 'Not accepted', REFUSED],
      ['Fennmere Council', 'Action 2.1 stopped', STOPPED],
      ['Fennmere Council', 'Action 3.1 stopped', STOPPED],
      ['The partnership', 'Closed – no longer applicable', FINISHED],
    ]);
    expect(section(said, 'improvements').rows).toMatchObject([{ item: '1. Child R7, recommendation 1' }]);
    expect(section(said, 'little-progress').rows[0]!.why).toContain('A response is late.');
    // The year before, none of it was so, and nothing of the year after belongs into it.
    const before = await report('yearly.json');
    expect(before).toMatchObject({
      asOf: '2024-03-31',
      about: expect.arrayContaining([{ label: 'Period', value: '1 April 2023 to 31 March 2024' }]),
    });
    expect(section(before, 'local').rows).toHaveLength(3);
    expect(section(before, 'not-to-act').rows).toEqual([]);
    // What was closed before a period is no matter of it.
    expect(section(await report('yearly.json?from=2025-01-07&until=2025-03-31'), 'local').rows).toHaveLength(
      2,
    );
    for (const wrong of [
      'from=2024-04-01',
      'from=2024-04-01&until=2024-03-31',
      'from=2024-02-31&until=2024-03-31',
    ])
      expect((await lead.get(`/reports/yearly.json?${wrong}`)).status).toBe(400);
  });

  it('is told from any past, in both views', async () => {
    const known = await report(`agency.json?agency=${council}&asOf=2024-06-01&view=known`);
    expect(known.about).toContainEqual({
      ...{ label: 'Day', value: expect.stringMatching(/^As known on 1 June 2024: how it stood then/) },
    });
    const rows = section(known, 'progress').rows as { ref: string; impact: string[]; actions: object[] }[];
    expect(rows.map(({ ref, impact }) => [ref, impact[0]])).toEqual([
      ['1', 'None yet.'],
      ['2', 'None yet.'],
      ['3', 'None yet.'],
    ]);
    expect(rows[1]!.actions).toMatchObject([{ delivery: ['Not started.'] }]);
    const shown = await report(`agency.json?agency=${council}&asOf=2024-06-01&view=shown`);
    expect(shown.lastEntry).toBe(0);
    expect(section(shown, 'progress')).toMatchObject({
      rows: [],
      paragraphs: ['Nothing of this was followed on that day.'],
    });
  });

  it('says the same as page for printing, document, workbook and table', async () => {
    const path = (format: string): string => `/reports/yearly.${format}?${PERIOD}`;
    const html = await lead.file(path('html'));
    const docx = await lead.file(path('docx'));
    const csv = await lead.file(path('csv'));
    const xlsx = await lead.file(path('xlsx'));
    const printed = html.body.toString();
    expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(printed).toContain('=HYPERLINK(&quot;https://example.org&quot;) &amp; &lt;b&gt;');
    const words = await wordsOf(docx.body);
    const table = csv.body.toString();
    expect(table.startsWith('\ufeffItem,')).toBe(true);
    // A formula is text: quoted, with an apostrophe before it.
    expect(table).toContain(`"'=HYPERLINK(""https://example.org"") & <b>"`);
    const sheets = await sheetsOf(xlsx.body);
    expect([...sheets.keys()]).toEqual([
      ...[
        'About',
        'Recommendations',
        'In numbers',
        'Improvement',
        'Little or no progress',
        'Decided not to act',
      ],
    ]);
    const rows = sheets.get('Recommendations')!.rows;
    expect(rows.map((row) => row['Action']?.value)).toEqual(['1.1', '1.2', '2.1', '3.1']);
    expect(rows[0]!['Action promised']).toMatchObject({ value: FORMULA });
    const all = JSON.stringify([...sheets.values()].map((sheet) => sheet.rows));
    for (const said of [printed, words, table, all]) {
      for (const reason of [REFUSED, STOPPED, FINISHED, '17 of 20 records']) expect(said).toContain(reason);
      expect(said).not.toContain(PRIVATE);
      expect(said).not.toContain(THEIRS);
    }
    for (const said of [printed, words, all]) expect(said).toContain('As known on 6 January 2025');
    expect(words).toContain(FORMULA);
    expect(table).toMatch(/,2025-01-06,known,\d+\r\n/);
    expect([...(await partsOf(docx.body)).keys()]).toContain('word/styles.xml');
    expect(docx.headers.get('content-disposition')).toContain('yearly-2025-01-06.docx');
    for (const { headers } of [html, docx, csv, xlsx])
      expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('finds a theme across reviews since a year, and knows of no other subject than there is', async () => {
    await fennmere.library.add([SUBJECT_REVIEW]);
    const [row] = await fennmere.library.source.query<{ id: string }[]>(
      `select c.id from recommendation c join review r on r.id = c.review_id where r.label = 'Child T1'`,
    );
    await lead.post('/items', { recommendation: row!.id, on: '2024-02-01' });
    const since = async (year: number): Promise<number> =>
      section(await report(`theme.json?theme=${THEME}&since=${year}`), 'progress').rows.length;
    expect([await since(2019), await since(2020), await since(2021)]).toEqual([1, 1, 0]);
    // What is on a narrower theme is on the theme.
    const [broader] = await fennmere.library.source.query<{ slug: string }[]>(
      `select b.slug from theme t join theme b on b.id = t.broader_id where t.slug = $1`,
      [THEME],
    );
    const ofBroader = section(await report(`theme.json?theme=${broader!.slug}&since=2020`), 'progress').rows;
    expect(ofBroader.map(({ review }) => review)).toContainEqual(expect.stringMatching(/^Child T1, /));
    // A finding of the review counts with it, and with its theme, also once its source has it no more.
    const [point] = await fennmere.library.source.query<{ id: string }[]>(
      `select l.id from learning_point l join review r on r.id = l.review_id where r.label = 'Child T1'`,
    );
    await lead.post('/items', { learningPoint: point!.id, text: 'We ask who stays.', on: '2024-02-01' });
    await fennmere.library.add([{ ...SUBJECT_REVIEW, learning: [] }]);
    expect([await since(2020), await since(2021)]).toEqual([2, 0]);
    const [ofReview] = await fennmere.library.source.query<{ slug: string }[]>(
      `select slug from review where label = 'Child T1'`,
    );
    const { rows } = section(await report(`review.json?review=${ofReview!.slug}`), 'progress');
    expect(rows.map(({ review }) => review)).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^Child T1, .*2020$/)),
    );
    for (const unknown of ['review.json?review=none', 'theme.json?theme=none', 'ghost.json', 'yearly.pdf'])
      expect((await lead.get(`/reports/${unknown}`)).status).toBe(404);
    expect((await lead.get('/reports/review.json')).status).toBe(400);
  });

  it('tells an agency lead of their own agency alone, and readers of tracking nothing but what they may read', async () => {
    const officer = await fennmere.program('agency-lead', police);
    const own = await report('agency.json', officer);
    expect(section(own, 'progress').rows).toMatchObject([{ ref: '1' }]);
    expect(await text('yearly.csv?' + PERIOD, officer)).not.toContain('Write to schools.');
    expect((await officer.get(`/reports/agency.json?agency=${council}`)).status).toBe(404);
    expect((await officer.get(`/export.xlsx?agency=${council}`)).status).toBe(404);
    expect(await text('yearly.csv?' + PERIOD, await fennmere.program('approver'))).toContain(
      'Write to schools.',
    );
    expect((await (await fennmere.program('editor')).get('/reports/yearly.json')).status).toBe(403);
  });
});

describe('the export', () => {
  it('holds each action as people edit it, with real dates, text that is text, and what tells its rows apart', async () => {
    const { body, headers } = await lead.file('/export.xlsx');
    expect(headers.get('content-type')).toContain('spreadsheetml.sheet');
    const sheets = await sheetsOf(body);
    const sheet = sheets.get('Actions')!;
    expect(Object.keys(sheet.rows[0]!)).toEqual(
      EXPORT_COLUMNS.map(({ heading }) => heading).filter((heading) => !EMPTY_IN_FIRST.includes(heading)),
    );
    expect(sheet.rows[0]).toMatchObject({
      ...{ Item: { value: '1', format: '49' }, Action: { value: FORMULA, format: '49' } },
      ...{ 'Supporting agencies': { value: 'Fennmere Police' }, 'Owner email': { value: 'pat@example.org' } },
      'Original due date': { value: 45596, format: 'mmm yyyy' },
      // Of a quarter there is no format: these words are read as the same three months.
      'Due date': { value: 'Q3 2024/25' },
      ...{
        'Delivery status': { value: 'Not started' },
        Impact: { value: 'Practice (audited): Files say it.' },
      },
      ...{ 'Item ID': { value: items[0] }, 'Action ID': { value: actions[0] } },
    });
    const dated = (at: number, heading: string): CellRead => sheet.rows[at]![heading]!;
    expect(dated(1, 'Due date')).toEqual({ value: 45838, format: 'dd/mm/yyyy' });
    expect(dated(1, 'Latest update on')).toEqual({ value: 45601, format: 'dd/mm/yyyy' });
    expect(dated(2, 'Due date')).toEqual({ value: 46022, format: 'yyyy' });
    const { body: action } = await lead.get(`/actions/${actions[0]}`);
    expect(dated(0, 'Action version')).toMatchObject({ value: action.version });
    // No cell calculates, the headings stay in sight and filter, ids are hidden, what marks the file is out of sight.
    expect(sheet.xml).not.toMatch(/<f>|<c [^>]*t="str"/);
    expect(sheet.xml).toContain('state="frozen"');
    expect(sheet.xml).toMatch(/<autoFilter ref="A1:W\d+"\/>/);
    expect(sheet.xml.match(/<col [^>]*hidden="1"/g)).toHaveLength(4);
    const mark = sheets.get('Library data')!;
    expect(mark.state).toBe('veryHidden');
    const marked = Object.fromEntries(mark.rows.map(({ Name, Value }) => [Name!.value, Value?.value ?? '']));
    expect(marked).toMatchObject({
      ...{ format: 'tracking-export-1', partnership: fennmere.partnership.slug, agency: '', view: 'shown' },
      lastEntry: expect.stringMatching(/^\d+$/),
    });
    expect(sheets.get('About')!.rows[1]!['About']!.value).toBe('Day');
    const all = JSON.stringify([...sheets.values()]);
    expect(all).not.toContain(PRIVATE);
    expect(all).not.toContain(THEIRS);
  });

  it('is narrowed to the rows of one agency, and keeps what it was asked and has no action for', async () => {
    await lead.post('/items', {
      ...{ source: { origin: 'rapid-review', title: 'RR14', number: '2.1' }, addressees: [police] },
      ...{ text: 'Share what is known of carers.', on: '2024-02-01' },
    });
    const of = async (who: Program, query = ''): Promise<unknown[]> => {
      const { rows } = (await sheetsOf((await who.file(`/export.xlsx${query}`)).body)).get('Actions')!;
      return rows.map((row) => row['Action reference']?.value ?? sourceIn(row));
    };
    const sourceIn = (row: Record<string, { value: unknown } | undefined>): string =>
      `${row['Review or source']!.value as string} ${row['Recommendation number']!.value as string}`;
    const own = ['1.1', 'RR14, Rapid review 2.1'];
    expect(await of(lead, `?agency=${police}`)).toEqual(own);
    expect(await of(await fennmere.program('agency-lead', police))).toEqual(own);
  });

  it('is in the log where a person took it, as each file of a report is', async () => {
    const { visitor, accountId } = await signedIn(fennmere.library, {
      ...{ role: 'audit-lead', partnershipId: fennmere.partnership.id },
    });
    const ask = async (path: string): Promise<Response> => await visitor.get(`/api/v1/tracking${path}`);
    for (const path of ['/export.xlsx', '/reports/yearly.docx', '/reports/yearly.json'])
      expect((await ask(path)).status).toBe(200);
    const entries = await fennmere.library.source.query<{ to: object; role: string }[]>(
      `select "to", actor_role as role from audit_entry where action = 'tracking.exported' and actor_id = $1 order by number`,
      [accountId],
    );
    expect(entries).toMatchObject([
      { role: 'audit-lead', to: { what: 'actions', format: 'xlsx' } },
      { role: 'audit-lead', to: { what: 'report', kind: 'yearly', format: 'docx' } },
    ]);
    const choice = await (await visitor.get('/tracking/reports')).text();
    expect(choice).toContain('Child R7, Fennmere Safeguarding Children Partnership');
    const page = await (await visitor.get(`/tracking/reports/yearly?${PERIOD}`)).text();
    expect(page).toContain(REFUSED);
    expect(page).toContain(
      `href="/api/v1/tracking/reports/yearly.docx?from=2024-04-01&amp;until=2025-03-31"`,
    );
    expect(page).not.toContain(PRIVATE);
  });
});

/** Headings of cells in which the first action has nothing. */
const EMPTY_IN_FIRST = ['Completed on', 'Latest update', 'Latest update on'];
const THEME = 'unseen-adults-and-caregivers';
/** Fictional, as all of Fennmere. */
const SUBJECT_REVIEW = {
  ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child T1' },
  ...{ title: 'Child T1', type: 'lcspr', about: 'children', publishedOn: '2020-05' },
  learning: [
    { theme: 'Unseen adults and caregivers', kind: 'finding', statement: 'Nobody asked who stays.' },
  ],
  recommendations: [
    {
      number: '1',
      text: 'Ask who else lives in the home.',
      addressees: [],
      themes: ['Unseen adults and caregivers'],
    },
  ],
};
