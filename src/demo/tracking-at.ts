import type { DataSource } from 'typeorm';
import { PeopleQueries } from '../accounts/people.queries.js';
import { AuditEntries } from '../audit/audit-entries.js';
import { AuditLog } from '../audit/audit-log.js';
import { Outbox } from '../outbox/outbox.js';
import type { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config.js';
import type { ServerAddresses } from '../platform/servers/data-folder.js';
import { ProtectedTerms } from '../publishing/anonymity/protected-terms.js';
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
import { ProgressReports } from '../tracking/lines/progress-reports.js';
import { PublicLines } from '../tracking/lines/public-lines.service.js';
import { OwnerDirectory } from '../tracking/owner-directory.js';
import { ReachQueries } from '../tracking/reach/reach.queries.js';
import { UsesService } from '../tracking/reach/uses.service.js';
import { OwnerTraces } from '../tracking/owner-traces.js';
import { Deputies } from '../tracking/reminders/deputies.js';
import { RoundQueries } from '../tracking/rounds/rounds.queries.js';
import { RoundsService } from '../tracking/rounds/rounds.service.js';
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
  terms: ProtectedTerms;
  lines: PublicLines;
  reports: ProgressReports;
  deputies: Deputies;
  owners: OwnerDirectory;
  rounds: RoundsService;
  roundQueries: RoundQueries;
}

/** The past is told as if e-mails had been sent: none of them leaves. */
const AS_IF_SENT = { smtpUrl: 'smtp://mail.fennmere.example', publicUrl: 'https://fennmere.example' };

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
  const [list, owners] = [new AgencyList(new AgencyService(), people), new OwnerDirectory(people)];
  const evidence = new EvidenceStore(source, config, new FileScanner(config), clock);
  const [states, outbox, terms] = [new KeptStates(source), new Outbox(), new ProtectedTerms(source, audit)];
  const traces = new OwnerTraces(entries, audit, outbox);
  const queries = new TrackedItemQueries(source, entries, states);
  const roundQueries = new RoundQueries(source, entries, owners, outbox, states);
  return {
    items: new ItemsService(log, texts, list, new TrackingSettings(source, audit, entries)),
    actions: new ActionsService(log, list, owners, audit),
    entries: new EntriesService(log, audit, list, evidence, new ImportFiles(), owners, traces),
    agencies: new AgenciesService(source, log, audit, list),
    texts,
    snapshots: new BoardSnapshots(source, log, audit, entries),
    uses: new UsesService(log, audit, list, new ReachQueries(source, entries, list, queries)),
    terms,
    lines: new PublicLines(log, terms),
    reports: new ProgressReports(source, log, audit, entries, terms),
    deputies: new Deputies(source, log, audit, owners),
    owners,
    rounds: new RoundsService(AS_IF_SENT, log, audit, outbox, roundQueries),
    roundQueries,
  };
}
