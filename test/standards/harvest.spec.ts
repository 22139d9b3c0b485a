import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { forgeriesOf } from '../support/forged.js';
import { Records } from '../support/records.js';

const ORIGIN = 'https://library.example';
const MANY = 230;
/** What XML has to escape. */
const ODD = 'Title with <b>, & "quotes", ]]> and é 👪';
const BUNDLE = [
  { kind: 'theme', label: 'Harm' },
  { kind: 'theme', label: 'Near harm', broader: 'Harm' },
  { kind: 'theme', label: 'Other' },
  {
    ...{ kind: 'review', publisher: 'Marfield Partnership', label: 'Child Q', title: ODD, type: 'lcspr' },
    ...{ publishedOn: '2024-05', relayedOn: '2024-06-01', summary: 'What happened.' },
    learning: [{ theme: 'Near harm', kind: 'finding', statement: 'First.' }],
    documents: [{ kind: 'full-report', title: 'Report', url: 'https://marfield.example/q.pdf?a=1&b=2' }],
  },
  {
    kind: 'briefing',
    publisher: 'Marfield Partnership',
    title: 'Short paper',
    publishedOn: '2023',
    themes: ['Other'],
  },
  ...Array.from({ length: MANY }, (_, at) => ({
    kind: 'resource',
    type: 'form',
    title: `Form ${at}`,
    themes: ['Other'],
  })),
];

interface OaiRecord {
  identifier: string;
  datestamp: string;
  isDeleted: boolean;
  sets: string[];
  dc: Record<string, string[]> | null;
}
interface Answered {
  responseDate: string;
  error: string | null;
  records: OaiRecord[];
  token: string | undefined;
  body: Record<string, unknown>;
}

const parser = new XMLParser({
  ...{ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false },
  isArray: (name) => ['record', 'header', 'setSpec', 'set', 'metadataFormat'].includes(name),
});

