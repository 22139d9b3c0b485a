import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import type { PartnershipDetail } from '../partnerships/partnership.model.js';
import { WITH_CONTACT_LINES } from '../partnerships/partnership.sql.js';
import { presentContactPanel } from '../partnerships/web/contact-panel.presenter.js';
import { PublishedCache } from '../publishing/published-cache.js';

const EMERGENCY = 'If somebody is in immediate danger, call 999.';
const ANYWHERE = 'Otherwise call the children’s or adults’ services of the council where they live.';

/** Says the contact lines that every page shows, in one paragraph. */
@Injectable()
export class ContactLines {
  private readonly kept: PublishedCache<string>;

  constructor(@InjectDataSource() source: DataSource, @Inject(CONFIG) { partnership }: Config) {
    this.kept = new PublishedCache(source, async () => {
      const [own] = await source.query<PartnershipDetail[]>(WITH_CONTACT_LINES('$1'), [partnership]);
      return sayLines(own ?? null);
    });
  }

  async say(): Promise<string> {
    return await this.kept.get();
  }
}

function sayLines(partnership: PartnershipDetail | null): string {
  const panel = presentContactPanel(partnership);
  if (!panel) return `${EMERGENCY} ${ANYWHERE}`;
  const lines = panel.groups.map(
    ({ about, lines: them }) => `${about}: ${them.map(({ who, phone }) => `${who}, ${phone}`).join('; ')}.`,
  );
  return `${EMERGENCY} ${panel.name}: ${lines.join(' ')}`;
}
