import { createHash, randomBytes } from 'node:crypto';
import { FirstAdministrator } from '../../src/accounts/first-administrator.js';
import { SecondFactors } from '../../src/accounts/second-factor/second-factors.service.js';
import { SessionService } from '../../src/accounts/session.service.js';
import { isStrong, type Role } from '../../src/platform/http/access/roles.js';
import type { TestLibrary } from './app.js';
import { codeOf, offerIn } from './authenticator.js';

/** What a form is sent with: of boxes that are ticked, several values. */
type Fields = Record<string, string | string[]>;

/** Somebody with a browser of their own: it keeps each site's cookies, fills in the forms of pages, and goes where answers lead. */
export class Visitor {
  private readonly sites = new Map<string, Map<string, string>>();

  /** @param home the library, to which paths belong */
  constructor(private readonly home: string) {}

  /** What they keep of the library. */
  get cookies(): Map<string, string> {
    return this.cookiesOf(this.home);
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.ask(address, { headers });
  }

  /** Sends the form of a page, with its token. */
  async send(
    path: string,
    fields: Fields = {},
    { page = '/account', headers = {} }: { page?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const _csrf = tokenIn(await (await this.get(page)).text());
    return await this.post(path, { _csrf, ...fields }, headers);
  }

  /** Sends what it is told, and nothing more. */
  async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Response> {
    const all = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    return await this.ask(path, { method: 'POST', body: new URLSearchParams(all), headers });
  }

  /** Sends a form with a file. */
  async upload(path: string, form: FormData): Promise<Response> {
    return await this.ask(path, { method: 'POST', body: form });
  }

  async signIn(email: string, password: string, fields: Record<string, string> = {}): Promise<Response> {
    return await this.send('/sign-in', { email, password, ...fields }, { page: '/sign-in' });
  }

  /** Goes where an answer leads, also to other sites, until it leads nowhere. */
  async follow(answer: Response): Promise<Response> {
    let at = answer;
    for (let steps = 0; locationOf(at) !== null && steps < 12; steps += 1)
      at = await this.get(locationOf(at)!);
    return at;
  }

  /** Goes where an answer leads until it comes to this address, which is not asked for. */
  async followTo(beginning: string, answer: Response): Promise<string> {
    let at = answer;
    for (let steps = 0; locationOf(at) !== null && steps < 12; steps += 1) {
      if (locationOf(at)!.startsWith(beginning)) return locationOf(at)!;
      at = await this.get(locationOf(at)!);
    }
    throw new Error(`It did not lead to ${beginning} (${at.status})`);
  }

  /** Another browser, as far as that site is concerned. */
  forget(address: string): void {
    this.sites.delete(new URL(address).origin);
  }

  private cookiesOf(address: string): Map<string, string> {
    const { origin } = new URL(address);
    const cookies = this.sites.get(origin) ?? new Map<string, string>();
    this.sites.set(origin, cookies);
    return cookies;
  }

  private async ask(address: string, init: RequestInit): Promise<Response> {
    const { href } = new URL(address, this.home);
    const cookies = this.cookiesOf(href);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...(init.headers as object) };
    const response = await fetch(href, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  }
}

/** Where an answer leads; null where it leads nowhere. */
export function locationOf({ headers, url }: Response): string | null {
  const location = headers.get('location');
  return location === null ? null : new URL(location, url).href;
}

/** What a page says. Where long words may break is no matter of it. */
export const textOf = async (answer: Response | Promise<Response>): Promise<string> =>
  (await (await answer).text()).replaceAll('<wbr>', '');

export const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

export interface Person {
  accountId: string;
  holdingId: string;
  visitor: Visitor;
  /** What they prove more than a password with; null where their role asks for nothing. */
  factor: { secret: string; codes: string[] } | null;
}

interface Someone {
  role: Role;
  partnershipId: string;
  agencyId?: string | null;
  /** Whether they have set up the second step that their role asks for. */
  isProved?: boolean;
}

/** A person who is signed in, in this role, without having had to say a password. */
export async function signedIn(
  { app, source, url }: Pick<TestLibrary, 'app' | 'source' | 'url'>,
  { role, partnershipId, agencyId = null, isProved = true }: Someone,
): Promise<Person> {
  const token = randomBytes(32).toString('base64url');
  const name = `Person ${token.slice(0, 6)}`;
  const insert = async (statement: string, values: unknown[]): Promise<string> =>
    (await source.query<{ id: string }[]>(`${statement} returning id`, values))[0]!.id;
  const accountId = await insert(`insert into account (name, email) values ($1, lower($2))`, [
    name,
    `${token.slice(0, 12)}@council.example`,
  ]);
  const holdingId = await insert(
    `insert into role_holding (account_id, role, partnership_id, agency_id, from_on) values ($1, $2, $3, $4, '2020-01-01')`,
    [accountId, role, role === 'platform-administrator' ? null : partnershipId, agencyId],
  );
  await insert(
    `insert into session (token_hash, account_id, holding_id, device) values ($1, $2, $3, 'A test')`,
    [createHash('sha256').update(token).digest(), accountId, holdingId],
  );
  const visitor = new Visitor(url);
  visitor.cookies.set('session', token);
  const factor = isProved && isStrong(role) ? await prove({ app }, visitor) : null;
  return { accountId, holdingId, visitor, factor };
}

/** Sets up a second step for whoever is signed in. */
async function prove(
  { app }: Pick<TestLibrary, 'app'>,
  { cookies }: Visitor,
): Promise<{ secret: string; codes: string[] }> {
  const factors = app.get(SecondFactors);
  const actor = (await app.get(SessionService).find(cookies.get('session')!))!;
  const { secret, sealed } = factors.offer(actor);
  const { codes, token } = await factors.confirm(actor, sealed, codeOf(secret));
  cookies.set('session', token);
  return { secret, codes };
}

/** Whoever opened the link of the first start, and set up a second step. */
export async function firstAdministrator({ app, url }: Pick<TestLibrary, 'app' | 'url'>): Promise<Visitor> {
  const visitor = new Visitor(url);
  const link = `/link/${(await app.get(FirstAdministrator).newLink())!}`;
  const made = { name: 'Ada Minster', email: 'ada@example.org', password: 'a long walk by the river' };
  await visitor.send(link, made, { page: link });
  const { secret, offer } = offerIn(await textOf(visitor.get('/account/second-step')));
  await visitor.send('/account/second-step', { offer, code: codeOf(secret) });
  return visitor;
}
