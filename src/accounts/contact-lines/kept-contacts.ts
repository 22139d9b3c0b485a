import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { byPerson } from '../../audit/audit-actor.js';
import { ContactLineService } from '../../partnerships/contact-lines.service.js';
import { OwnPartnershipService } from '../../partnerships/own-partnership.service.js';
import type { ContactLineItem } from '../../partnerships/partnership.model.js';
import type { Actor } from '../../platform/http/access/actor.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { PeopleQueries, type Named } from '../people.queries.js';
import { scopeOf } from '../scope.js';

/** A partnership whose lines somebody may change. */
export type KeptPartnership = Named & { slug: string };

/** A partnership with its lines. */
export interface KeptLines extends KeptPartnership {
  lines: ContactLineItem[];
  /** Whether every page of the library shows these lines. */
  isOwn: boolean;
}

/** Whom to call in a partnership: for its own administrators, and for platform administrators in all. */
@Injectable()
export class KeptContacts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly people: PeopleQueries,
    private readonly lines: ContactLineService,
    private readonly own: OwnPartnershipService,
  ) {}

  async list(actor: Actor): Promise<KeptPartnership[]> {
    const scope = scopeOf(actor);
    return (await this.people.partnerships()).filter(({ id }) => scope === null || id === scope);
  }

  /** @throws LibraryError not-found, also for a partnership that is not theirs */
  async find(actor: Actor, slug: string): Promise<KeptLines> {
    const kept = await this.kept(actor, slug);
    const own = await this.own.find(this.source.manager);
    return { ...kept, lines: await this.lines.of(this.source.manager, kept.id), isOwn: own?.id === kept.id };
  }

  /** @throws LibraryError as `find` */
  async set(actor: Actor, slug: string, lines: ContactLineItem[]): Promise<void> {
    const { id } = await this.kept(actor, slug);
    await this.source.transaction((manager) => this.lines.set(manager, id, lines, byPerson(actor)));
  }

  private async kept(actor: Actor, slug: string): Promise<KeptPartnership> {
    const kept = (await this.list(actor)).find((one) => one.slug === slug);
    if (!kept) throw new LibraryError('not-found', 'There is no partnership at this address.');
    return kept;
  }
}
