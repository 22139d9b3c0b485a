import type { EntityManager } from 'typeorm';
import type { Publishers } from '../partnerships/publishers.js';
import { IdBook, type IdentityWords } from '../platform/bundle/record-id.js';
import { nameKey } from '../platform/text/name-key.js';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { Agency } from './agency.entity.js';

/** Without a partnership: a national body. Without a fingerprint: nothing is known of it but its name. */
export type AgencyRow = Pick<Agency, 'id' | 'name' | 'otherNames' | 'partnershipId' | 'importedHash'>;

export type NewAgency = Pick<AgencyRow, 'id' | 'name' | 'partnershipId'> & { slug: string };

/**
 * The library's agencies by their names. A name belongs to a partnership: “Police” of two partnerships are two. Names of
 * the national directory are everybody's, unless a partnership has an agency of that name itself.
 */
export class AgencyBook {
  private readonly byName = new Map<string, AgencyRow>();
  private waiting: NewAgency[] = [];
  /** How many were made because a recommendation names them. */
  made = 0;

  private constructor(
    private readonly slugs: SlugBook,
    private readonly ids: IdBook,
    private readonly publishers: Publishers,
  ) {}

  static async load(manager: EntityManager, publishers: Publishers): Promise<AgencyBook> {
    const all = await manager.find(Agency, {
      select: { id: true, slug: true, name: true, otherNames: true, partnershipId: true, importedHash: true },
      order: { name: 'ASC', id: 'ASC' },
    });
    const [slugs, ids] = [all.map(({ slug }) => slug), all.map(({ id }) => id)];
    const book = new AgencyBook(new SlugBook(slugs), new IdBook('agency', ids), publishers);
    // What has a record of its own has its names, before what was known by one of them alone and became it.
    const [alone, recorded] = [all.filter(isKnownByName), all.filter((one) => !isKnownByName(one))];
    for (const agency of [...alone, ...recorded]) book.enter(agency);
    return book;
  }

  /** The agency that has this name, as its own or as another one, in just this directory. */
  holder(partnershipId: string | null, name: string): AgencyRow | undefined {
    return this.byName.get(keyOf(partnershipId, name));
  }

  enter(agency: AgencyRow): void {
    for (const name of [agency.name, ...agency.otherNames])
      this.byName.set(keyOf(agency.partnershipId, name), agency);
  }

  forget(agency: AgencyRow): void {
    for (const [key, holder] of this.byName) if (holder.id === agency.id) this.byName.delete(key);
  }

  /** The agency that a review of this partnership means by a name; where there is none, one is made for it. */
  findOrMake(partnershipId: string, name: string): string {
    const known = this.holder(partnershipId, name) ?? this.holder(null, name);
    if (known) return known.id;
    this.made += 1;
    return this.make(partnershipId, name).id;
  }

  /** A new agency. Its address has the partnership in it where another has the plain one. */
  make(partnershipId: string | null, name: string): AgencyRow {
    const id = this.ids.claim(agencyIdentity(this.publishers.nameOf(partnershipId), name));
    const agency: AgencyRow = { id, name, otherNames: [], partnershipId, importedHash: null };
    this.enter(agency);
    const [plain, owner] = [slugOf(name, 'agency'), partnershipId && this.publishers.slugOf(partnershipId)];
    const slug = this.slugs.claim(owner && this.slugs.has(plain) ? `${plain}-${owner}` : plain);
    this.waiting.push({ id: agency.id, name, partnershipId, slug });
    return agency;
  }

  /** Those that were made since the last call, for `AgencyService` to write. */
  takeMade(): NewAgency[] {
    const made = this.waiting;
    this.waiting = [];
    return made;
  }
}

/** What makes an agency: whose it is, by that partnership's name, and its own name. A national body is nobody's. */
export const agencyIdentity = (partnership: string | undefined, name: string): IdentityWords => [
  partnership === undefined ? null : nameKey(partnership),
  nameKey(name),
];

const isKnownByName = ({ importedHash }: AgencyRow): boolean => importedHash === null;

const keyOf = (partnershipId: string | null, name: string): string =>
  `${partnershipId ?? ''} ${nameKey(name)}`;
