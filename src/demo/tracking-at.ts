import type { DataSource } from 'typeorm';
import { PeopleQueries } from '../accounts/people.queries.js';
import { AuditEntries } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import { Outbox } from '../outbox/outbox.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config.js';
import type { ServerAddresses } from '../platform/servers/data-folder.js';
import { AgencyService } from '../recommendations/agency.service.js';
import { FollowedTexts } from '../recommendations/followed-texts.js';
import { ActionsService } from '../tracking/actions.service.js';
import { AgenciesService } from '../tracking/agencies.service.js';
import { AgencyList } from '../tracking/agency-list.js';
import { BoardSnapshots } from '../tracking/board/board-snapshots.js';
import { EntriesService } from '../tracking/entries.service.js';
import { FileScanner } from '../tracking/file-scanner.js';
import { EvidenceStore } from '../tracking/evidence-store.js';
import { ImportFiles } from '../tracking/imports/import-files.js';
import { ItemsService } from '../tracking/items.service.js';
import { KeptStates } from '../tracking/kept-states.js';
import { OwnerDirectory } from '../tracking/owner-directory.js';
import { ReachQueries } from '../tracking/reach/reach.queries.js';
import { UsesService } from '../tracking/reach/uses.service.js';
import { OwnerTraces } from '../tracking/owner-traces.js';
import { TrackedItemQueries } from '../tracking/tracked-items.queries.js';
import { TrackingLog } from '../tracking/tracking-log.js';
import { TrackingSettings } from '../tracking/tracking-settings.js';

/** What is done with items, as the application does it. */
export interface TrackingServices {
  items: ItemsService;
  actions: ActionsService;
  entries: EntriesService;
  agencies: AgenciesService;
  texts: FollowedTexts;
  snapshots: BoardSnapshots;
  uses: UsesService;
}

/** The services of tracking, to which it is the time of a clock. */
export function trackingAt(
  clock: Clock,
  source: DataSource,
  config: Config,
  servers: Pick<ServerAddresses, 'auditKey'>,
): TrackingServices {
  const [audit, people, texts] = [
    new AuditLog(servers),
    new PeopleQueries(source),
    new FollowedTexts(source),
  ];
  const entries = new AuditEntries(source);
  const log = new TrackingLog(source, audit, entries, clock);
  const traces = new OwnerTraces(entries, audit, new Outbox());
  const [list, owners] = [new AgencyList(new AgencyService(), people), new OwnerDirectory(people)];
  const evidence = new EvidenceStore(source, config, new FileScanner(config), clock);
  const queries = new TrackedItemQueries(source, entries, new KeptStates(source));
  return {
    items: new ItemsService(log, texts, list, new TrackingSettings(source, audit, entries)),
    actions: new ActionsService(log, list, owners, audit),
    entries: new EntriesService(log, audit, list, evidence, new ImportFiles(), owners, traces),
    agencies: new AgenciesService(source, log, audit, list),
    texts,
    snapshots: new BoardSnapshots(source, log, audit, entries),
    uses: new UsesService(log, audit, list, new ReachQueries(source, entries, list, queries)),
  };
}
