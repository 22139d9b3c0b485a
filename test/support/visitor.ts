import { createHash, randomBytes } from 'node:crypto';
import { SecondFactors } from '../../src/accounts/second-factor/second-factors.service.js';
import { SessionService } from '../../src/accounts/session.service.js';
import { isStrong, type Role } from '../../src/platform/http/access/roles.js';
import type { TestLibrary } from './app.js';
import { codeOf } from './authenticator.js';

/** Somebody with a browser of their own: it keeps cookies, and fills in the forms of pages. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.ask(path, { headers });
  }

  /** Sends the form of a page, with its token. */
  async send(
    path: string,
    fields: Record<string, string> = {},
    { page = '/account', headers = {} }: { page?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const _csrf = tokenIn(await (await this.get(page)).text());
    return await this.post(path, { _csrf, ...fields }, headers);
  }

  /** Sends what it is told, and nothing more. */
  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return await this.ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Sends a form with a file. */
  async upload(path: string, form: FormData): Promise<Response> {
    return await this.ask(path, { method: 'POST', body: form });
  }

  async signIn(email: string, password: string, fields: Record<string, string> = {}): Promise<Response> {
    return await this.send('/sign-in', { email, password, ...fields }, { page: '/sign-in' });
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(cookie && { cookie }), ...(init.headers as object) };
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) this.cookies.set(name!, value);
      else this.cookies.delete(name!);
    }
    return response;
  }
}

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
