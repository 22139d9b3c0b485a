import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterRes, type RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource, type EntityManager } from 'typeorm';
import { rateLimiter } from '../../accounts/rate-limiter.js';
import { hashOf } from '../../accounts/token.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { networkOf } from '../../platform/http/network.js';
import { LibrarySecrets } from '../../platform/secrets/library-secrets.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { Follower } from '../follower.js';
import type { Owner } from '../owner-directory.js';
import { actionsOfPerson, RoundQueries, type KeptRound } from './rounds.queries.js';
import type { RoundAction } from './round-actions.js';

/** Why a link does nothing any more: it was used, its round is closed, or nothing is asked of the person. */
export type LinkEnd = 'answered' | 'closed' | 'left';

/** A link to somebody's actions. */
export interface UpdateLink {
  state: 'good' | LinkEnd;
  partnership: Follower['partnership'];
  round: KeptRound;
  owner: Owner;
  /** Those that they own now and that are open. */
  actions: RoundAction[];
}

const WINDOW_SECONDS = 60 * 60;
/** A whole office may have one address. */
const UNKNOWN_FROM_AN_ADDRESS = 100;
const SENT_BY_A_LINK = 60;

/** Looks up links to people's actions. Looking does nothing, however often a mail scanner does it. */
@Injectable()
export class UpdateLinks {
  private readonly unknown: RateLimiterPostgres;
  private readonly sent: RateLimiterPostgres;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queries: RoundQueries,
    private readonly secrets: LibrarySecrets,
  ) {
    this.unknown = rateLimiter(source, 'update-link', UNKNOWN_FROM_AN_ADDRESS, WINDOW_SECONDS);
    this.sent = rateLimiter(source, 'update-sent', SENT_BY_A_LINK, WINDOW_SECONDS);
  }

  /**
   * @param asking the transaction in which it is asked, where there is one
   * @returns null for what never was a link
   */
  async look(token: string, asking: EntityManager | null = null): Promise<UpdateLink | null> {
    const hash = hashOf(token);
    return hash && (await this.find(BY_TOKEN, hash, asking));
  }

  /** As `look`, by the id of an e-mail that had the link. */
  async ofMessage(message: string): Promise<UpdateLink | null> {
    return await this.find(BY_MESSAGE, message, null);
  }

  private async find(
    by: string,
    what: Buffer | string,
    asking: EntityManager | null,
  ): Promise<UpdateLink | null> {
    const [found] = await (asking ?? this.source.manager).query<Found[]>(by, [what]);
    if (!found) return null;
    const { partnership, owner, round: id, isAnswered, isEnded } = found;
    const now = await this.queries.look(partnership.id, id, asking);
    const actions = actionsOfPerson(now, { owner: owner.id }).filter(({ isOpen }) => isOpen);
    const hasLeft = isEnded || owner.email === null || actions.length === 0;
    const state = isAnswered ? 'answered' : now.round.isClosed ? 'closed' : hasLeft ? 'left' : 'good';
    return { state, partnership, owner, round: now.round, actions };
  }

  /** Counts an address that is no link. @throws LibraryError too-many-requests */
  async countUnknown(address: string): Promise<void> {
    await this.consume(this.unknown, networkOf(address));
  }

  /** Counts a form that is sent by a link. @throws LibraryError too-many-requests */
  async countSent(token: string): Promise<void> {
    await this.consume(this.sent, token);
  }

  private async consume(limiter: RateLimiterPostgres, what: string): Promise<void> {
    const key = createHmac('sha256', this.secrets.keyFor('limits')).update(what).digest('base64url');
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      const text = 'There have been too many tries. Wait an hour and try again.';
      throw new LibraryError('too-many-requests', text, [], { retryAfter });
    }
  }
}

interface Found {
  round: string;
  isAnswered: boolean;
  /** Whether it was sent to a deputy who has left. */
  isEnded: boolean;
  owner: Owner;
  partnership: Follower['partnership'];
}

const look = (isEnded: string): string => `
  select p.round_id as round, ${isEnded} as "isEnded", p.answered_entry is not null as "isAnswered",
    json_build_object('id', o.id, 'name', o.name, 'email', o.email) as owner,
    json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) as partnership
  from update_round_person p
  join tracked_owner o on o.id = p.owner_id
  join ${PUBLIC.publisher} s on s.id = o.partnership_id`;

const BY_TOKEN = `${look('l.is_ended')}
  join update_round_link l on l.round_id = p.round_id and l.owner_id = p.owner_id where l.token_hash = $1`;

const BY_MESSAGE = `${look('false')} where p.messages @> array[$1::uuid]`;
