import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { nameKey } from '../platform/text/name-key.js';
import { PUBLIC } from '../publishing/audience.js';
import { NamedValues, type AskedFor, type Nameable } from '../publishing/named-values.js';

/** Reads filters by publisher. One whose records are all unpublished is as unknown as one that is not there. */
@Injectable()
export class PublishersByName {
  private readonly filter: NamedValues;

  constructor(@InjectDataSource() source: DataSource) {
    this.filter = new NamedValues(source, () => source.query<Nameable[]>(PUBLISHERS), nameKey);
  }

  async find(given: readonly string[], as: keyof Nameable = 'slug'): Promise<AskedFor> {
    return await this.filter.find(given, as);
  }
}

const PUBLISHERS = `
  select p.slug, p.name from ${PUBLIC.publisher} p where p.id in (
    select id from ${PUBLIC.partnership} union select publisher_id from ${PUBLIC.review}
    union select publisher_id from ${PUBLIC.briefing} union select publisher_id from ${PUBLIC.resource})`;
