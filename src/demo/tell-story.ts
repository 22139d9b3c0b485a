import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { AccountService } from '../accounts/account.service.js';
import { ChangesTold } from '../accounts/changes-told.js';
import { LinkService } from '../accounts/link.service.js';
import { PasswordHash } from '../accounts/passwords/password-hash.js';
import { PeopleQueries } from '../accounts/people.queries.js';
import { RoleService } from '../accounts/role.service.js';
import { SessionService } from '../accounts/session.service.js';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { BundleFile } from '../imports/bundle-file.js';
import { thesaurusFile } from '../imports/fixtures.js';
import { importBundles } from '../imports/import.service.js';
import { Outbox } from '../outbox/outbox.js';
import { Clock } from '../platform/clock/clock.js';
import { setLibraryClock } from '../platform/clock/library-clock.js';
import type { Config } from '../platform/config.js';
import { londonDay } from '../platform/dates/london-day.js';
import type { ServerAddresses } from '../platform/servers/data-folder.js';
import { PUBLIC } from '../publishing/audience.js';
import { addDays } from '../tracking/day.js';
import type { Follower } from '../tracking/follower.js';
import { ItemTeller, Made, ownerCalled } from './item-teller.js';
import { AGENCIES } from './story/agencies.js';
import { BOARD } from './story/board.js';
import type { Happening, Offset } from './story/happening.js';
import { ITEMS } from './story/items.js';
import { APPROVER, AUDIT_LEAD, DEMO_PEOPLE, type DemoPerson } from './story/people.js';
import { PARTNERSHIP, PARTNERSHIP_RECORD, PUBLICATIONS, reviewRecord } from './story/reviews.js';
import { TELLING } from './story/telling.js';
import { trackingAt, type TrackingServices } from './tracking-at.js';

/** The day before there is anything: those come who need no agency to be there. */
const BEGINS: Offset = -1096;

/**
 * Has three invented years recorded day by day, each at its time, as if people had used the library all the while: so the
 * past can be asked for like that of any other.
 */
export class StoryTeller {
  private readonly made = new Made();
  /** By the names of their agencies; the approver by their own, and the audit lead by none. */
  private readonly followers = new Map<string | undefined, Follower>();
  private readonly today: string;

  /**
   * @param owner the same database as the owner of its tables, who alone sets its clock
   * @param now of the day on which the story ends
   */
  constructor(
    private readonly source: DataSource,
    private readonly owner: DataSource,
    private readonly config: Config,
    private readonly servers: Pick<ServerAddresses, 'auditKey'>,
    now: Date,
  ) {
    this.today = londonDay(now);
  }

  /** @param asked aborted to end it before its time */
  async tell(asked: AbortSignal): Promise<void> {
    await importBundles(this.source, [thesaurusFile(), bundleOf(PARTNERSHIP_RECORD)]);
    await this.clockOn(BEGINS);
    await this.welcome(({ agency }) => agency === undefined);
    const days = Map.groupBy(
      [...AGENCIES, ...PUBLICATIONS, ...ITEMS, ...BOARD, ...TELLING],
      ({ day }) => day,
    );
    for (const [day, happenings] of [...days].toSorted(([one], [other]) => one - other)) {
      asked.throwIfAborted();
      const services = trackingAt(await this.clockOn(day), this.source, this.config, this.servers);
      for (const happening of happenings) await this.happens(services, happening);
      if (day === BEGINS + 1) await this.welcome(({ agency }) => agency !== undefined);
    }
  }

  /** Has it be a day, at some hour of work. */
  private async clockOn(day: Offset): Promise<Clock> {
    const hour = String(9 + (Math.abs(day) % 8)).padStart(2, '0');
    const clock = new Clock(new Date(`${addDays(this.today, day)}T${hour}:00:00Z`));
    await setLibraryClock(this.owner, clock);
    return clock;
  }

