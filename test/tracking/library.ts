import { BY_THE_SYSTEM } from '../../src/audit/audit-actor.js';
import { KeyService } from '../../src/accounts/keys/key.service.js';
import type { Role } from '../../src/platform/http/access/roles.js';
import type { Scope } from '../../src/platform/http/access/scopes.js';
import type { Problem } from '../../src/platform/http/errors/problem.model.js';
import type { SentFile } from '../../src/tracking/evidence.service.js';
import { startLibrary, type TestLibrary } from '../support/app.js';
import { type ChangedAction, type ChangedItem } from '../../src/tracking/api/changed.model.js';

/** What a change answers: an item or an action as it stands, or what is wrong. */
export type Changed = ChangedItem & ChangedAction & Problem;

/** An answer of the API. */
export interface Told<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

/** A program with a key, as tests need it. */
export interface Program {
  get<Body = Changed>(path: string): Promise<Told<Body>>;
  /** What is no text. */
  file(path: string): Promise<Told<Buffer>>;
  post<Body = Changed>(path: string, body?: object, headers?: Record<string, string>): Promise<Told<Body>>;
  put<Body = Changed>(path: string, body: object): Promise<Told<Body>>;
  /** Sends a file with the fields of a form. */
  upload<Body = Changed>(
    path: string,
    file: SentFile,
    fields?: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Told<Body>>;
  download(path: string): Promise<Response>;
}

/** A library that follows: its partnership, agencies and a recommendation, with programs in several roles. */
export interface FollowingLibrary {
  library: TestLibrary;
  partnership: { id: string; slug: string };
  lead: Program;
  program(role: Role, agency?: string, partnership?: string): Promise<Program>;
  /** Enters an agency. @returns its id */
  agency(name: string, otherNames?: string[]): Promise<string>;
  /** Public recommendations of the fixtures. */
  recommendations: string[];
}

const SCOPES: Scope[] = ['tracking:read', 'tracking:write', 'import'];

export async function startFollowing(settings: Record<string, string> = {}): Promise<FollowingLibrary> {
  const library = await startLibrary('fixtures', null, settings);
  await library.add(REVIEW);
  const [partnership] = await library.source.query<{ id: string; slug: string }[]>(
    `select id, slug from partnership where name = 'Fennmere Safeguarding Children Partnership'`,
  );
  const rows = await library.source.query<{ id: string }[]>(
    `select c.id from recommendation c join review r on r.id = c.review_id where r.label = 'Child R7' order by c.position`,
  );
  const program = async (
    role: Role,
    agencyId: string | null = null,
    partnershipId = partnership!.id,
  ): Promise<Program> => {
    const wish = { name: `${role} of tests`, scopes: SCOPES, role, partnershipId, agencyId, days: 30 };
    const { key } = await library.app.get(KeyService).make(wish, BY_THE_SYSTEM);
    return programOf(library.url, key);
  };
  const lead = await program('audit-lead');
  return {
    ...{ library, partnership: partnership!, lead, recommendations: rows.map(({ id }) => id) },
    program: (role, agency, of) => program(role, agency ?? null, of),
    agency: async (name, otherNames = []) => (await lead.post('/agencies', { name, otherNames })).body.id,
  };
}

function programOf(url: string, key: string): Program {
  const authorization = `Bearer ${key}`;
  const ask = async <Body>(path: string, init: RequestInit): Promise<Told<Body>> => {
    const answer = await fetch(`${url}/api/v1/tracking${path}`, init);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: (isJson ? JSON.parse(text) : text) as Body,
      headers: answer.headers,
    };
  };
  return {
    get: (path) => ask(path, { headers: { authorization } }),
    upload: (path, file, fields = {}, headers = {}) =>
      ask(path, { method: 'POST', body: formWith(file, fields), headers: { authorization, ...headers } }),
    download: async (path) => await fetch(`${url}/api/v1/tracking${path}`, { headers: { authorization } }),
    file: async (path) => {
      const answer = await fetch(`${url}/api/v1/tracking${path}`, { headers: { authorization } });
      return {
        ...{ status: answer.status, headers: answer.headers },
        body: Buffer.from(await answer.arrayBuffer()),
      };
    },
    post: (path, body = {}, headers = {}) =>
      ask(path, {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { authorization, 'content-type': 'application/json', ...headers },
      }),
    put: (path, body) =>
      ask(path, {
        ...{ method: 'PUT', body: JSON.stringify(body) },
        headers: { authorization, 'content-type': 'application/json' },
      }),
  };
}

/** A form with one file. */
export function formWith({ name, bytes }: SentFile, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([bytes]), name);
  return form;
}

/** Fictional: Fennmere does not exist. */
const REVIEW = [
  { kind: 'partnership', name: 'Fennmere Safeguarding Children Partnership', type: 'children-partnership' },
  { kind: 'partnership', name: 'Stowe Safeguarding Partnership', type: 'joint-partnership' },
  {
    ...{ kind: 'review', publisher: 'Fennmere Safeguarding Children Partnership', label: 'Child R7' },
    ...{ title: 'Child R7', type: 'lcspr', about: 'children', publishedOn: '2024-01' },
    recommendations: [
      {
        number: '1',
        text: 'Assessments say what a day is like for the child.',
        addressees: ['Fennmere Police', 'Fennmere Council'],
      },
      { number: '2', text: 'Referrals say who lives in the home.', addressees: ['Fennmere Council'] },
      { number: '3', text: 'Practitioners meet every adult who cares for a child.', addressees: [] },
    ],
  },
];
