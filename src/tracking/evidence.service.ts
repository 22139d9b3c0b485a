import { Injectable } from '@nestjs/common';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { isId } from '../platform/text/is-id.js';
import { behalfOfAction, noAction } from './actions.service.js';
import { evidenceType } from './evidence-type.js';
import { EvidenceStore, type StoredFile } from './evidence-store.js';
import type { ActionState, ItemState } from './fold.js';
import type { Follower } from './follower.js';
import { effectiveOn, promisedDay } from './given.js';
import { mayOpen, mayTouchAction, mayTouchItem } from './rights.js';
import { NOW, TrackedItemQueries } from './tracked-items.queries.js';
import { actionItemId } from './tracked.sql.js';
import type { TrackingChange } from './tracking-change.js';
import { TrackingLog, type Asked, type Done } from './tracking-log.js';
import { EVIDENCE_CLASSES, type EvidenceClass } from './tracking.js';

/** A file as it was sent. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

export interface EvidenceWish {
  file: SentFile | null;
  /** The day that it is about. */
  on?: string;
  keepClass?: EvidenceClass;
  keepUntil?: string;
}

/** What evidence is of: an action of an item, or the item. */
type About = { item: string } | { action: string };

const LONGEST_NAME = 200;

/** Alone takes files of evidence, and gives them to whoever may have them. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly log: TrackingLog,
    private readonly items: TrackedItemQueries,
    private readonly store: EvidenceStore,
  ) {}

  /**
   * Keeps a file as evidence.
   * @throws LibraryError not-found, forbidden, overtaken; invalid-request; unsupported-media-type for what is not taken;
   *   unavailable where it cannot be checked for viruses
   */
  async attach(who: Follower, about: About, wish: EvidenceWish, asked: Asked | null = null): Promise<Done> {
    // Before anything is written: strangers put nothing on the disk.
    await this.find(who, about);
    if (!wish.file) throw invalidField('file', 'Choose a file');
    const { bytes } = wish.file;
    const name = plainName(wish.file.name);
    const mediaType = await evidenceType(name, bytes);
    const on = effectiveOn(wish.on, this.log.today());
    const keepUntil = keptUntil(wish.keepUntil, this.log.today());
    const keepClass = wish.keepClass ?? CAREFUL;
    const staged = await this.store.stage(bytes);
    try {
      return await this.log.change(
        who,
        async (change) => {
          const { item, action } = await this.within(change, about);
          const behalf = action ? behalfOfAction(who, action) : null;
          const file = { itemId: item.id, actionId: action?.id ?? null, agencyId: who.agency?.id ?? behalf };
          await this.store.keep(change.manager, staged, { ...file, mediaType, keepClass, keepUntil });
          await change.add(item.id, {
            fact: { deed: 'evidence', action: action?.id ?? null, evidence: staged.id },
            ...{ on, behalf, words: { name } },
          });
          return { subject: action?.id ?? item.id };
        },
        asked,
      );
    } finally {
      await this.store.unstage(staged);
    }
  }

  /**
   * A file, for whoever may have it.
   * @throws LibraryError not-found for everybody else, and where it is no more kept
   */
  async open(who: Follower, id: string): Promise<SentFile & { mediaType: string }> {
    const file = isId(id) ? await this.store.find(who.partnership.id, id) : null;
    if (!file || !(await this.openTo(who, file)))
      throw new LibraryError('not-found', 'There is no such file.');
    if (file.goneAt) throw new LibraryError('not-found', 'This file is no longer kept.');
    const bytes = await this.store.read(id);
    return { name: await this.items.fileName(who, file.itemId, id), bytes, mediaType: file.mediaType };
  }

  private async openTo(who: Follower, file: StoredFile): Promise<boolean> {
    const item = await this.items.find(who, file.itemId, NOW).catch(() => null);
    return mayOpen(
      who,
      file,
      item?.actions.find(({ id }) => id === file.actionId),
    );
  }

  private async find(who: Follower, about: About): Promise<void> {
    const read =
      'item' in about ? this.items.find(who, about.item, NOW) : this.items.ofAction(who, about.action, NOW);
    aboutOf(who, await read, about);
  }

  /** As `find`, while nobody else changes anything, and with the version that the request has seen. */
  private async within(
    change: TrackingChange,
    about: About,
  ): Promise<{ item: ItemState; action: ActionState | null }> {
    const id = 'item' in about ? about.item : await actionItemId(change.manager, about.action);
    if (id === null) throw noAction();
    const item = await change.item(id);
    const action = aboutOf(change.who, item, about);
    change.expect((action ?? item).version);
    return { item, action };
  }
}

/** @throws LibraryError as `mayTouchItem` and `mayTouchAction` */
function aboutOf(who: Follower, item: ItemState, about: About): ActionState | null {
  if ('item' in about) {
    mayTouchItem(who, item);
    return null;
  }
  const action = item.actions.find(({ id }) => id === about.action);
  if (!action) throw noAction();
  mayTouchAction(who, item, action);
  return action;
}

/** What nobody has classed is kept carefully. */
const CAREFUL: EvidenceClass = EVIDENCE_CLASSES.at(-1)!;

/** The last part of a name, in one line, without what would make it read otherwise than it is written. */
const plainName = (given: string): string => {
  const name = given
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  return name.length <= LONGEST_NAME ? name : name.slice(0, 1) + name.slice(1 - LONGEST_NAME);
};

function keptUntil(day: string | undefined, today: string): string | null {
  if (!day) return null;
  const { on } = promisedDay({ on: day }, 'keepUntil');
  if (on < today) throw invalidField('keepUntil', 'Give a day that is not over');
  return on;
}
