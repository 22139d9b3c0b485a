import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { enqueueSearchUpdate, type SearchSubject } from '../../src/platform/jobs/enqueue.js';
import type { PublicationState } from '../../src/publishing/publication.js';
import { withdraw } from '../../src/publishing/withdraw.js';
import { BriefingQueries } from '../../src/briefings/briefing.queries.js';
import { RecommendationQueries } from '../../src/recommendations/recommendation.queries.js';
import { ResourceQueries } from '../../src/resources/resource.queries.js';
import { ReviewQueries } from '../../src/reviews/review.queries.js';
import type { Review } from '../../src/reviews/review.entity.js';
import type { Theme } from '../../src/themes/theme.entity.js';
import { ThemeQueries } from '../../src/themes/theme.queries.js';
import { AgencyLinks } from '../../src/accounts/agency-links/agency-links.js';
import { hashOf, newToken } from '../../src/accounts/token.js';
import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import { WITHDRAWABLE_NOUNS } from '../../src/withdrawable.js';
import { londonDay } from '../../src/platform/dates/london-day.js';
import { ActionsService } from '../../src/tracking/actions.service.js';
import { addDays } from '../../src/tracking/day.js';
import type { Follower } from '../../src/tracking/follower.js';
import { ItemsService } from '../../src/tracking/items.service.js';
import { RoundsService } from '../../src/tracking/rounds/rounds.service.js';
import { PUBLIC_KINDS } from '../../src/publishing/changes/public-kinds.js';
import { startLibrary, testMeili, type TestLibrary } from '../support/app.js';
import { publicAddresses } from '../support/public-routes.js';
import { Records } from '../support/records.js';
import { signedIn } from '../support/visitor.js';

/** Two words that only unpublished records say, side by side: an answer that repeats one of them must not say the other. */
const LEAK = /quokka|numbat|2099/gi;
/** What is made by chance may say anything: tokens of forms and of links, numbers of requests. */
const BY_CHANCE =
  /name="_csrf" value="[^"]*"|\/(?:link|updates)\/[\w-]{43}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const SAID = 'quokka numbat';

/** What routes are asked for: as a visitor would, and with the words that must not be known, misspelt and cut short. */
const QUESTIONS = [
  ...['', '?limit=100', '?theme=shared&limit=100', '?status=proposed&limit=100', '?agency=police'],
  ...['?q=quoka+nunbat', '?q=quokkaa', '?q=quok', '?q=nu', '?q=shared', '?kind=review&explain=true'],
  ...['?q=quokka', '?q=numbat', '?verb=ListRecords&metadataPrefix=oai_dc', '?verb=ListSets'],
];

/** What is public, and what is open to whoever has its address. */
interface Open {
  review: Review;
  recommendation: string;
  learning: string;
  link: string;
  signInLink: string;
  calendar: string;
  updates: string;
}

/** How the parameters of routes are filled, by the noun before them: with records that are public. */
const PARAMETERS: Record<string, (open: Open) => string[]> = {
  'docs/:group': () => ['themes'],
  'themes/:slug': () => ['shared', 'below-draft'],
  'reviews/:slug': ({ review }) => [review.slug],
  'recommendations/:id': ({ recommendation }) => [recommendation],
  'learning/:id': ({ learning }) => [learning],
  'agencies/:slug': () => ['police'],
  'export/:file': () => PUBLIC_KINDS.flatMap((kind) => [`${kind}.jsonl`, `${kind}.csv`]),
  'recommendations/:review': ({ review, recommendation }) => [`${review.slug}/${recommendation.slice(0, 8)}`],
  'briefings/:slug': () => ['open-briefing'],
  'resources/:slug': () => ['open-resource'],
  'partnerships/:slug': () => ['open-partnership'],
  'embed/publishers/:slug': () => ['open-partnership'],
  'api/v1/embed/publishers/:slug': () => ['open-partnership'],
  oembed: () => [
    ...['/themes/shared', '/search?q=shared'].map(
      (page) => `/oembed?url=${encodeURIComponent(`https://library.example${page}`)}`,
    ),
  ],
  'problems/:code': () => ['gone'],
  'feeds/all.:format': () => ['rss', 'atom', 'json'],
  'feeds/search.:format': () => ['rss', 'atom', 'json'],
  'feeds/themes/:slug.:format': () => ['shared.rss', 'below-draft.atom', 'shared.json'],
  'publishers/:slug': () => ['open-partnership.rss', 'open-partnership.atom'],
  'kinds/:kind': () => ['review.rss', 'briefing.json', 'resource.atom', 'recommendation.atom'],
  'link/:token': ({ link }) => [link],
  'sign-in/link/:token': ({ signInLink }) => [signInLink],
  'calendar/:token': ({ calendar }) => [calendar],
  'updates/:token': ({ updates }) => [updates],
};