  private async happens(services: TrackingServices, happening: Happening): Promise<void> {
    if ('publish' in happening) {
      await importBundles(this.source, [bundleOf(reviewRecord(happening.publish, this.today))]);
      return;
    }
    const lead = this.followers.get(undefined)!;
    const listed = await services.agencies.list(lead);
    const agencies = new Map(listed.map(({ name, id }) => [name, id]));
    if ('item' in happening) {
      const who = this.followers.get(happening.as)!;
      const teller = new ItemTeller(services, who, agencies, this.made, this.today);
      await teller.tell(happening.item, happening);
    } else if ('enter' in happening) {
      const { members, ...wish } = happening.enter;
      await services.agencies.enter(lead, { ...wish, members: members?.map((name) => agencies.get(name)!) });
    } else if ('succeed' in happening) {
      const { succeed, into, kind, day } = happening;
      const successor = agencies.get(into) ?? into;
      const on = addDays(this.today, day);
      await services.agencies.succeed(lead, agencies.get(succeed)!, { into: successor, kind, on });
    } else if ('board' in happening) {
      const meetingOn = addDays(this.today, happening.meets);
      const { subject } = await services.snapshots.take(lead, { name: happening.board, meetingOn });
      await services.snapshots.signOff(lead, subject);
    } else if ('discussed' in happening) {
      const { discussed: slug, agency, day, ...wish } = happening;
      const on = addDays(this.today, day);
      await services.uses.record(lead, { ...wish, kind: 'theme', slug, on, agency: agencies.get(agency)! });
    } else if ('replaceOwner' in happening) {
      const { replaceOwner, by } = happening;
      await services.actions.replaceOwner(lead, ownerCalled(replaceOwner), ownerCalled(by));
    } else await this.isTold(services, lead, happening);
  }

  /** The public, and the owners of actions. */
  private async isTold(
    { terms, reports, deputies, owners, rounds, roundQueries }: TrackingServices,
    lead: Follower,
    happening: Telling,
  ): Promise<void> {
    if ('protect' in happening) {
      const of = await reports.termsOf(lead, await this.slugOf(happening.protect));
      await terms.add(of, happening.term);
    } else if ('report' in happening)
      await reports.write(lead, await this.slugOf(happening.report), happening);
    else if ('releaseReport' in happening)
      await reports.approve(
        this.followers.get(APPROVER.name)!,
        await this.slugOf(happening.releaseReport),
        {},
      );
    else if ('away' in happening) {
      const directory = await owners.list(this.source.manager, lead.partnership.id);
      const idOf = (name: string): string => directory.find((one) => one.name === name)!.id;
      const [from, until] = [addDays(this.today, happening.day), addDays(this.today, happening.until)];
      const away = { from, until, deputy: idOf(happening.deputy) };
      await deputies.set(lead, idOf(happening.away), { away });
    } else {
      const by = addDays(this.today, happening.by);
      const { subject } = await rounds.open(lead, { name: happening.round, by });
      await rounds.send(lead, subject);
      const { people } = await roundQueries.look(lead.partnership.id, subject);
      const messages = people.flatMap((person) => person.messages);
      await new Outbox().forget(this.source.manager, messages);
    }
  }

  /** By what the story calls a review. */
  private async slugOf(label: string): Promise<string> {
    const [review] = await this.source.query<{ slug: string }[]>(
      `select r.slug from ${PUBLIC.review} r where r.label = $1`,
      [label],
    );
    return review!.slug;
  }

  /** Gives those people their accounts and their roles. */
  private async welcome(isMeant: (person: DemoPerson) => boolean): Promise<void> {
    const { source, config } = this;
    const [audit, sessions, queries] = [
      new AuditLog(this.servers),
      new SessionService(source),
      new PeopleQueries(source),
    ];
    const roles = new RoleService(audit);
    const accounts = new AccountService(
      ...([source, audit, new PasswordHash(), sessions, new LinkService(source), roles] as const),
      new ChangesTold(config, new Outbox()),
    );
    const partnership = (await queries.partnerships()).find(({ name }) => name === PARTNERSHIP)!;
    const agencies = await queries.agencies(partnership.id);
    const fromOn = addDays(this.today, BEGINS);
    for (const person of DEMO_PEOPLE.filter(isMeant)) {
      const { name, email, role } = person;
      const agency = agencies.find((one) => one.name === person.agency) ?? null;
      const partnershipId = role === 'platform-administrator' ? null : partnership.id;
      const grant = { role, partnershipId, agencyId: agency?.id ?? null, fromOn, untilOn: null };
      const id = await source.transaction(async (manager) => {
        const made = await accounts.create(manager, { name, email }, null, { actor: BY_THE_SYSTEM });
        await roles.grant(manager, made, grant, BY_THE_SYSTEM);
        return made;
      });
      const by = { kind: 'person', id, name, role } as const;
      const key = person === APPROVER ? person.name : person.agency;
      if (person === AUDIT_LEAD || key !== undefined)
        this.followers.set(key, { by, role, partnership, agency, way: 'page' });
    }
  }
}

type Telling = Extract<
  Happening,
  | { protect: unknown }
  | { report: unknown }
  | { releaseReport: unknown }
  | { away: unknown }
  | { round: unknown }
>;

/** A record as a bundle of its own. */
const bundleOf = (record: object): BundleFile => ({
  ...{ name: 'the demonstration', size: null },
  open: () => Readable.from([Buffer.from(JSON.stringify(record))]) as AsyncIterable<Uint8Array>,
});
