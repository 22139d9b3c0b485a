import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { PUBLIC } from '../publishing/audience.js';
import { familyOf } from './theme.sql.js';

/** Finds which themes are meant with one: itself, or what replaced it, and all that is narrower, as ids in a fixed order. */
@Injectable()
export class ThemeFamilies {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async ofSlugs(slugs: readonly string[]): Promise<string[]> {
    return await this.read('$1', slugs);
  }

  async ofId(id: string): Promise<string[]> {
    return await this.read(`array(select t.slug from ${PUBLIC.theme} t where t.id = any($1::uuid[]))`, [id]);
  }

  private async read(slugs: string, given: readonly string[]): Promise<string[]> {
    const [row] = await this.source.query<{ ids: string[] }[]>(`select ${familyOf(slugs)} as ids`, [given]);
    return row!.ids.toSorted();
  }
}
