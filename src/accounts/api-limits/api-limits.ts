import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { rateLimiter } from '../rate-limiter.js';
import { callerOf, policiesFor, type Caller } from './api-policies.js';
import { MinuteCounts, type Counted } from './minute-counts.js';
import { MOST_WAITING, TurnsAtOnce } from './turns-at-once.js';

const WINDOW_SECONDS = 60;
/** A minute, for an address that says nothing of itself, where nobody has said how often. */
const USUAL = 60;
/** For whoever asks too much at once: one of their own answers may have gone by then. */
const SOON_SECONDS = 1;

/** How much one may ask of the API in a minute, and at once. A key's minute is counted in PostgreSQL, for all instances. */
@Injectable()
export class ApiLimits {
  private readonly policies: ReturnType<typeof policiesFor>;
  /** Whoever tries the library out on their own machine is not limited, unless it is said how often all may ask. */
  private readonly isOwnMachineFree: boolean;
  private readonly shared: RateLimiterPostgres;
  private readonly counts = new MinuteCounts();
  private readonly turns = new TurnsAtOnce();

  constructor(
    @InjectDataSource() source: DataSource,
    @Inject(CONFIG) { apiLimit }: Pick<Config, 'apiLimit'>,
  ) {
    this.policies = policiesFor(apiLimit ?? USUAL);
    this.isOwnMachineFree = apiLimit === undefined;
    // It lets all through that it is asked for: who is refused is decided in one place.
    this.shared = rateLimiter(source, 'key', Number.MAX_SAFE_INTEGER, WINDOW_SECONDS);
  }

  /**
   * Counts a request, says so in its answer, and takes a turn for it.
   * @throws LibraryError too-many-requests, with `retryAfter` in seconds
   */
  async pass(request: Request, response: Response): Promise<void> {
    const { policy, id } = callerOf(request, this.policies);
    const { name, perMinute, atOnce } = policy;
    if (perMinute === 0 || (this.isOwnMachineFree && isOwnMachine(id))) return;
    const { asked, milliseconds } = await this.count({ policy, id });
    const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
    response.setHeader('RateLimit-Policy', `"${name}";q=${perMinute};w=${WINDOW_SECONDS}`);
    response.setHeader('RateLimit', `"${name}";r=${Math.max(0, perMinute - asked)};t=${seconds}`);
    if (asked > perMinute)
      throw refusal(`You may ask ${perMinute} times a minute${this.sayMore(name)}.`, seconds);
    if (!(await this.turns.take(`${name} ${id}`, atOnce, response)))
      throw refusal(
        `You may have ${atOnce} answers at once, and ${MOST_WAITING} more waiting: wait for an answer before you ask again.`,
        SOON_SECONDS,
      );
  }

  /** How whoever has asked so often may ask more often. */
  private sayMore(name: string): string {
    const { address, named } = this.policies;
    if (name !== address.name) return '';
    return `, or ${named.perMinute} times with your email address in User-Agent or in the parameter mailto`;
  }

  private async count({ policy, id }: Caller): Promise<Counted> {
    if (!policy.isShared) return this.counts.count(`${policy.name} ${id}`);
    const counted = await this.shared.consume(id);
    return { asked: counted.consumedPoints, milliseconds: counted.msBeforeNext };
  }
}

/** @param id of a caller: of a network, where it is no key and no account */
const isOwnMachine = (id: string): boolean => /^127\.|^0:0:0:0::\/64$/.test(id);

const refusal = (detail: string, retryAfter: number): LibraryError =>
  new LibraryError('too-many-requests', detail, [], { retryAfter });