describe('the library as a harvester of OAI-PMH sees it', () => {
  let library: TestLibrary;

  async function ask(question: Record<string, string> | string, method = 'GET'): Promise<Answered> {
    const text = typeof question === 'string' ? question : new URLSearchParams(question).toString();
    const answer = await (method === 'GET'
      ? fetch(`${library.url}/oai?${text}`)
      : fetch(`${library.url}/oai`, { method, body: new URLSearchParams(text) }));
    expect({ text, status: answer.status }).toEqual({ text, status: 200 });
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    return readAnswer(await answer.text());
  }
  /** All of a list, token by token. */
  async function harvest(verb: string, question: Record<string, string> = {}): Promise<OaiRecord[]> {
    let answered = await ask({ verb, metadataPrefix: 'oai_dc', ...question });
    const { records } = answered;
    while (answered.token) {
      answered = await ask({ verb, resumptionToken: answered.token });
      records.push(...answered.records);
    }
    return records;
  }
  const idOf = (record: OaiRecord): string => record.identifier.split('/')[1]!;

  beforeAll(async () => {
    library = await startLibrary('empty', null, { PUBLIC_URL: ORIGIN });
    await library.add(BUNDLE);
    await new Records(library.source).aResource({ title: 'Draft', state: 'draft' });
  });
  afterAll(async () => await library.close());

  it('is all there, once, in several answers', async () => {
    const rows = await library.owner.query<{ id: string }[]>(
      `select id from public_review union all select id from public_briefing union all select id from public_resource`,
    );
    expect(rows).toHaveLength(MANY + 2);
    for (const verb of ['ListRecords', 'ListIdentifiers']) {
      const records = await harvest(verb);
      expect(records.map(idOf).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
      expect(records.filter(({ isDeleted }) => isDeleted)).toEqual([]);
    }
  });

  it('says of a record what is known, and no date finer than that', async () => {
    const [review] = await harvest('ListRecords', { set: 'kind:review' });
    expect(review!.dc).toEqual({
      title: [ODD],
      creator: ['Marfield Partnership'],
      subject: ['Near harm'],
      description: ['What happened.'],
      publisher: ['Marfield Partnership'],
      date: ['2024-05'],
      type: ['Local child safeguarding practice review'],
      identifier: [`${ORIGIN}/reviews/marfield-child-q-2024`],
      relation: ['https://marfield.example/q.pdf?a=1&b=2'],
      language: ['en-GB'],
      rights: ['Copyright of the report stays with its publisher, Marfield Partnership.'],
    });
    expect(review!.sets).toEqual([
      'kind:review',
      'theme:harm',
      'theme:near-harm',
      'publisher:marfield-partnership',
    ]);
    const one = await ask({ verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: review!.identifier });
    expect(one.records).toEqual([review]);
    const [briefing] = await harvest('ListRecords', { set: 'kind:briefing' });
    expect(briefing!.dc).toMatchObject({ date: ['2023'] });
  });

  it('has the sets that it names', async () => {
    const { body } = await ask({ verb: 'ListSets' });
    const sets = (body.ListSets as { set: { setSpec: string[] }[] }).set.map(({ setSpec }) => setSpec[0]);
    expect(sets).toEqual([
      ...['kind:review', 'kind:briefing', 'kind:resource', 'theme:harm', 'theme:near-harm', 'theme:other'],
      'publisher:marfield-partnership',
    ]);
    const sizes = await Promise.all(
      sets.map(async (set) => (await harvest('ListIdentifiers', { set: set! })).length),
    );
    expect(sizes).toEqual([1, 1, MANY, 1, 1, MANY + 1, 2]);
  });

  it('says what it is', async () => {
    const { body } = await ask({ verb: 'Identify' });
    expect(body.Identify).toMatchObject({
      ...{ baseURL: `${ORIGIN}/oai`, protocolVersion: '2.0', deletedRecord: 'persistent' },
      ...{ granularity: 'YYYY-MM-DDThh:mm:ssZ', adminEmail: 'postmaster@library.example' },
      earliestDatestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const formats = (await ask({ verb: 'ListMetadataFormats' })).body.ListMetadataFormats;
    expect(formats).toMatchObject({ metadataFormat: [{ metadataPrefix: 'oai_dc' }] });
  });

  it('answers a form as it answers an address', async () => {
    const question = { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', set: 'kind:review' };
    expect((await ask(question, 'POST')).records).toEqual((await ask(question)).records);
    expect((await ask({ verb: 'Nothing' }, 'POST')).error).toBe('badVerb');
    const { status } = await fetch(`${library.url}/oai`, { method: 'POST', body: 'x'.repeat(20_000) });
    expect(status).toBe(415);
    const long = await fetch(`${library.url}/oai`, {
      method: 'POST',
      body: new URLSearchParams({ verb: 'x'.repeat(20_000) }),
    });
    expect(long.status).toBe(413);
  });

  const LIST = 'verb=ListRecords&metadataPrefix=oai_dc';
  it.each([
    ['', 'badVerb'],
    ['verb=ListRecords&verb=Identify', 'badVerb'],
    ['verb=constructor', 'badVerb'],
    ['verb=%00%FF', 'badVerb'],
    ['verb=Identify&set=kind:review', 'badArgument'],
    ['verb=Identify&%3Cscript%3E=1', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    [`${LIST}&metadataPrefix=oai_dc`, 'badArgument'],
    [`${LIST}&from=2024-02-30`, 'badArgument'],
    [`${LIST}&from=0000-01-01`, 'badArgument'],
    [`${LIST}&from=2024-01-01T00:00:00`, 'badArgument'],
    [`${LIST}&from=2024-01-01T25:00:00Z`, 'badArgument'],
    [`${LIST}&from=2024-01-01&until=2024-01-01T00:00:00Z`, 'badArgument'],
    [`${LIST}&from=2024-01-02&until=2024-01-01`, 'badArgument'],
    [`${LIST}&set=`, 'badArgument'],
    [`${LIST}&set=a%20b`, 'badArgument'],
    [`${LIST}&set=kind:nothing`, 'noRecordsMatch'],
    [`${LIST}&set=theme:nothing`, 'noRecordsMatch'],
    [`${LIST}&until=2001-01-01`, 'noRecordsMatch'],
    [`${LIST}&from=9999-12-31`, 'noRecordsMatch'],
    [`${LIST}&from=9999-12-31&until=9999-12-31`, 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=marc&identifier=oai:library.example:review/x', 'cannotDisseminateFormat'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example:review/x', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=a%20b', 'badArgument'],
    [
      'verb=ListMetadataFormats&identifier=oai:library.example:theme/00000000-0000-0000-0000-000000000000',
      'idDoesNotExist',
    ],
    [`${LIST}&resumptionToken=x`, 'badArgument'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    [`verb=ListRecords&resumptionToken=${'x'.repeat(500)}`, 'badResumptionToken'],
  ])('answers “%s” with %s', async (question, code) => {
    expect((await ask(question)).error).toBe(code);
  });

  it('knows a token only for what it was given for', async () => {
    const { token } = await ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc' });
    expect((await ask({ verb: 'ListIdentifiers', resumptionToken: token! })).error).toBe(
      'badResumptionToken',
    );
    expect((await ask({ verb: 'ListRecords', resumptionToken: `${token}A` })).error).toBe(
      'badResumptionToken',
    );
  });

  it('takes no token that somebody made up for a fault of its own', async () => {
    for (const question of [
      LIST,
      `${LIST}&set=kind:resource&from=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z`,
    ]) {
      const { token } = await ask(question);
      for (const resumptionToken of forgeriesOf(token!)) {
        const { error } = await ask({ verb: 'ListRecords', resumptionToken });
        expect([resumptionToken, [null, 'badResumptionToken'].includes(error)]).toEqual([
          resumptionToken,
          true,
        ]);
      }
    }
  });

  it('tells whoever follows a theme or a publisher that a record has left it, and others that it has changed', async () => {
    const sets = ['theme:harm', 'theme:near-harm', 'publisher:marfield-partnership'];
    const [review] = await harvest('ListRecords', { set: 'kind:review' });
    const before = await ask({ verb: 'Identify' });
    await wait(before.responseDate);
    const from = (await ask({ verb: 'Identify' })).responseDate;
    await library.source.query(
      `update learning_point set theme_id = (select id from theme where slug = 'other')
       where theme_id = (select id from theme where slug = 'near-harm')`,
    );
    const other = await new Records(library.source).aPartnership({ name: 'Other Partnership' });
    await library.source.query('update review set publisher_id = $1', [other.id]);
    for (const set of sets)
      for (const verb of ['ListRecords', 'ListIdentifiers'])
        for (const since of [{}, { from }] as Record<string, string>[]) {
          const told = (await harvest(verb, { set, ...since })).find(
            (one) => one.identifier === review!.identifier,
          );
          expect(told).toMatchObject({ isDeleted: true, dc: null, sets: ['kind:review'] });
        }
    for (const set of ['kind:review', 'theme:other', 'publisher:other-partnership'])
      expect(await harvest('ListRecords', { set, from })).toMatchObject([
        {
          ...{ identifier: review!.identifier, isDeleted: false },
          sets: ['kind:review', 'theme:other', 'publisher:other-partnership'],
        },
      ]);
    // Where it comes back, it is told as it is.
    await library.source.query(
      `update learning_point set theme_id = (select id from theme where slug = 'near-harm')`,
    );
    await library.source.query(
      `update review set publisher_id = (select id from partnership where slug = 'marfield-partnership')`,
    );
    for (const set of sets)
      expect(await harvest('ListRecords', { set, from })).toMatchObject([{ isDeleted: false }]);
  });

  it('tells who comes again of what has changed and gone since, and of nothing else', async () => {
    const before = await ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'kind:review' });
    const [review] = before.records;
    await wait(before.responseDate);
    const first = await ask({ verb: 'Identify' });
    await library.add([{ ...BUNDLE.at(4)!, publishedOn: '2023-11' }]);
    await withdraw(
      library.source,
      WITHDRAWABLE_NOUNS,
      '/reviews/marfield-child-q-2024',
      'identifies-someone',
    );
    const changed = await harvest('ListRecords', { from: first.responseDate });
    expect(changed.map(({ isDeleted, dc, sets }) => ({ isDeleted, date: dc?.date, sets }))).toEqual([
      {
        ...{ isDeleted: false, date: ['2023-11'] },
        sets: ['kind:briefing', 'theme:other', 'publisher:marfield-partnership'],
      },
      { isDeleted: true, date: undefined, sets: ['kind:review'] },
    ]);
    expect(changed[1]!.identifier).toBe(review!.identifier);
    // Whoever follows a theme, or one record, is told as well.
    expect(await harvest('ListIdentifiers', { set: 'theme:harm' })).toMatchObject([{ isDeleted: true }]);
    const one = await ask({ verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: review!.identifier });
    expect(one.records).toMatchObject([{ isDeleted: true, dc: null }]);
    const until = new Date(Date.parse(first.responseDate) - 1000).toISOString().replace('.000', '');
    expect(await harvest('ListRecords', { until })).toHaveLength(MANY);
  });

  it('tells of what comes into a set, or out of it, when its theme is moved under another one', async () => {
    const names = async (set: string, from: string): Promise<(string | undefined)[]> => {
      const answered = await ask({ verb: 'ListRecords', metadataPrefix: 'oai_dc', set, from });
      return answered.records.map(({ dc }) => dc?.title![0]);
    };
    /** @returns from when on to ask for what has changed by it */
    const move = async (broader: string | null): Promise<string> => {
      await wait((await ask({ verb: 'Identify' })).responseDate);
      const from = (await ask({ verb: 'Identify' })).responseDate;
      await library.source.query(
        `update theme set broader_id = (select id from theme where slug = $1) where slug = 'deep'`,
        [broader],
      );
      return from;
    };
    await library.add([
      { kind: 'theme', label: 'Deep' },
      { kind: 'theme', label: 'Deeper', broader: 'Deep' },
      { kind: 'resource', type: 'form', title: 'Deep form', themes: ['Deeper'] },
    ]);
    const from = await move('near-harm');
    for (const set of ['theme:near-harm', 'theme:harm', 'theme:deep', 'theme:deeper'])
      expect(await names(set, from)).toContain('Deep form');
    const [moved] = (await harvest('ListRecords', { set: 'theme:deeper', from })) as [OaiRecord];
    expect(moved.sets).toEqual([
      ...['kind:resource', 'theme:deep', 'theme:deeper', 'theme:harm', 'theme:near-harm'],
    ]);
    const one = await ask({ verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier: moved.identifier });
    expect(one.records).toEqual([moved]);
    // What says of it to which sets it belongs has changed when it leaves them.
    const away = await move(null);
    const [left, ...others] = await harvest('ListRecords', { set: 'kind:resource', from: away });
    expect(others).toEqual([]);
    expect(left).toMatchObject({
      ...{ identifier: moved.identifier, sets: ['kind:resource', 'theme:deep', 'theme:deeper'] },
    });
    expect(left!.datestamp > moved.datestamp).toBe(true);
    const { records } = await ask({
      verb: 'ListRecords',
      metadataPrefix: 'oai_dc',
      set: 'theme:harm',
      from: away,
    });
    expect(records).toMatchObject([{ identifier: moved.identifier, isDeleted: true, dc: null }]);
  });
});

/** Until the second in which something was answered is over: dates are to the second. */
async function wait(after: string): Promise<void> {
  while (Date.now() < Date.parse(after) + 2100) await new Promise((done) => setTimeout(done, 100));
}

function readAnswer(text: string): Answered {
  expect(XMLValidator.validate(text)).toBe(true);
  const root = (parser.parse(text) as { 'OAI-PMH': Record<string, unknown> })['OAI-PMH'];
  expect(root['@_xmlns']).toBe('http://www.openarchives.org/OAI/2.0/');
  const { responseDate, request, error, ...rest } = root as Record<string, unknown> & {
    responseDate: string;
  };
  expect(responseDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const baseUrl = typeof request === 'string' ? request : (request as { '#text': string })['#text'];
  expect(baseUrl).toBe(`${ORIGIN}/oai`);
  const code = error === undefined ? null : (error as { '@_code': string })['@_code'];
  if (code === 'badVerb' || code === 'badArgument') expect(typeof request).toBe('string');
  const lists = Object.entries(rest)
    .filter(([name]) => /^[A-Z]/.test(name))
    .map(([, value]) => value as RawList);
  // One verb or one error, never both.
  expect(lists.length + (code ? 1 : 0)).toBe(1);
  const [list = {}] = lists;
  const token = list.resumptionToken;
  return {
    responseDate,
    error: code,
    records: (list.record ?? list.header ?? []).map(readRecord),
    token: typeof token === 'object' ? token['#text'] : token,
    body: rest,
  };
}

interface RawHeader {
  identifier: string;
  datestamp: string;
  setSpec?: string[];
  '@_status'?: string;
}
interface RawRecord {
  header?: RawHeader[];
  metadata?: { 'oai_dc:dc': Record<string, string | string[]> };
}
interface RawList {
  record?: RawRecord[];
  header?: RawHeader[];
  resumptionToken?: string | { '#text'?: string };
}

function readRecord(raw: RawRecord | RawHeader): OaiRecord {
  const header = 'identifier' in raw ? raw : raw.header![0]!;
  const metadata = 'metadata' in raw ? raw.metadata : undefined;
  const isDeleted = header['@_status'] === 'deleted';
  if (!('identifier' in raw)) expect(metadata === undefined).toBe(isDeleted);
  expect(header.identifier).toMatch(/^oai:library\.example:(review|briefing|resource)\/[\da-f-]{36}$/);
  expect(header.datestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const dc = metadata
    ? Object.fromEntries(
        Object.entries(metadata['oai_dc:dc'])
          .filter(([name]) => !name.startsWith('@_'))
          .map(([name, value]) => [name.replace('dc:', ''), [value].flat()]),
      )
    : null;
  return {
    identifier: header.identifier,
    datestamp: header.datestamp,
    isDeleted,
    sets: header.setSpec ?? [],
    dc,
  };
}
