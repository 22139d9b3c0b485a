import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../platform/config.js';
import type { PartnershipDetail } from './partnership.model.js';
import { WITH_CONTACT_LINES } from './partnership.sql.js';
import { presentContactPanel } from './web/contact-panel.presenter.js';

/** What every page says to whoever is worried about somebody, as text: for what is read away from the pages. */
@Injectable()
export class ContactSentences {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'partnership'>,
  ) {}

  /** @returns sentences: 999 first, then the lines that the pages show, or whom to ask where there are none */
  async read(on: Pick<EntityManager, 'query'> = this.source): Promise<string> {
    const [partnership] = await on.query<PartnershipDetail[]>(WITH_CONTACT_LINES('$1'), [
      this.config.partnership,
    ]);
    return sayContacts(partnership ?? null);
  }
}

const NOW = 'Concerned about a child or adult? If someone is in danger now, call 999.';
const COUNCIL = 'the council where they live and ask for children’s or adults’ social care';

/** @param partnership whose lines are shown; null where there are none */
export function sayContacts(partnership: PartnershipDetail | null): string {
  const panel = presentContactPanel(partnership);
  if (!panel) return `${NOW} Otherwise call ${COUNCIL}.`;
  const groups = panel.groups.map(
    ({ about, lines }) => `${about}: ${lines.map(({ who, phone }) => `${who}, ${phone}`).join('; ')}.`,
  );
  const where = panel.place ?? `the area of ${panel.name}`;
  return `${NOW} In ${where}: ${groups.join(' ')} Anywhere else call ${COUNCIL}.`;
}
