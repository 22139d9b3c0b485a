import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenIdConnect, type Claims } from '../../src/accounts/providers/openid-connect.js';
import { LibraryError } from '../../src/platform/http/errors/library-error.js';

const BACK = 'http://localhost:1/back';
const CLIENT = { clientId: 'library', secret: 'only-for-tests'.repeat(4) };
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

let server: Server;
let issuer: string;
/** The ID token that the provider gives next. */
let given = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, object> = {
      '/.well-known/openid-configuration': {
        ...{ issuer, authorization_endpoint: `${issuer}/ask`, token_endpoint: `${issuer}/token` },
        ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'] },
        ...{ subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      },
      '/keys': { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'x', token_type: 'bearer', id_token: given },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const now = (): number => Math.floor(Date.now() / 1000);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Forgery {
  claims?: object;
  alg?: string;
  key?: KeyObject;
}

function token(nonce: string, { claims = {}, alg = 'RS256', key = own.privateKey }: Forgery): string {
  const said = { iss: issuer, aud: CLIENT.clientId, sub: 'ann', nonce, iat: now(), exp: now() + 60 };
  const content = `${part({ alg, kid: 'k' })}.${part({ ...said, ...claims })}`;
  const signature =
    alg === 'none'
      ? ''
      : alg === 'HS256'
        ? createHmac('sha256', CLIENT.secret).update(content).digest('base64url')
        : sign('sha256', Buffer.from(content), key).toString('base64url');
  return `${content}.${signature}`;
}

/** What the library makes of a token: the answer of a provider to a question that was really asked. */
async function taken(forgery: Forgery): Promise<Claims> {
  const openid = new OpenIdConnect();
  const client = { issuer, ...CLIENT };
  const { expected } = await openid.ask(client, BACK);
  given = token(expected.nonce, forgery);
  return await openid.answer(client, new URL(`${BACK}?code=x&state=${expected.state}`), expected);
}

describe('an ID token', () => {
  it('is taken as the provider signed it', async () => {
    expect(await taken({ claims: { roles: ['One'] } })).toMatchObject({
      iss: issuer,
      sub: 'ann',
      roles: ['One'],
    });
  });

  it.each<[string, Forgery]>([
    ['that another key signed', { key: other.privateKey }],
    ['that nobody signed', { alg: 'none' }],
    ['that the client’s own secret signed', { alg: 'HS256' }],
    ['of another issuer', { claims: { iss: 'https://login.evil.example' } }],
    ['for another library', { claims: { aud: 'another' } }],
    ['that has expired', { claims: { iat: 1, exp: now() - 3600 } }],
    ['that answers another question', { claims: { nonce: 'of somebody else' } }],
  ])('%s is refused', async (_, forgery) => {
    const refusal = await taken(forgery).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LibraryError);
    expect((refusal as LibraryError).code).toBe('forbidden');
  });

  it('gives no roles but texts, and not without end', async () => {
    const roles = [
      { admin: true },
      7,
      '',
      ' Reader ',
      'a\nb',
      ...Array.from({ length: 500 }, (_, at) => `r${at}`),
    ];
    const { roles: read } = await taken({ claims: { roles } });
    expect(read).toContain('Reader');
    expect(read.every((role) => /^\w+$/.test(role))).toBe(true);
    expect(read.length).toBeLessThanOrEqual(200);
    expect((await taken({ claims: { roles: 'Single' } })).roles).toEqual(['Single']);
  });
});
