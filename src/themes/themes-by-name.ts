import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { PUBLIC } from '../publishing/audience.js';
import { NamedValues, type AskedFor, type Nameable } from '../publishing/named-values.js';

/** Reads filters by theme: a slug, or any name that is shown of a theme, whatever its capitals and punctuation. */
@Injectable()
export class ThemesByName {
  private readonly filter: NamedValues;

  constructor(@InjectDataSource() source: DataSource) {
    this.filter = new NamedValues(source, () => source.query<Nameable[]>(NAMES), normaliseLabel);
  }

  async find(given: readonly string[]): Promise<AskedFor> {
    return await this.filter.find(given, 'slug');
  }
}

const NAMES = `
  select t.slug, t.label as name from ${PUBLIC.theme} t
  union select t.slug, n.text from ${PUBLIC.themeName} n join ${PUBLIC.theme} t on t.id = n.theme_id`;
