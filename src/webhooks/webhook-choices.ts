import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PeopleQueries } from '../accounts/people.queries.js';
import { PUBLIC } from '../publishing/audience.js';

export interface NamedChoice {
  id: string;
  name: string;
}

/** What a webhook can be narrowed to. */
export interface WebhookChoices {
  themes: NamedChoice[];
  publishers: NamedChoice[];
}

@Injectable()
export class WebhookChoiceQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly people: PeopleQueries,
  ) {}

  async all(): Promise<WebhookChoices> {
    const [themes, publishers] = await Promise.all([
      this.source.query<NamedChoice[]>(
        `select id, label as name from ${PUBLIC.acceptedTheme} where replaced_by_id is null order by lower(label), slug`,
      ),
      this.people.partnerships(),
    ]);
    return { themes, publishers };
  }
}
