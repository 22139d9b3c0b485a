import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isEmail } from 'class-validator';
import { DataSource } from 'typeorm';
import { PeopleQueries } from '../../accounts/people.queries.js';
import { AuditEntries } from '../../audit/audit-entries.js';
import { endOfLondonDay, londonDay } from '../../platform/dates/london-day.js';
import { PUBLIC } from '../../publishing/audience.js';
import { AgencyList } from '../agency-list.js';
import { addDays, daysBetween } from '../day.js';
import { entryOf, SUBJECT } from '../entry-log.js';
import type { Entry } from '../entry.js';
import type { ActionState, ItemState } from '../fold.js';
import { KeptStates } from '../kept-states.js';
import { OwnerDirectory, type ListedOwner } from '../owner-directory.js';
import { recipientsOn, type Recipient, type Recipients } from '../recipients.js';
import { TrackingSettings } from '../tracking-settings.js';
import { isOpenDelivery } from '../tracking.js';
import { digestFrom, mondayOf, type RemindedAction, type ReminderFacts, type ToldChange } from './news.js';
import { GIVEN, sayChange } from './say-change.js';

/** Somebody who may be reminded: told by their address, over all partnerships. */
export interface RemindedPerson extends ReminderFacts {
  name: string;
  address: string;
  actions: RemindedAction[];
  changes: ToldChange[];
  escalated: RemindedAction[];
  /** Id of the owner in the directory, where all of it is of one: their list can be shown. */
  owners: Set<string>;
}

/** Everybody, by address. */
export type RemindedPeople = Map<string, RemindedPerson>;

interface Place {
  id: string;
  name: string;
}

/** Reads what reminders are made of. */
@Injectable()
export class ReminderFactsQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly states: KeptStates,
    private readonly entries: AuditEntries,
    private readonly settings: TrackingSettings,
    private readonly owners: OwnerDirectory,
    private readonly agencies: AgencyList,
    private readonly accounts: PeopleQueries,
  ) {}

  /** @param withDigest whether what others recorded in the week before is asked for */
  async of(day: string, withDigest: boolean): Promise<RemindedPeople> {
    const people: RemindedPeople = new Map();
    const places = await this.source.query<Place[]>(PLACES);
    for (const place of places) await this.ofPartnership(people, place, day, withDigest);
    return people;
  }

  private async ofPartnership(
    people: RemindedPeople,
    place: Place,
    day: string,
    withDigest: boolean,
  ): Promise<void> {
    const { manager } = this.source;
    const settings = await this.settings.find(place.id);
    if (!settings.hasReminders) return;
    const [states, directory, agencies, told] = await Promise.all([
      this.states.present(place.id),
      this.owners.list(manager, place.id),
      this.agencies.list(manager, place.id),
      this.toldDates(place.id),
    ]);
    const recipients = recipientsOn(directory, day);
    const agencyOf = new Map(agencies.map((agency) => [agency.id, agency]));
    const reading = new PlaceReading(people, place, { directory, recipients });
    const actions = states.flatMap((item) => item.actions.map((action) => ({ item, action })));
    for (const { item, action } of actions) {
      if (!action.due || !isOpenDelivery(action.delivery)) continue;
      const agency = agencyOf.get(action.agency ?? '');
      reading.takeAction(item, action, agency?.name ?? null);
      const isLong = daysBetween(action.due.on, day) >= settings.executiveAfterDays;
      if (isLong && agency?.executive && !told.has(`${action.id} ${action.due.on}`))
        reading.takeEscalated(item, action, { name: agency.name, executive: agency.executive });
    }
    if (withDigest)
      for (const change of await this.changes(place, states, day))
        reading.takeChange(change, agencyOf.get(change.action.agency ?? '')?.name ?? null);
  }

  /** What was recorded about actions in the week before the last Monday, with the address of whoever did. */
  private async changes({ id: chain }: Place, states: readonly ItemState[], day: string): Promise<Change[]> {
    const before = endOfLondonDay(addDays(mondayOf(day), -1));
    const after = await this.entries.last(chain, endOfLondonDay(addDays(digestFrom(day), -1)));
    const read = await this.entries.read({ chain, subjectKind: SUBJECT, before, after });
    const entries = read.map(entryOf);
    const corrected = new Set(
      entries.flatMap(({ fact }) => (fact.deed === 'correction' ? [fact.corrects] : [])),
    );
    const itemOf = new Map(states.map((item) => [item.id, item]));
    const people = entries.flatMap(({ by }) => (by.kind === 'person' && by.id !== null ? [by.id] : []));
    const addresses = await this.accounts.addressesOf([...new Set(people)]);
    return entries
      .filter(({ number }) => !corrected.has(number))
      .flatMap((entry) => {
        const item = itemOf.get(entry.item);
        const { fact } = entry;
        const about = 'action' in fact ? fact.action : null;
        // What is decided of an item is told to everybody who has an action of it; a note of it is not about them.
        const isOfItem = ['judgement', 'reopened', 'recheck'].includes(fact.deed);
        const actions = (item?.actions ?? []).filter(({ id }) => (isOfItem ? true : id === about));
        const by = { id: entry.by.id, address: addresses.get(entry.by.id ?? '') ?? null };
        return actions.map((action) => ({ item: item!, action, entry, by }));
      });
  }

  private async toldDates(partnershipId: string): Promise<Set<string>> {
    const rows = await this.source.query<{ told: string }[]>(TOLD, [partnershipId]);
    return new Set(rows.map(({ told }) => told));
  }
}

