import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import type { AskedFor } from '../publishing/named-values.js';

/** Reads filters by review: by slug alone, for labels repeat. */
@Injectable()
export class ReviewSlugs {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async find(given: readonly string[]): Promise<AskedFor> {
    const labels = await this.labels(given.map((slug) => slug.toLowerCase()));
    return {
      values: given.map((slug) => slug.toLowerCase()),
      unknown: given.filter((slug) => !labels.has(slug.toLowerCase())),
    };
  }

  /** What published reviews are called, by slug: label and publisher. */
  async labels(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (slugs.length === 0) return new Map();
    const rows = await this.source.query<{ slug: string; label: string }[]>(LABELS, [slugs]);
    return new Map(rows.map(({ slug, label }) => [slug, label]));
  }
}

const LABELS = `
  select r.slug, r.label || ', ' || p.name as label from ${PUBLIC.review} r join ${PUBLIC.publisher} p on p.id = r.publisher_id
  where r.slug = any($1)`;
