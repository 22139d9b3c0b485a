import { Injectable } from '@nestjs/common';
import { AuditLog, type WordField } from '../audit/audit-log.js';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { isId } from '../platform/text/is-id.js';
import { AgencyList } from './agency-list.js';
import { endDeputyships } from './reminders/deputies.js';
import { endCalendars } from './calendar/calendars.js';
import { copiesOf, REDACTABLE } from './copies.js';
import { formatDay } from './day.js';
import { isAboutLine, type Deed, type Entry } from './entry.js';
import { EvidenceStore } from './evidence-store.js';
import { isAuditLead, type Follower } from './follower.js';
import { effectiveOn, promisedDay, requireReason, type GivenDay } from './given.js';
import { ImportFiles } from './imports/import-files.js';
import { OwnerDirectory } from './owner-directory.js';
import { OwnerTraces } from './owner-traces.js';
import { maySee, requireAdministrator } from './rights.js';
import {
  isOnlyClaimed,
  RESPONSES_WITH_REASON,
  type Delivery,
  type ImpactLevel,
  type ResponseCode,
} from './tracking.js';
import type { NewEntry, TrackingChange } from './tracking-change.js';
import { TrackingLog, type Asked, type Done, withoutVersion } from './tracking-log.js';

/** What is right instead of what an entry says: the fields of the request that made it, those that change. */
export interface Replacement {
  on?: string;
  reason?: string;
  text?: string;
  response?: ResponseCode;
  to?: Delivery;
  due?: GivenDay;
  level?: ImpactLevel;
  sample?: string;
  source?: string;
}

export interface CorrectionWish {
  reason: string;
  replacement?: Replacement | null;
}

/** Deeds that can stand corrected: to judge, follow and decide has ways of its own. */
export const REPLACEABLE: ReadonlySet<Deed['deed']> = new Set([
  ...(['response', 'delivery', 'due', 'update', 'impact', 'note', 'action-reworded'] as const),
]);

/** What a redaction took away. */
export interface Redacted {
  id: string;
  redacted: WordField[];
  /** Ids of other entries of the item that had the same words. */
  alsoIn: string[];
}

