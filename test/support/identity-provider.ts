import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows, and what it says of them. */
export interface KnownPerson {
  amr?: string[];
  claims: Record<string, unknown>;
}

export interface TestProvider {
  issuer: string;
  /** By subject: who is there, and changes while it runs. */
  people: Record<string, KnownPerson>;
  /** Who sits at the keyboard: signs in without being asked; null stops it. */
  who: string | null;
  close(): Promise<void>;
}

export const CLIENT = { id: 'library', secret: 'only-for-tests-'.repeat(4) };

/** A real OpenID provider on a free port, which puts its claims into the ID token as Entra does. */
export async function startProvider(redirectUris: string[]): Promise<TestProvider> {
  // The port has to be known before the issuer.
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const at: TestProvider = {
    ...{ issuer, people: {}, who: null },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: redirectUris },
        ...{ response_types: ['code'], grant_types: ['authorization_code'] },
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'roles', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => {
      const person = at.people[sub];
      return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) };
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['only-for-tests'] },
    // Nobody is asked for consent: the council's administrator gave it for everybody.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const own = provider.callback();
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return await own(request, response);
    const { who } = at;
    const result = who
      ? { login: { accountId: who, amr: at.people[who]?.amr ?? ['pwd'], remember: false } }
      : { error: 'access_denied' };
    await provider.interactionFinished(request, response, result);
  };
  return at;
}
