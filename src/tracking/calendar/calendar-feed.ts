import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { hashOf } from '../../accounts/token.js';
import { AuditEntries } from '../../audit/audit-entries.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { PUBLIC } from '../../publishing/audience.js';
import type { ActionState } from '../fold.js';
import { KeptStates } from '../kept-states.js';
import { isOf } from '../rights.js';
import { isOpenDelivery } from '../tracking.js';
import { writeCalendar } from './icalendar.js';
import { type CalendarHolder } from './calendar.model.js';

/** Says to calendar programs when actions are due: to whoever has the address, and so no more than that. */
@Injectable()
export class CalendarFeed {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly states: KeptStates,
    private readonly entries: AuditEntries,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** @returns all open actions with a date of a person or an agency. @throws LibraryError not-found */
  async read(token: string): Promise<string> {
    const hash = hashOf(token);
    const [calendar] = hash === null ? [] : await this.source.query<Found[]>(FIND, [hash]);
    if (!calendar) throw new LibraryError('not-found', 'There is no such calendar, or it was revoked.');
    const { chain, name, ...holder } = calendar;
    const dated = (await this.states.present(chain)).flatMap(({ id: item, ref, actions }) =>
      actions.flatMap((action) =>
        action.due && isOpenDelivery(action.delivery) && isTheirs(action, holder)
          ? [{ item, id: action.id, ref: `${ref}.${action.ref}`, due: action.due, version: action.version }]
          : [],
      ),
    );
    const recorded = await this.entries.seals(
      chain,
      dated.map(({ version }) => version),
    );
    const { publicUrl } = this.config;
    const actions = dated.map(({ item, ...action }) => ({
      ...{ ...action, changedAt: recorded.get(action.version)!.recordedAt },
      url: publicUrl === undefined ? null : `${publicUrl}/tracking/items/${item}`,
    }));
    return writeCalendar(`${name}: actions due`, actions);
  }
}

interface Found extends CalendarHolder {
  /** Id of the partnership, whose log it is. */
  chain: string;
  name: string;
}

const isTheirs = (action: ActionState, { owner, agency }: CalendarHolder): boolean =>
  owner === null ? isOf(action, agency!) : action.owner === owner;

const FIND = `
  select c.partnership_id as chain, p.name, c.owner_id as owner, c.agency_id as agency
  from tracking_calendar c join ${PUBLIC.publisher} p on p.id = c.partnership_id where c.token_hash = $1`;
