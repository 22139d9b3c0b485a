import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { meantBy, publicThemes } from './theme.sql.js';

/** Finds which themes are meant with some: themselves, or what has replaced them. Ids, in a fixed order. */
@Injectable()
export class MeantThemes {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @param slugs those that the public does not see mean nothing */
  async ofSlugs(slugs: readonly string[]): Promise<string[]> {
    return await this.read(publicThemes('$1'), slugs);
  }

  /** @param id also of a theme that is withdrawn: whoever follows it is told of that */
  async ofId(id: string): Promise<string[]> {
    return await this.read('theme where id = any($1::uuid[])', [id]);
  }

  private async read(named: string, given: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `with recursive ${meantBy(named)} select id from meant order by id`,
      [given],
    );
    return rows.map(({ id }) => id);
  }
}