const CALENDAR = `insert into tracking_calendar (token_hash, partnership_id, agency_id) values ($1, $2, $3)`;

describe.each([
  ['with Meilisearch', (): ReturnType<typeof testMeili> => testMeili()],
  ['without Meilisearch', (): null => null],
])('what is not published, %s', (_, meili) => {
  let library: TestLibrary;
  let records: Records;
  let shared: Theme;
  let open: Open;
  /** Addresses of what is not published, and what each answers. */
  const own: [path: string, status: number][] = [];

  /** Everything that can be said of a record, marked, linked to what is published. */
  async function marked(state: PublicationState, name: string, status: number): Promise<string[]> {
    const said = `${SAID} ${name}`;
    const slug = `quokka-${name}`;
    const proposed = await records.aTheme(`${said} theme`, { slug, status: 'proposed', broader: shared });
    await library.source.query(`insert into theme_related values ($1, $2), ($2, $1)`, [
      shared.id,
      proposed.id,
    ]);
    await records.aTheme(`Below ${name}`, { broader: proposed });
    const visibleFrom = state === 'scheduled' ? new Date(Date.now() + 86_400_000) : null;
    const review = await records.aReview({
      ...{ label: said, slug, state, visibleFrom, type: 'susr', about: 'both', publishedOn: '2099-01-01' },
      ...{ summary: said, keywords: [said], reference: said, sources: [{ title: said }] },
      publisher: await records.aPartnership({ name: `${said} publisher`, slug: `quokka-publisher-${name}` }),
      learning: [
        { theme: shared, statement: said, phrase: said },
        { theme: proposed, statement: said },
      ],
    });
    await withText(review, said);
    const agency = await records.anAgency(`${said} agency`);
    const { id } = await records.aRecommendation(review, {
      ...{ text: said, themes: [shared, proposed], addressees: [agency] },
    });
    const paper = {
      title: said,
      slug,
      state,
      visibleFrom,
      themes: [shared, proposed],
      sources: [{ title: said }],
    };
    await records.aBriefing({
      ...paper,
      sections: [{ heading: said, body: said }],
      reviews: [review, open.review],
    });
    await records.aResource({ ...paper, description: said });
    const addresses = [
      `/reviews/${slug}`,
      `/briefings/${slug}`,
      `/resources/${slug}`,
      `/recommendations/${id}`,
    ];
    own.push(...addresses.map((path): [string, number] => [path, status]), [`/themes/${slug}`, status]);
    return addresses.slice(0, 3);
  }

  async function withText(review: Review, said: string, leftSourceAt: Date | null = null): Promise<void> {
    const { id } = await records.aDocument(review, {
      title: said,
      url: `https://${said.replace(' ', '-')}.example`,
      leftSourceAt,
    });
    await library.source.query(`insert into document_page (document_id, page, text) values ($1, 1, $2)`, [
      id,
      said,
    ]);
  }

  /** Parts of a published review that are not shown any more. */
  async function markedParts(): Promise<void> {
    const leftSourceAt = new Date();
    const proposed = await records.aTheme(`${SAID} left theme`, { slug: 'quokka-left', status: 'proposed' });
    const accepted = await records.aTheme(`${SAID} accepted`, { slug: 'quokka-accepted', definition: SAID });
    const [left, point] = [
      { theme: proposed, statement: `${SAID} left`, leftSourceAt },
      { theme: shared, statement: `${SAID} withdrawn` },
    ];
    const review = await records.aReview({
      ...{ label: 'Child Parts', publishedOn: '2024-03-01' },
      learning: [shared, left, point, { theme: accepted, statement: SAID }],
    });
    await withText(review, SAID, leftSourceAt);
    const addressees = [await records.anAgency(`${SAID} left agency`)];
    const gone = await records.aRecommendation(review, {
      text: SAID,
      themes: [proposed],
      addressees,
      leftSourceAt,
    });
    const taken = await records.aRecommendation(review, {
      text: SAID,
      themes: [shared, accepted],
      addressees,
    });
    await records.aPartnership({ name: `${SAID} partnership`, slug: 'quokka-board', type: 'adults-board' });
    await index();
    const addresses = [
      ...[`/recommendations/${taken.id}`, `/reviews/${review.slug}#shared-2`],
      ...['/themes/quokka-accepted', '/partnerships/quokka-board'],
    ];
    await takeAway(addresses);
    own.push(
      [`/recommendations/${taken.id}`, 410],
      ['/themes/quokka-accepted', 410],
      ['/partnerships/quokka-board', 410],
    );
    own.push([`/recommendations/${gone.id}`, 404], ['/themes/quokka-left', 404]);
  }

  /** The link of somebody who is asked about one action, beside which there is one of somebody else's. @returns its token */
  async function linkOfRound(partnership: { id: string; slug: string; name: string }): Promise<string> {
    const { app, source } = library;
    const who: Follower = {
      ...{ by: BY_THE_SYSTEM, role: 'audit-lead', partnership, agency: null, way: 'api' },
    };
    const followed = {
      source: { origin: 'audit' as const, title: 'Open audit' },
      text: 'Open',
      addressees: [],
    };
    const { subject: item } = await app.get(ItemsService).follow(who, followed);
    const actions = app.get(ActionsService);
    const owner = { name: 'Open owner', email: 'open@example.org' };
    const { subject: action } = await actions.add(who, item, { text: 'Do it.', owner });
    await actions.add(who, item, { text: SAID, owner: { name: SAID, email: 'quokka@example.org' } });
    const round = { name: 'Open round', actions: [action], by: addDays(londonDay(new Date()), 30) };
    const { subject, entry } = await app.get(RoundsService).open(who, round);
    const token = newToken();
    await source.query(
      `with asked as (insert into update_round_person (round_id, owner_id, asked_entry, messages)
         select $1, id, $2, '{}' from tracked_owner where name = 'Open owner' returning round_id, owner_id)
       insert into update_round_link (token_hash, round_id, owner_id) select $3, round_id, owner_id from asked`,
      [subject, entry, hashOf(token)],
    );
    return token;
  }

  const takeAway = async (addresses: string[]): Promise<void> => {
    for (const address of addresses) await withdraw(library.source, WITHDRAWABLE_NOUNS, address, 'other');
  };

  /** Has everything there is made findable, as far as it may be. */
  async function index(): Promise<void> {
    await library.source.transaction(async (manager) => {
      for (const kind of ['theme', 'review', 'briefing', 'resource'] satisfies SearchSubject[]) {
        const rows = await manager.query<{ id: string }[]>(`select id from ${kind}`);
        await enqueueSearchUpdate(
          manager,
          kind,
          rows.map(({ id }) => id),
        );
      }
    });
    await library.settled();
  }

  beforeAll(async () => {
    library = await startLibrary('empty', meili(), { PUBLIC_URL: 'https://library.example' });
    records = new Records(library.source);
    shared = await records.aTheme('Shared');
    const publisher = await records.aPartnership({ name: 'Open partnership' });
    const review = await records.aReview({
      label: 'Child Open',
      publisher,
      publishedOn: '2024-01-01',
      learning: [shared],
    });
    const police = await records.anAgency('Police');
    const { id } = await records.aRecommendation(review, { themes: [shared], addressees: [police] });
    const link = (await library.app.get(FirstAdministrator).newLink())!;
    const lead = await signedIn(library, {
      ...{ role: 'agency-lead', partnershipId: publisher.id, agencyId: police.id },
    });
    const made = await library.app.get(AgencyLinks).make(lead.accountId, BY_THE_SYSTEM);
    const calendar = newToken();
    await library.source.query(CALENDAR, [hashOf(calendar), publisher.id, police.id]);
    const updates = await linkOfRound(publisher);
    const [{ learning }] = await library.source.query<[{ learning: string }]>(
      'select id as learning from learning_point where review_id = $1',
      [review.id],
    );
    open = { review, recommendation: id, learning, link, signInLink: made!.token, calendar, updates };
    await records.aProgressReport(publisher.id, review.id);
    await records.aBriefing({ title: 'Open briefing', themes: [shared], reviews: [review] });
    await records.aResource({ title: 'Open resource', themes: [shared] });
    for (const state of ['draft', 'in-review', 'scheduled', 'withdrawn'] as const)
      await marked(state, state, 404);
    const taken = await marked('published', 'taken', 410);
    await index();
    await takeAway(taken);
    await markedParts();
    await library.settled();
  }, 120_000);
  afterAll(async () => await library.close());

  function addresses(): string[] {
    const filled = Object.entries(PARAMETERS).map(([name, fill]) => [name, fill(open)] as const);
    const all = publicAddresses(library, Object.fromEntries(filled));
    expect(all.length).toBeGreaterThan(20);
    return all;
  }

  /** What was public once is named by its address when it is told to be gone; nothing else is said of it. */
  function withoutTombstones(text: string): string {
    const { items = [] } = JSON.parse(text) as { items?: { event: string; slug: string; record: unknown }[] };
    const gone = items.filter(({ event }) => event === 'withdrawn');
    for (const { slug, record } of gone) {
      expect(record).toBeNull();
      expect(slug).not.toMatch(/quokka-(?:publisher-)?(?:draft|in-review|scheduled|withdrawn)/);
    }
    return JSON.stringify(items.filter((item) => !gone.includes(item)));
  }

  it('is nowhere in what any public route answers, whatever it is asked', async () => {
    for (const address of addresses()) {
      let answered = 0;
      const ask = async (question: string): Promise<void> => {
        const { text, status } = await request(library.url)
          .get(address + (address.includes('?') ? question.replace('?', '&') : question))
          .redirects(1)
          .set('accept', 'text/html,*/*');
        // What was asked for may be repeated.
        const asked = new URLSearchParams(question).get('q');
        const told = address === '/api/v1/changes' ? withoutTombstones(text) : text;
        const said = (asked ? told.replaceAll(asked, '') : told).replaceAll(BY_CHANCE, '');
        expect({ address, question, leaks: said.match(LEAK) }).toEqual({ address, question, leaks: null });
        expect([200, 400, 404, 503]).toContain(status);
        if (status === 200) answered += 1;
        // A description of the API names every type that there can be.
        if (status === 200 && /^\/api\/v1(?!.*\.json)/.test(address)) expect(text).not.toMatch(/susr|"both"/);
      };
      await Promise.all(QUESTIONS.map(ask));
      expect({ address, answered: answered > 0 }).toEqual({ address, answered: true });
    }
  }, 240_000);

  it('has no address of its own', async () => {
    for (const [path, status] of own) {
      const answer = await request(library.url).get(`/api/v1${path}`);
      expect({ path, status: answer.status }).toEqual({ path, status });
    }
    expect(own.length).toBeGreaterThan(25);
  });

  it('is found by no filter and no search', async () => {
    for (const path of [
      ...['/reviews?theme=quokka-draft', '/recommendations?theme=quokka-taken', '/reviews?theme=quokka-left'],
      ...['/reviews?theme=quokka-accepted', '/recommendations?theme=quokka-accepted', '/reviews?year=2099'],
      ...['/recommendations?agency=quokka-numbat-left-agency', '/search?q=quokka', '/search?q=numbat'],
      ...['/search?q=quokka+numbat', '/search?year=2099', '/search?type=susr'],
    ]) {
      const answer = await request(library.url).get(`/api/v1${path}`).expect(200);
      expect({ path, body: answer.body as object }).toMatchObject({ path, body: { total: 0, items: [] } });
    }
  });

  it('counts nowhere', async () => {
    const counts = { reviews: 2, learningPoints: 2, recommendations: 1, briefings: 1, resources: 1 };
    const theme = await request(library.url).get('/api/v1/themes/shared').expect(200);
    expect(theme.body).toMatchObject({ counts });
    const listed = (await request(library.url).get('/api/v1/themes?limit=100').expect(200)).body as {
      items: { slug: string }[];
    };
    expect(listed.items.find(({ slug }) => slug === 'shared')).toMatchObject({ counts });
    const themes = library.app.get(ThemeQueries);
    const everything = [
      await themes.tree(),
      await themes.proposed(),
      ...(await Promise.all(
        [ReviewQueries, RecommendationQueries, BriefingQueries, ResourceQueries].map(
          async (queries) => await library.app.get<ReviewQueries>(queries).choices({}),
        ),
      )),
    ];
    expect(JSON.stringify(everything)).not.toMatch(LEAK);
  });

  it('disappears from every answer, counts included, the moment it is withdrawn', async () => {
    const theme = await records.aTheme('Brief glory', { status: 'proposed' });
    await records.aReview({ label: 'Glory', learning: [theme], publishedOn: '2023-01-01' });
    const counted = async (): Promise<unknown[]> => {
      const { year } = await library.app.get(ReviewQueries).choices({});
      const listed = (await request(library.url).get('/api/v1/themes?status=proposed')).body as {
        total: number;
      };
      const reviews = (await request(library.url).get('/api/v1/reviews')).body as { total: number };
      return [
        (await request(library.url).get('/api/v1/themes/brief-glory')).status,
        listed.total,
        reviews.total,
        year.map(({ value }) => value),
      ];
    };
    expect(await counted()).toEqual([200, 1, 3, ['2024', '2023']]);
    await library.source.query(`update review set state = 'withdrawn' where label = 'Glory'`);
    expect(await counted()).toEqual([410, 0, 2, ['2024']]);
    await library.source.query(`update review set state = 'published' where label = 'Glory'`);
    expect(await counted()).toEqual([200, 1, 3, ['2024', '2023']]);
  });

  it('would be seen, were it published', async () => {
    await library.source.query(`update review set state = 'published' where slug = 'quokka-draft'`);
    const seen = [
      '/reviews?limit=100',
      '/api/v1/reviews?limit=100',
      '/api/v1/themes/shared/learning',
      '/themes/shared',
    ];
    for (const path of seen) expect((await request(library.url).get(path)).text).toMatch(LEAK);
  });
});