/** Entries are never changed: a mistake is put right by another entry, and words that must not be there are redacted. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly log: TrackingLog,
    private readonly audit: AuditLog,
    private readonly agencies: AgencyList,
    private readonly evidence: EvidenceStore,
    private readonly imports: ImportFiles,
    private readonly owners: OwnerDirectory,
    private readonly traces: OwnerTraces,
  ) {}

  /**
   * Puts an entry right by another that names it, and by what is right instead, if anything is.
   * @param entryId as the history has it
   * @throws LibraryError not-found, reason-required, already-corrected, forbidden; actions-open where a closed item would
   *   be left without what closing asks for
   */
  async correct(
    who: Follower,
    entryId: string,
    wish: CorrectionWish,
    asked: Asked | null = null,
  ): Promise<Done> {
    const number = numberOfEntry(who, entryId);
    return await this.log.change(
      who,
      async (change) => {
        const entry = await this.find(change, number);
        this.refuseOthers(who, entry);
        const why = requireReason(wish.reason, 'an entry is corrected only with a reason.');
        await this.void(change, entry, why);
        if (wish.replacement) {
          if (!REPLACEABLE.has(entry.fact.deed))
            throw invalidField(
              'replacement',
              'This is taken back by its correction alone; do it anew afterwards',
            );
          await change.add(entry.item, await this.instead(change, entry, wish.replacement));
        }
        return { subject: entry.item };
      },
      asked,
    );
  }

  /** Takes entries back, within a change that does more. @throws LibraryError already-corrected */
  async void(change: TrackingChange, { item, number, fact }: Entry, why: string): Promise<void> {
    const known = await change.entriesOf(item);
    if (
      fact.deed === 'correction' ||
      known.some((one) => one.fact.deed === 'correction' && one.fact.corrects === number)
    )
      throw new LibraryError(
        'already-corrected',
        'This entry was corrected before: correct the one that took its place.',
      );
    const action = 'action' in fact ? fact.action : null;
    await change.add(item, { fact: { deed: 'correction', corrects: number, action }, why });
  }

  /**
   * Deletes the words of an entry for good, wherever its item has them as well, and its file. That they were there, when, and
   * by whom stays.
   * @throws LibraryError not-found, reason-required, forbidden
   */
  async redact(
    who: Follower,
    entryId: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<Redacted> {
    requireAdministrator(who);
    const number = numberOfEntry(who, entryId);
    const by = { actor: who.by, why: requireReason(reason, 'words are redacted only with a reason.') };
    const chain = who.partnership.id;
    let done: Redacted | null = null;
    const redact = async (change: TrackingChange): Promise<{ subject: string }> => {
      const { manager } = change;
      const entry = await this.log.entry(manager, who, number);
      if (!entry) throw noEntry();
      if (entry.fact.deed === 'evidence') await this.evidence.forget(manager, entry.fact.evidence);
      await this.imports.forget(manager, who.partnership.id);
      const copies = copiesOf(number, await this.log.wordsOfItem(manager, who, entry.item));
      for (const copy of copies)
        await this.audit.redact(manager, { chain, number: copy.number }, by, copy.fields);
      const redacted = await this.audit.redact(manager, { chain, number }, by, REDACTABLE);
      await withdrawRedacted(change, entry.item, [number, ...copies.map((copy) => copy.number)]);
      done = { id: entryId, redacted, alsoIn: copies.map((copy) => entryIdOf(who, copy.number)) };
      return { subject: entry.item };
    };
    await this.log.change(who, redact, withoutVersion(asked));
    return done ?? (await this.redactedBefore(who, number));
  }

  /** What a request that comes again is answered. */
  private async redactedBefore(who: Follower, number: number): Promise<Redacted> {
    const all = await this.log.redactedWith(who, number);
    const [own, others] = [
      all.filter((one) => one.number === number),
      all.filter((one) => one.number !== number),
    ];
    return {
      ...{ id: entryIdOf(who, number), redacted: own.flatMap(({ fields }) => fields) as WordField[] },
      alsoIn: others.map((one) => entryIdOf(who, one.number)),
    };
  }

  /**
   * Takes the name and address of somebody who does actions out of the directory, for good, and out of what they said by a link.
   * @throws LibraryError not-found, reason-required, forbidden
   */
  async anonymiseOwner(
    who: Follower,
    id: string,
    reason: string | undefined,
    asked: Asked | null = null,
  ): Promise<void> {
    requireAdministrator(who);
    const why = requireReason(reason, 'a name is removed only with a reason.');
    const anonymise = async (change: TrackingChange): Promise<{ subject: string }> => {
      const { manager } = change;
      await this.traces.forget(manager, who.partnership.id, id, { actor: who.by, why });
      await this.owners.anonymise(manager, who.partnership.id, id);
      await endCalendars(change, this.audit, { owner: id, agency: null });
      await endDeputyships(change, { audit: this.audit, owners: this.owners }, id);
      await this.audit.record(manager, {
        ...{ chain: who.partnership.id, actor: who.by, action: 'tracking.owner-anonymised', why },
        subject: { kind: 'tracked-owner', id },
      });
      return { subject: id };
    };
    await this.log.change(who, anonymise, withoutVersion(asked));
  }

  private async find(change: TrackingChange, number: number): Promise<Entry> {
    const entry = await this.log.entry(change.manager, change.who, number);
    if (!entry) throw noEntry();
    const state = await change.stateOf(entry.item);
    if (state && !maySee(change.who, state)) throw noEntry();
    return entry;
  }

  private refuseOthers(who: Follower, { by, fact }: Entry): void {
    if (fact.deed === 'followed')
      throw new LibraryError('forbidden', 'That something is followed is taken back with its import alone.');
    if (isAboutLine(fact))
      throw new LibraryError('forbidden', 'A public line is not corrected: withdraw it, or write another.');
    if (isAuditLead(who)) return;
    if (who.role !== 'agency-lead' || by.id !== who.by.id)
      throw new LibraryError('forbidden', 'You correct what you have entered yourself.');
  }

  private async instead(change: TrackingChange, entry: Entry, given: Replacement): Promise<NewEntry> {
    const said = (await this.log.words(change.manager, change.who.partnership.id, [entry.number])).get(
      entry.number,
    );
    const why = given.reason ?? (typeof said?.why === 'string' ? said.why : undefined);
    const { text, sample, source } = given;
    const words = {
      ...(said?.to as object),
      ...(text && { text }),
      ...(sample && { sample }),
      ...(source && { source }),
    };
    const fact = replaced(entry.fact, given, words);
    if (fact.deed === 'response' && RESPONSES_WITH_REASON.includes(fact.response))
      requireReason(why, 'a recommendation is not refused or disputed without a reason.');
    if (fact.deed === 'delivery' && fact.to === 'stopped')
      requireReason(why, 'an action is stopped only with a reason.');
    const on = given.on === undefined ? entry.effectiveOn : effectiveOn(given.on, change.today);
    return { fact, on, why, words, behalf: entry.by.behalf, replaces: entry.number };
  }
}

function replaced(
  fact: Deed,
  { response, to, due, level }: Replacement,
  words: { sample?: string; source?: string },
): Deed {
  if (fact.deed === 'response') return { ...fact, response: response ?? fact.response };
  if (fact.deed === 'delivery') return { ...fact, to: to ?? fact.to };
  if (fact.deed === 'due') return { ...fact, on: due ? formatDay(promisedDay(due)) : fact.on };
  // What is put right is said in words.
  if (fact.deed === 'update') return { deed: fact.deed, action: fact.action };
  if (fact.deed !== 'impact') return fact;
  const now = level ?? fact.level;
  return {
    ...fact,
    level: now,
    isClaimed: isOnlyClaimed(now, words),
  };
}

/** A line whose words are gone is withdrawn with them: neither is it public any more, nor does it wait. */
async function withdrawRedacted(
  change: TrackingChange,
  item: string,
  numbers: readonly number[],
): Promise<void> {
  const line = (await change.stateOf(item))?.line;
  const own = line ? [line.words, ...(line.released ? [line.released.words] : [])] : [];
  if (own.some((words) => numbers.includes(words)))
    await change.add(item, { fact: { deed: 'line-withdrawn' } });
}

/** How an entry is called: it says whose log it is in. */
export const entryIdOf = ({ partnership }: Follower, number: number): string => `${partnership.id}-${number}`;

/** @throws LibraryError not-found for what is no entry of the partnership */
export function numberOfEntry(who: Follower, entryId: string): number {
  const [chain, number] = [entryId.slice(0, 36), entryId.slice(37)];
  if (!isId(chain) || chain !== who.partnership.id || !/^\d{1,15}$/.test(number)) throw noEntry();
  return Number(number);
}

export const noEntry = (): LibraryError => new LibraryError('not-found', 'There is no such entry.');
