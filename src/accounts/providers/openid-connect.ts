import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import * as openid from 'openid-client';
import { LibraryError } from '../../platform/http/errors/library-error.js';

/** What is needed to speak with a provider. */
export interface Client {
  issuer: string;
  clientId: string;
  secret: string;
}

/** What only the answer to our own question can match. */
export interface Expected {
  state: string;
  nonce: string;
  verifier: string;
}

/** What a provider says of somebody, as far as we read it. */
export interface Claims {
  iss: string;
  sub: string;
  name: string | null;
  email: string | null;
  roles: string[];
  amr: string[];
}

/** Seconds for each request of a provider. */
const PATIENCE = 5;
const MOST_PROVIDERS = 50;
/** Keys of a provider may change: what it says of itself is asked for again after an hour. */
const KNOWN_FOR_MS = 3_600_000;
const MOST_ROLES = 200;

/** Signs people in by a provider: authorisation code with PKCE, state and nonce; ID tokens are checked by their signature. */
@Injectable()
export class OpenIdConnect {
  private readonly known = new LRUCache<string, Promise<openid.Configuration>>({
    ...{ max: MOST_PROVIDERS, ttl: KNOWN_FOR_MS },
  });

  /** @returns where to send the person, and what their return has to match @throws LibraryError unavailable */
  async ask(client: Client, back: string): Promise<{ address: string; expected: Expected }> {
    const expected = {
      ...{ state: openid.randomState(), nonce: openid.randomNonce() },
      verifier: openid.randomPKCECodeVerifier(),
    };
    const configuration = await this.configurationOf(client);
    const address = openid.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: back, scope: 'openid email profile', response_type: 'code' },
      ...{ state: expected.state, nonce: expected.nonce },
      code_challenge: await openid.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, expected };
  }

  /**
   * What the provider says of whom it has sent back.
   * @param back the address to which it sent them, as we know it, with the parameters that came
   * @throws LibraryError forbidden for whoever was not let in there and for what does not fit; unavailable
   */
  async answer(client: Client, back: URL, { state, nonce, verifier }: Expected): Promise<Claims> {
    const configuration = await this.configurationOf(client);
    try {
      const tokens = await openid.authorizationCodeGrant(configuration, back, {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
        idTokenExpected: true,
      });
      return claimsOf(tokens.claims()!);
    } catch (error) {
      throw asLibraryError(error);
    }
  }

  private async configurationOf(client: Client): Promise<openid.Configuration> {
    const key = JSON.stringify(client);
    const known = this.known.get(key) ?? discover(client);
    this.known.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.known.delete(key);
      throw asLibraryError(error);
    }
  }
}

/** A provider is asked over TLS; on this machine alone, for trying it out, without. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  if (username || search || hash) return false;
  return protocol === 'https:' || isLocal(text);
}

function isLocal(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function discover({ issuer, clientId, secret }: Client): Promise<openid.Configuration> {
  const insecure = isLocal(issuer) ? [openid.allowInsecureRequests] : [];
  // Without the first, the signature of an ID token is taken on trust.
  const execute = [openid.enableNonRepudiationChecks, ...insecure];
  return await openid.discovery(new URL(issuer), clientId, secret, undefined, { timeout: PATIENCE, execute });
}

function claimsOf(claims: openid.IDToken): Claims {
  const { iss, sub, name, email, preferred_username: username, roles, amr } = claims;
  return {
    ...{ iss, sub, name: text(name), email: text(email) ?? text(username) },
    ...{ roles: texts(roles), amr: texts(amr) },
  };
}

const text = (claim: unknown): string | null =>
  typeof claim === 'string' && claim.trim() !== '' && !/\p{Cc}/u.test(claim)
    ? claim.trim().slice(0, 200)
    : null;
/** Some providers say a single role as text. */
const texts = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).slice(0, MOST_ROLES).flatMap((one) => text(one) ?? []);

/** Said in our words: a provider's own may name people. */
function asLibraryError(error: unknown): LibraryError {
  if (error instanceof LibraryError) return error;
  if (error instanceof openid.AuthorizationResponseError) return refused(NOT_LET_IN);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const because = { because: code || 'no answer' };
  return /^OAUTH_/.test(code)
    ? new LibraryError('forbidden', UNFIT, [], because)
    : new LibraryError('unavailable', AWAY, [], because);
}

const refused = (message: string): LibraryError => new LibraryError('forbidden', message);

const NOT_LET_IN = 'Your organisation’s sign-in did not let you in, or you stopped it.';
const UNFIT =
  'What your organisation’s sign-in answered does not fit what was asked. Try again. If it happens again, tell your administrator.';
const AWAY = 'Your organisation’s sign-in does not answer just now. Try again in a few minutes.';
