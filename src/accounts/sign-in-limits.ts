import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource, LessThan } from 'typeorm';
import { LibraryError } from '../platform/http/errors/library-error.js';
import { networkOf } from '../platform/http/network.js';
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
const LINK_WINDOW_SECONDS = 60 * 60;
const LINKS_TO_AN_ACCOUNT = 5;
const LINKS_FROM_AN_ADDRESS = 30;

/**
 * How often somebody may fail to sign in, or ask for a link to do it: for each e-mail address, whether there is such an account or not, and from each
 * network address. Counted in PostgreSQL, for all instances, and outside the change's transaction: what is rolled back has
 * failed all the same.
 */
@Injectable()
export class SignInLimits {
  private readonly ofAccount: RateLimiterPostgres;
  private readonly fromAddress: RateLimiterPostgres;
  private readonly ofCodes: RateLimiterPostgres;
  private readonly linksTo: RateLimiterPostgres;
  private readonly linksFrom: RateLimiterPostgres;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly secrets: LibrarySecrets,
  ) {
    this.ofAccount = rateLimiter(source, 'account', FAILURES_OF_AN_ACCOUNT, WINDOW_SECONDS);
    this.fromAddress = rateLimiter(source, 'address', FAILURES_FROM_AN_ADDRESS, WINDOW_SECONDS);
    this.ofCodes = rateLimiter(source, 'code', WRONG_CODES_OF_AN_ACCOUNT, CODES_WINDOW_SECONDS);
    this.linksTo = rateLimiter(source, 'link-to', LINKS_TO_AN_ACCOUNT, LINK_WINDOW_SECONDS);
    this.linksFrom = rateLimiter(source, 'link-from', LINKS_FROM_AN_ADDRESS, LINK_WINDOW_SECONDS);
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

  /** Counts that a link is asked for, whether there is such an account or not. @throws LibraryError as `attempt` */
  async askForLink(email: string, address: string): Promise<void> {
    await this.consume(this.linksFrom, this.keyOf(networkOf(address)), LINKS_ASKED);
    await this.consume(this.linksTo, this.keyOf(email), LINKS_ASKED);
  }

  async forgetExpired(): Promise<void> {
    await this.source.getRepository(RateLimit).delete({ expire: LessThan(String(Date.now())) });
  }

  /** @returns how many there were, with this one */
  private async consume(limiter: RateLimiterPostgres, key: string, what = SIGN_INS_TRIED): Promise<number> {
    try {
      return (await limiter.consume(key)).consumedPoints;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw new LibraryError('too-many-requests', sayWait(what, retryAfter), [], { retryAfter });
    }
  }

  /** With a key: the few addresses that there are could be tried out one by one. */
  private keyOf(text: string): string {
    return createHmac('sha256', this.secrets.keyFor('limits')).update(text).digest('base64url');
  }
}

const SIGN_INS_TRIED = 'There have been too many tries to sign in.';
const LINKS_ASKED = 'A link has been asked for too many times.';

function sayWait(what: string, seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const time =
    minutes > 90 ? `${Math.ceil(minutes / 60)} hours` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return `${what} Wait ${time} and try again.`;
}
