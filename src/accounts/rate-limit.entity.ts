import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody failed to sign in, or a key asked. `rate-limiter-flexible` reads and writes it, by the order of its columns. */
@Entity('rate_limit')
export class RateLimit {
  /** A hash of an e-mail address or of a network address, or the id of a key. */
  @PrimaryColumn('varchar', { length: 255 })
  key: string;

  @Column('integer', { default: 0 })
  points: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  expire: string | null;
}
