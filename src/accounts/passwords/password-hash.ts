import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/plain-words.js';
import { Turns } from './turns.js';

/** OWASP's smallest for argon2id: KiB of memory, passes over it, lanes; and the bytes of salt and hash. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** They share four threads with compression and files, which would stand still (ADR 24). */
const AT_ONCE = 2;

interface Cost {
  memory: number;
  passes: number;
  parallelism: number;
}

/** A password hash as it is kept: `$argon2id$v=19$m=…,t=…,p=…$salt$hash` (PHC string format). */
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Keeps passwords as argon2id hashes (RFC 9106), and compares with them. */
@Injectable()
export class PasswordHash {
  private readonly turns = new Turns(AT_ONCE);

  async make(password: string): Promise<string> {
    const salt = crypto.randomBytes(SALT_BYTES);
    return phcOf(salt, await this.turns.take(() => derive(password, salt, COST, TAG_BYTES)));
  }

  /** @param kept null where there is no account, or none with a password: takes as long, and fits nothing */
  async fits(password: string, kept: string | null): Promise<boolean> {
    const [, memory, passes, parallelism, salt, tag] = PHC.exec(kept ?? NOBODY)!;
    const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
    const wanted = Buffer.from(tag!, 'base64');
    const given = await this.turns.take(() =>
      derive(password, Buffer.from(salt!, 'base64'), cost, wanted.length),
    );
    return crypto.timingSafeEqual(given, wanted) && kept !== null;
  }

  /** Whether it was made with other numbers than today's, and should be made anew while the password is at hand. */
  isOutdated(kept: string): boolean {
    return !kept.startsWith(PREFIX);
  }
}

/** @throws Refusal where this Node has no argon2 */
export function requireArgon2(): void {
  if (typeof (crypto as { argon2?: unknown }).argon2 === 'function') return;
  throw new Refusal(
    `This Node (${process.version}) cannot keep passwords safely: it lacks argon2. Start with npm start, which uses the Node of ` +
      'the lock file, or use Node 24.7 or later.',
  );
}

async function derive(password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  // The same characters may be typed in several ways: as one code or as letter and accent.
  const message = Buffer.from(password.normalize('NFKC'));
  const argon2 = promisify(crypto.argon2);
  return Buffer.from(await argon2('argon2id', { ...cost, message, nonce: salt, tagLength }));
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
const PREFIX = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`;
const phcOf = (salt: Buffer, tag: Buffer): string => `${PREFIX}${base64(salt)}$${base64(tag)}`;
const NOBODY = phcOf(Buffer.alloc(SALT_BYTES), Buffer.alloc(TAG_BYTES));