interface Change {
  item: ItemState;
  action: ActionState;
  entry: Entry;
  by: { id: string | null; address: string | null };
}

/** Takes what is found in one partnership to those who are told of it. */
class PlaceReading {
  private readonly byId: ReadonlyMap<string, ListedOwner>;
  private readonly byAddress: ReadonlyMap<string, ListedOwner>;
  /** Addresses of those who want no reminders of this partnership. */
  private readonly leftOut: ReadonlySet<string>;

  constructor(
    private readonly people: RemindedPeople,
    private readonly place: Place,
    private readonly known: {
      directory: readonly ListedOwner[];
      recipients: Recipients;
    },
  ) {
    const { directory } = known;
    this.byId = new Map(directory.map((owner) => [owner.id, owner]));
    this.byAddress = new Map(directory.flatMap((owner) => (owner.email ? [[owner.email, owner]] : [])));
    this.leftOut = new Set(
      directory.flatMap((owner) => (owner.isLeftOut && owner.email ? [owner.email] : [])),
    );
  }

  takeAction(item: ItemState, action: ActionState, agency: string | null): void {
    const to = this.recipient(action.owner);
    if (!to) return;
    const person = this.person(to);
    person.actions.push({ ...this.reminded(item, action, agency, to.standsInFor), due: action.due! });
    person.owners.add(action.owner!);
  }

  takeEscalated(
    item: ItemState,
    action: ActionState,
    { name: agency, executive }: { name: string; executive: string },
  ): void {
    if (!isEmail(executive)) return;
    const address = executive.toLowerCase();
    const owner = this.byAddress.get(address);
    const to = owner
      ? this.recipient(owner.id)
      : { name: `executive of ${agency}`, address, standsInFor: null, deputy: null };
    if (!to) return;
    const reminded = this.reminded(item, action, agency, to.standsInFor);
    this.person(to).escalated.push({ ...reminded, due: action.due! });
  }

  takeChange({ item, action, entry, by }: Change, agency: string | null): void {
    const { fact, from } = entry;
    if (fact.deed === 'owner' && typeof from === 'string' && from !== action.owner)
      this.tell(
        from,
        by,
        { item, action, agency, on: londonDay(entry.recordedAt) },
        () => `${GIVEN} somebody else`,
      );
    if (action.owner === null || (fact.deed === 'owner' && fact.owner !== action.owner)) return;
    const about = { item, action, agency, on: londonDay(entry.recordedAt) };
    this.tell(action.owner, by, about, (whose) => sayChange(entry, whose));
  }

  /** Tells whoever reads the mail of an owner, unless it was done by one of the two. */
  private tell(
    owner: string,
    by: Change['by'],
    { item, action, agency, on }: { item: ItemState; action: ActionState; agency: string | null; on: string },
    say: (whose: string) => string | null,
  ): void {
    const to = this.recipient(owner);
    const own = this.byId.get(owner);
    // Who signs in is known by the account; who answers on a link, by the directory.
    const doer = by.address ?? this.byId.get(by.id ?? '')?.email ?? null;
    const isOwnDeed = by.id === owner || (doer !== null && [to?.address, own?.email].includes(doer));
    const what = to && !isOwnDeed ? say(to.standsInFor ?? 'you') : null;
    if (!to || what === null) return;
    const person = this.person(to);
    person.changes.push({ ...this.reminded(item, action, agency, to.standsInFor), on, what });
    person.owners.add(owner);
  }

  private recipient(owner: string | null): Recipient | null {
    const to = (owner !== null && this.known.recipients.get(owner)) || null;
    return to && !this.byId.get(owner!)!.isLeftOut && !this.leftOut.has(to.address) ? to : null;
  }

  private reminded(
    item: ItemState,
    { id, ref }: ActionState,
    agency: string | null,
    standsInFor: string | null,
  ): Omit<RemindedAction, 'due'> {
    return { id, ref: `${item.ref}.${ref}`, agency, partnership: this.place.name, standsInFor };
  }

  /** Of one address in several partnerships the first name counts. */
  private person({ name, address }: Recipient): RemindedPerson {
    const known = this.people.get(address);
    if (known) return known;
    const person = { name, address, actions: [], changes: [], escalated: [], owners: new Set<string>() };
    this.people.set(address, person);
    return person;
  }
}

const PLACES = `
  select p.id, p.name from ${PUBLIC.publisher} p
  where exists (select 1 from tracked_item i where i.partnership_id = p.id) order by lower(p.name)`;

const TOLD = `
  select t.action_id || ' ' || t.due_on as told from told_executive t
    join tracked_action a on a.id = t.action_id join tracked_item i on i.id = a.item_id where i.partnership_id = $1`;
