import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Signature } from '../webhook.js';

/** A key that signs messages: `whsec_…` for v1, `whsk_…` for v1a, which has a public one, `whpk_…`. */
export interface MessageKey {
  key: string;
  publicKey: string | null;
}

const SECRET_BYTES = 32;
/** What stands before the 32 bytes of an ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function newMessageKey(signature: Signature): MessageKey {
  if (signature === 'v1')
    return { key: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`, publicKey: null };
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { d } = privateKey.export({ format: 'jwk' });
  const { x } = publicKey.export({ format: 'jwk' });
  return { key: `whsk_${plain(d!)}`, publicKey: `whpk_${plain(x!)}` };
}

/**
 * Signs a message as Standard Webhooks has it (https://www.standardwebhooks.com, “Signature scheme”).
 * @param keys one, or two while the first takes the place of the second
 * @returns what the header `webhook-signature` says
 */
export const signatureOf = (id: string, seconds: number, body: string, keys: readonly string[]): string =>
  keys.map((key) => signWith(key, Buffer.from(`${id}.${seconds}.${body}`, 'utf8'))).join(' ');

function signWith(key: string, content: Buffer): string {
  const [, prefix, bytes] = /^(whsec_|whsk_)(.+)$/.exec(key) as unknown as [string, string, string];
  const raw = Buffer.from(bytes, 'base64');
  if (prefix === 'whsec_') return `v1,${createHmac('sha256', raw).update(content).digest('base64')}`;
  const privateKey = createPrivateKey({
    ...{ key: Buffer.concat([PKCS8_HEAD, raw]), format: 'der', type: 'pkcs8' },
  });
  return `v1a,${sign(null, content, privateKey).toString('base64')}`;
}

const plain = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('base64');
