import { Injectable } from '@nestjs/common';
import { AuditEntries, wordIn } from '../audit/audit-entries.js';
import { entryIdOf } from './entries.service.js';
import type { Entry } from './entry.js';
import { effectiveDay } from './fold.js';
import { isAuditLead, type Follower } from './follower.js';
import { EvidenceStore } from './evidence-store.js';
import type { TrackingMoment } from './moment.js';
import { mayOpen } from './rights.js';
import { NOW, TrackedItemQueries } from './tracked-items.queries.js';
import { HistoryEntry } from './history.model.js';

/** Reads the timeline of an item: everything that was recorded, corrected or not. */
@Injectable()
export class HistoryQueries {
  constructor(
    private readonly items: TrackedItemQueries,
    private readonly entries: AuditEntries,
    private readonly evidence: EvidenceStore,
  ) {}

  /** What is known at a moment, in the order of recording. @throws LibraryError not-found */
  async of(who: Follower, id: string, moment: TrackingMoment): Promise<HistoryEntry[]> {
    const all = (await this.items.entriesOf(who, id)).filter((entry) => isKnownAt(entry, moment));
    const visible = all.filter(({ fact }) => fact.deed !== 'note' || !fact.isPrivate || isAuditLead(who));
    const words = await this.entries.words(
      who.partnership.id,
      visible.map(({ number }) => number),
    );
    const closed = await this.closedFiles(who, id);
    const correctedBy = new Map(
      all.flatMap(({ fact, number }) =>
        fact.deed === 'correction' ? [[fact.corrects, number] as const] : [],
      ),
    );
    return visible.map((entry) => {
      const { fact, number, by } = entry;
      const said = words.get(number);
      const { deed, ...to } = fact;
      const corrects = fact.deed === 'correction' ? fact.corrects : entry.replaces;
      return {
        ...{
          id: entryIdOf(who, number),
          number,
          recordedAt: entry.recordedAt.toISOString(),
          effectiveOn: entry.effectiveOn,
        },
        ...{
          deed,
          action: 'action' in fact ? fact.action : null,
          by: wordIn(said, 'actor'),
          role: by.role,
          behalf: by.behalf,
        },
        ...{ way: by.way, from: entry.from, to, reason: wordIn(said, 'why') },
        words: fact.deed === 'evidence' && closed.has(fact.evidence) ? {} : wordsIn(said?.to),
        isRedacted: isRedacted(entry, said),
        correctedBy: correctedBy.has(number) ? entryIdOf(who, correctedBy.get(number)!) : null,
        corrects: corrects === null ? null : entryIdOf(who, corrects),
      };
    });
  }

  /** The item's files that are not for whoever asks: how they are called they do not learn either. */
  private async closedFiles(who: Follower, id: string): Promise<Set<string>> {
    const [{ actions }, files] = await Promise.all([
      this.items.find(who, id, NOW),
      this.evidence.ofItems(who.partnership.id, [id]),
    ]);
    const closed = [...files.values()].filter(
      (file) =>
        !mayOpen(
          who,
          file,
          actions.find((one) => one.id === file.actionId),
        ),
    );
    return new Set(closed.map((file) => file.id));
  }
}

const wordsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

const isRedacted = ({ said }: Entry, words: object | undefined): boolean =>
  said.some((field) => !words || !(field in words));

/** Whether an entry was there at a moment: recorded by then, or about a day by then. */
function isKnownAt(entry: Entry, { past }: TrackingMoment): boolean {
  if (past === null) return true;
  if (past.view === 'shown') return entry.recordedAt < past.before;
  if (past.view === 'taken') return entry.number <= past.last;
  return effectiveDay(entry) <= past.on;
}
