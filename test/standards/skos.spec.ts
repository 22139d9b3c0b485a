import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Store } from 'oxigraph';
import request from 'supertest';
import type { Theme } from '../../src/themes/theme.entity.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { Records } from '../support/records.js';

const ORIGIN = 'https://library.example';
const PREFIXES = `prefix skos: <http://www.w3.org/2004/02/skos/core#> prefix dcterms: <http://purl.org/dc/terms/>
  prefix owl: <http://www.w3.org/2002/07/owl#> `;
/** What would end a literal or an address in Turtle, and a script in a page. */
const ODD = String.raw`Back\slash "quoted" """ ''' <b>` + '\nsecond line, é 👪 </script>';

describe('the thesaurus in SKOS', () => {
  let library: TestLibrary;
  let odd: Theme;

  const get = (path: string, accept?: string): request.Test =>
    accept === undefined
      ? request(library.url).get(path)
      : request(library.url).get(path).set('accept', accept);
  const inTurtle = async (path: string): Promise<Store> =>
    read((await get(path).expect(200).expect('content-type', 'text/turtle; charset=utf-8')).text, 'ttl');
  const inJson = async (path: string): Promise<Store> => {
    const answer = await fetch(library.url + path);
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    return read(await answer.text(), 'jsonld');
  };

  beforeAll(async () => {
    library = await startLibrary('fixtures', null, { PUBLIC_URL: ORIGIN });
    const records = new Records(library.source);
    const broader = await records.aTheme('Odd things');
    odd = await records.aTheme('Odd', {
      definition: ODD,
      broader,
      names: { alternative: ['Strange "things"'], abbreviation: ['OT'], hidden: ['zebrafinch'] },
    });
    await records.aTheme('Older', { replacedBy: odd, broader, names: { hidden: ['wombat'] } });
    await records.aTheme('Only proposed', { status: 'proposed' });
  });
  afterAll(async () => await library.close());

  it('says the same in both formats, as a reader of its own finds', async () => {
    const [turtle, json] = [await inTurtle('/themes.ttl'), await inJson('/themes.jsonld')];
    expect(statements(json)).toEqual(statements(turtle));
    expect(turtle.size).toBeGreaterThan(500);
    const one = [await inTurtle('/themes/odd.ttl'), await inJson('/themes/odd.jsonld')].map(statements);
    expect(one[0]).toEqual(one[1]);
    expect(statements(turtle)).toEqual(expect.arrayContaining(one[0]!));
  });

  it('has every accepted theme, and no name that is not for display', async () => {
    const store = await inTurtle('/themes.ttl');
    const [{ accepted }] = await library.owner.query<[{ accepted: number }]>(
      `select count(*)::int as accepted from theme where status = 'accepted'`,
    );
    expect(ask(store, 'select ?c where { ?c a skos:Concept }')).toHaveLength(accepted);
    const hidden = await library.owner.query<{ text: string }[]>(
      `select text from theme_label where kind = 'hidden'`,
    );
    expect(hidden.length).toBeGreaterThan(1);
    const names = ask(store, 'select ?n where { ?c skos:prefLabel|skos:altLabel ?n }').flat();
    for (const { text } of hidden) expect(names).not.toContain(text);
    expect(names).toEqual(expect.arrayContaining(['Strange "things"', 'OT']));
    expect(ask(store, 'select ?d where { ?c skos:hiddenLabel ?d }')).toEqual([]);
    expect(names).not.toContain('Only proposed');
    await get('/themes/only-proposed.ttl').expect(404);
  });

  it('keeps the rules of SKOS', async () => {
    const store = await inTurtle('/themes.ttl');
    const none = (pattern: string): void =>
      expect({ pattern, found: ask(store, `select * where { ${pattern} } limit 3`) }).toEqual({
        pattern,
        found: [],
      });
    none('?a skos:broader ?b filter not exists { ?b skos:narrower ?a }');
    none('?a skos:narrower ?b filter not exists { ?b skos:broader ?a }');
    none('?a skos:related ?b filter not exists { ?b skos:related ?a }');
    none('?a skos:broader+ ?a');
    none('?a skos:related ?b . ?a skos:broader+ ?b');
    none('?a skos:prefLabel ?one, ?two filter (?one != ?two)');
    none('?a skos:prefLabel ?name ; skos:altLabel ?name');
    none('?a a skos:Concept filter not exists { ?a skos:prefLabel ?n filter (lang(?n) = "en") }');
    none('?a a skos:Concept filter not exists { ?a skos:inScheme ?s . ?s a skos:ConceptScheme }');
    none('?a skos:topConceptOf ?s filter not exists { ?s skos:hasTopConcept ?a }');
    none('?s skos:hasTopConcept ?a filter not exists { ?a skos:topConceptOf ?s }');
    none('?a skos:topConceptOf ?s ; skos:broader ?b');
    none('?a skos:broader|skos:related|dcterms:isReplacedBy ?b filter not exists { ?b a skos:Concept }');
    expect(ask(store, 'select ?a where { ?a skos:broader ?b }').length).toBeGreaterThan(50);
    const modified = ask(store, 'select ?m where { ?a a skos:Concept ; dcterms:modified ?m }').flat();
    expect(modified.every((each) => !Number.isNaN(Date.parse(each)))).toBe(true);
    expect(modified.length).toBeGreaterThan(50);
  });

  it('names concepts by the addresses of their pages, and what replaced them', async () => {
    const store = await inTurtle('/themes/odd.ttl');
    expect(
      ask(store, 'select ?c ?d ?b { ?c a skos:Concept ; skos:definition ?d ; skos:broader ?b }'),
    ).toEqual([[`${ORIGIN}/themes/odd`, ODD, `${ORIGIN}/themes/odd-things`]]);
    const older = await inJson('/themes/older.jsonld');
    expect(ask(older, 'select ?n { ?c dcterms:isReplacedBy ?n ; owl:deprecated true }')).toEqual([
      [`${ORIGIN}/themes/odd`],
    ]);
  });

  it.each([
    ['text/turtle', 'text/turtle'],
    ['application/ld+json', 'application/ld+json'],
    ['application/ld+json, text/turtle;q=0.9', 'application/ld+json'],
    ['text/html;q=0.5, text/turtle', 'text/turtle'],
    ['text/turtle;q=0.4, text/html', 'text/html'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
    ['*/*', 'text/html'],
    ['text/turtle;q=0, */*', 'text/html'],
    ['application/pdf', 'text/html'],
    ['text/turtle; charset=utf-8', 'text/turtle'],
    [
      'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted, ;q=0";q=0.9',
      'application/ld+json',
    ],
    ['text/turtle;level=1;q=0.3, text/html;q=0.4', 'text/html'],
  ])('to whoever accepts %s answers %s at the address of a theme, and of all', async (accept, type) => {
    for (const path of ['/themes/odd', '/themes']) {
      const answer = await get(path, accept).expect(200);
      expect(answer.headers['content-type']).toContain(type);
      expect(answer.headers.vary).toMatch(/\bAccept\b(?!-)/);
    }
  });

  it('answers 406 at an address of data to whoever takes none of it', async () => {
    await get('/themes/odd.ttl', 'text/html').expect(406);
    await get('/themes.jsonld', 'text/turtle').expect(406);
    await get('/themes.jsonld', 'text/html, */*;q=0.1').expect(200);
    await get('/themes.jsonld', 'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"').expect(
      200,
    );
    const { headers } = await get('/themes/odd.ttl');
    await get('/themes/odd.ttl', headers['content-type']).expect(200);
    await request(library.url).head('/themes/odd').set('accept', 'text/turtle').expect(200);
    await get('/themes/no-such.ttl').expect(404);
    await get('/themes/%00.ttl').expect(404);
  });

  it('has nothing of a theme once it is withdrawn', async () => {
    const before = await get('/themes.ttl');
    expect(before.text).toContain('/themes/odd>');
    const again = await get('/themes.ttl').set('if-none-match', before.headers.etag!);
    expect(again.status).toBe(304);
    await withdraw(library.source, WITHDRAWABLE_NOUNS, '/themes/odd', 'other');
    const { text } = await get('/themes.ttl').set('if-none-match', before.headers.etag!).expect(200);
    expect(text).not.toContain('/themes/odd>');
    await get('/themes/odd.ttl').expect(410);
    await get('/themes/odd', 'application/ld+json').expect(410);
  });
});

function read(text: string, format: string): Store {
  const store = new Store();
  store.load(text, { format, base_iri: 'https://elsewhere.example/' });
  return store;
}

const statements = (store: Store): string[] => store.match().map(String).toSorted();

function ask(store: Store, query: string): string[][] {
  const rows = store.query(PREFIXES + query) as Map<string, { value: string }>[];
  return rows.map((row) => [...row.values()].map(({ value }) => value));
}
