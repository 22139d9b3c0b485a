import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource, LessThan } from 'typeorm';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { LibrarySecrets } from '../platform/secrets/library-secrets.js';
import { RateLimit } from './rate-limit.entity.js';
import { rateLimiter } from './rate-limiter.js';

const WINDOW_SECONDS = 15 * 60;
const FAILURES_OF_AN_ACCOUNT = 10;
/** A whole office may have one address. */
const FAILURES_FROM_AN_ADDRESS = 100;
/** Codes have six digits: whoever knows the password must not have a fresh try at them every quarter of an hour. */
const CODES_WINDOW_SECONDS = 24 * 60 * 60;
const WRONG_CODES_OF_AN_ACCOUNT = 30;

/** One try to sign in, which counts as failed until it is said to have succeeded. */
export interface SignInTry {
  /** How often the account has failed in this window, with this one. */
  failures: number;
  /** Whether the log should know of it if it fails: the first of a window, and the one that reaches its limit. */
  isNotable: boolean;
  succeeded(): Promise<void>;
  /** It did not fail, and more is still asked for: the failures before it stay. */
  goesOn(): Promise<void>;
}

/**
 * How often somebody may fail to sign in: for each e-mail address, whether there is such an account or not, and from each
 * network address. Counted in PostgreSQL, for all instances, and outside the change's transaction: what is rolled back has
 * failed all the same.
 */
@Injectable()
export class SignInLimits {
  private readonly ofAccount: RateLimiterPostgres;
  private readonly fromAddress: RateLimiterPostgres;
  private readonly ofCodes: RateLimiterPostgres;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly secrets: LibrarySecrets,
  ) {
    this.ofAccount = rateLimiter(source, 'account', FAILURES_OF_AN_ACCOUNT, WINDOW_SECONDS);
    this.fromAddress = rateLimiter(source, 'address', FAILURES_FROM_AN_ADDRESS, WINDOW_SECONDS);
    this.ofCodes = rateLimiter(source, 'code', WRONG_CODES_OF_AN_ACCOUNT, CODES_WINDOW_SECONDS);
  }

  /**
   * Counts a try as a failure until it has succeeded: of many at once none is let through because the others had not yet failed.
   * @throws LibraryError too-many-requests, with `retryAfter` in seconds
   */
  async attempt(email: string, address: string): Promise<SignInTry> {
    const account = this.keyOf(email);
    const from = this.keyOf(networkOf(address));
    await this.consume(this.fromAddress, from);
    const failures = await this.consume(this.ofAccount, account);
    return {
      ...{ failures, isNotable: failures === 1 || failures === FAILURES_OF_AN_ACCOUNT },
      succeeded: async () => {
        await this.ofAccount.delete(account);
        await this.fromAddress.reward(from, 1);
      },
      goesOn: async () => {
        await this.ofAccount.reward(account, 1);
        await this.fromAddress.reward(from, 1);
      },
    };
  }

  /** As `attempt`, for a code of whoever has shown the password, or is signed in. @throws LibraryError as `attempt` */
  async attemptCode(email: string, address: string): Promise<SignInTry> {
    const tried = await this.attempt(email, address);
    const account = this.keyOf(email);
    const codes = await this.consume(this.ofCodes, account);
    return {
      ...tried,
      isNotable:
        codes === 1 || codes === WRONG_CODES_OF_AN_ACCOUNT || tried.failures === FAILURES_OF_AN_ACCOUNT,
      succeeded: async () => {
        await this.ofCodes.delete(account);
        await tried.succeeded();
      },
    };
  }

  async forgetExpired(): Promise<void> {
    await this.source.getRepository(RateLimit).delete({ expire: LessThan(String(Date.now())) });
  }

  /** @returns how many there were, with this one */
  private async consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
    try {
      return (await limiter.consume(key)).consumedPoints;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new LibraryError('too-many-requests', sayWait(retryAfter), [], { retryAfter });
    }
  }

  /** With a key: the few addresses that there are could be tried out one by one. */
  private keyOf(text: string): string {
    return createHmac('sha256', this.secrets.keyFor('limits')).update(text).digest('base64url');
  }
}

function sayWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const time =
    minutes > 90 ? `${Math.ceil(minutes / 60)} hours` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return `There have been too many tries to sign in. Wait ${time} and try again.`;
}

/** Whoever has an address of IPv6 has at least 2^64 of them. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;
