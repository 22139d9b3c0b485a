import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { PublishedCache } from '../publishing/published-cache.js';

/** The sections of the library that lists of their own lead to. */
const SECTIONS = {
  themes: PUBLIC.acceptedTheme,
  reviews: PUBLIC.review,
  recommendations: PUBLIC.recommendation,
  briefings: PUBLIC.briefing,
  resources: PUBLIC.resource,
} as const;

export type Section = keyof typeof SECTIONS;

/** Whether there is anything in each section. */
export type FilledSections = Record<Section, boolean>;

/** Knows which sections have anything in them that the public may see: nothing leads to an empty one. */
@Injectable()
export class SectionQueries {
  private readonly filled: PublishedCache<FilledSections>;

  constructor(@InjectDataSource() source: DataSource) {
    this.filled = new PublishedCache(source, async () => {
      const [row] = await source.query<FilledSections[]>(FILLED);
      return row!;
    });
  }

  async read(): Promise<FilledSections> {
    return await this.filled.get();
  }
}

const FILLED = `select ${Object.entries(SECTIONS)
  .map(([name, relation]) => `exists (select 1 from ${relation}) as ${name}`)
  .join(', ')}`;
