import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { nameKey } from '../platform/text/name-key.js';
import { PUBLIC } from '../publishing/audience.js';
import { NamedValues, type AskedFor, type Nameable } from '../publishing/named-values.js';

/** Reads filters by agency: a slug is one agency, a name all agencies that are called so. */
@Injectable()
export class AgenciesByName {
  private readonly filter: NamedValues;

  constructor(@InjectDataSource() source: DataSource) {
    this.filter = new NamedValues(source, () => source.query<Nameable[]>(AGENCIES), nameKey);
  }

  /** @param as `name` for what compares names alone: an agency of the same name is found as well */
  async find(given: readonly string[], as: 'name' | 'as given' = 'as given'): Promise<AskedFor> {
    return await this.filter.find(given, as);
  }
}

const AGENCIES = `select a.slug, a.name from ${PUBLIC.agency} a`;
