import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { isInstant } from '../../platform/dates/is-instant.js';
import {
  readCursor,
  writeCursor,
  type CursorScope,
  type IsPart,
} from '../../platform/http/listing/cursor.js';
import { isUuid } from '../../platform/http/listing/address.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { libraryOf } from '../../platform/postgres/library-name.js';
import {
  ListedRecordQueries,
  type ListedRecord,
  type ListedRecords,
} from '../../publishing/changes/listed-records.queries.js';
import { isWorkKind, WORK_KINDS, type Work, type WorkKind } from '../works/work.js';
import { WorkQueries } from '../works/work.queries.js';
import { readQuestion, readSpan, type OaiQuestion, type OaiVerb } from './arguments.js';
import { OaiError } from './oai-error.js';
import { OaiSets } from './oai-sets.js';
import { element, OAI_DC, writeHeader, writeOai, writeRecord, type OaiHeader } from './oai-writer.js';

/** How many records an answer has. */
const IN_ONE_ANSWER = 100;

/** Answers harvesters (OAI-PMH 2.0): what is public in Dublin Core, and of what was withdrawn that it was. */
@Injectable()
export class OaiService {
  constructor(
    private readonly listed: ListedRecordQueries,
    private readonly works: WorkQueries,
    private readonly sets: OaiSets,
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param origin of the library's addresses
   * @returns the answer as XML: errors of the protocol too
   */
  async answer(parameters: URLSearchParams, origin: string): Promise<string> {
    const baseUrl = `${origin}/oai`;
    const responseDate = toSecond(new Date().toISOString());
    let asked: OaiQuestion['given'] = {};
    try {
      const question = readQuestion(parameters);
      asked = { verb: question.verb, ...question.given };
      const { content, asOf } = await this.contentFor(question, origin);
      return writeOai({ responseDate: asOf ?? responseDate, baseUrl, asked, content });
    } catch (error) {
      if (!(error instanceof OaiError)) throw error;
      // What could not be understood is not repeated.
      const repeated = error.code === 'badArgument' ? {} : asked;
      const content = element('error', error.message, { code: error.code });
      return writeOai({ responseDate, baseUrl, asked: repeated, content });
    }
  }

  private async contentFor(
    { verb, given }: OaiQuestion,
    origin: string,
  ): Promise<{ content: string; asOf?: string }> {
    switch (verb) {
      case 'Identify':
        return { content: await this.identify(origin) };
      case 'ListMetadataFormats':
        if (given.identifier !== undefined) await this.find(given.identifier, origin);
        return { content: FORMATS };
      case 'ListSets':
        if (given.resumptionToken !== undefined) throw badToken();
        return { content: `<ListSets>${(await this.sets.all()).map(writeSet).join('')}</ListSets>` };
      case 'GetRecord': {
        refuseOtherPrefix(given.metadataPrefix!);
        const [record] = await this.written([await this.find(given.identifier!, origin)], origin);
        return { content: `<GetRecord>${record}</GetRecord>` };
      }
      case 'ListIdentifiers':
      case 'ListRecords':
        return await this.list(verb, given, origin);
    }
  }

  private async identify(origin: string): Promise<string> {
    const { hostname } = new URL(origin);
    const earliest = (await this.listed.earliest(WORK_KINDS)) ?? new Date().toISOString();
    return `<Identify>${[
      element('repositoryName', 'Practice review library'),
      element('baseURL', `${origin}/oai`),
      element('protocolVersion', '2.0'),
      // The protocol asks for an address; every host has this one.
      element('adminEmail', this.config.contactEmail ?? `postmaster@${hostname}`),
      element('earliestDatestamp', toSecond(earliest)),
      element('deletedRecord', 'persistent'),
      element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    ].join('')}</Identify>`;
  }

  private async list(
    verb: OaiVerb,
    given: OaiQuestion['given'],
    origin: string,
  ): Promise<{ content: string; asOf: string }> {
    if (given.metadataPrefix !== undefined) refuseOtherPrefix(given.metadataPrefix);
    const scope: CursorScope = {
      library: await libraryOf(this.source),
      reading: ['oai', verb, OAI_DC.prefix],
    };
    const harvest =
      given.resumptionToken === undefined
        ? await this.begin(given)
        : readHarvest(scope, given.resumptionToken);
    const page = await this.listed.page(
      {
        ...(await this.sets.within(harvest.set)),
        from: harvest.from || undefined,
        before: harvest.before || undefined,
        after: harvest.after,
      },
      IN_ONE_ANSWER,
    );
    const { records, asOf } = page;
    if (records.length === 0 && harvest.after === undefined)
      throw new OaiError('noRecordsMatch', 'There are no such records.');
    const items =
      verb === 'ListIdentifiers'
        ? this.headers(records, origin).map(writeHeader)
        : await this.written(records, origin);
    return {
      content: `<${verb}>${items.join('')}${writeToken(scope, harvest, page)}</${verb}>`,
      asOf: toSecond(asOf),
    };
  }

  private async begin(given: OaiQuestion['given']): Promise<Harvest> {
    const { from = '', before = '' } = readSpan(given);
    return { from, before, set: given.set === undefined ? '' : await this.sets.keyOf(given.set), count: 0 };
  }

  /** @throws OaiError idDoesNotExist */
  private async find(identifier: string, origin: string): Promise<ListedRecord> {
    const [, host, kind, id] = /^oai:([^:]+):([a-z]+)\/([0-9a-f-]{36})$/.exec(identifier) ?? [];
    const isOurs = host === new URL(origin).hostname && isUuid(id ?? '');
    const record = isOurs && isWorkKind(kind!) ? await this.listed.find(kind, id!) : undefined;
    if (!record) throw new OaiError('idDoesNotExist', 'There is no record of that identifier.');
    return record;
  }

  private headers(records: readonly ListedRecord[], origin: string): OaiHeader[] {
    const { hostname } = new URL(origin);
    return records.map((record) => ({
      identifier: `oai:${hostname}:${record.kind}/${record.id}`,
      datestamp: toSecond(record.updatedAt),
      sets: this.sets.of(record),
      isDeleted: !record.isPublic,
    }));
  }

  private async written(records: readonly ListedRecord[], origin: string): Promise<string[]> {
    const works = await this.works.byIds(records.filter(({ isPublic }) => isPublic));
    return this.headers(records, origin).map((header, at) => {
      // One that was withdrawn since it was listed is withdrawn.
      const work: Work | null = works.get(records[at]!.id) ?? null;
      return writeRecord({ ...header, isDeleted: work === null }, work, origin);
    });
  }
}

/** What a resumption token holds: what was asked for first, and how far it has come. */
interface Harvest {
  from: string;
  before: string;
  set: string;
  count: number;
  after?: Pick<ListedRecord, 'kind' | 'id' | 'updatedAt'>;
}

const isSetKeyOrNone: IsPart = (text) => /^([kpt] [a-z0-9-]{1,40})?$/.test(text);
const isInstantOrNone: IsPart = (text) => text === '' || isInstant(text);
const PARTS: readonly IsPart[] = [
  ...[isInstantOrNone, isInstantOrNone, isSetKeyOrNone],
  (count) => /^\d{1,9}$/.test(count),
  ...[isInstant, isWorkKind, isUuid],
];

function readHarvest(scope: CursorScope, token: string): Harvest {
  try {
    const [from, before, set, count, updatedAt, kind, id] = readCursor(scope, token, PARTS) as [
      ...[string, string, string, string, string, string, string],
    ];
    return { from, before, set, count: Number(count), after: { updatedAt, kind: kind as WorkKind, id } };
  } catch (error) {
    if (error instanceof LibraryError) throw badToken();
    throw error;
  }
}

/** Where a list is in several answers, the last one has an empty token. */
function writeToken(
  scope: CursorScope,
  { count, ...harvest }: Harvest,
  { records, more }: ListedRecords,
): string {
  const last = records.at(-1);
  if (!more || !last) return harvest.after === undefined ? '' : `<resumptionToken cursor="${count}"/>`;
  const { from, before, set } = harvest;
  const next = [from, before, set, String(count + records.length), last.updatedAt, last.kind, last.id];
  return element('resumptionToken', writeCursor(scope, next), { cursor: String(count) });
}

const FORMATS = `<ListMetadataFormats><metadataFormat>${element('metadataPrefix', OAI_DC.prefix)}${element(
  'schema',
  OAI_DC.schema,
)}${element('metadataNamespace', OAI_DC.namespace)}</metadataFormat></ListMetadataFormats>`;

const writeSet = ({ spec, name }: { spec: string; name: string }): string =>
  `<set>${element('setSpec', spec)}${element('setName', name)}</set>`;

/** RFC 3339 without parts of a second. */
const toSecond = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');

const badToken = (): OaiError =>
  new OaiError(
    'badResumptionToken',
    'This token is none of ours, or of another state of the library. Begin again.',
  );

function refuseOtherPrefix(prefix: string): void {
  if (prefix !== OAI_DC.prefix)
    throw new OaiError(
      'cannotDisseminateFormat',
      `Records are given as ${OAI_DC.prefix}, and in no other format.`,
    );
}
