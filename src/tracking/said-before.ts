import { wordIn } from '../audit/audit-entries.js';
import { Injectable } from '@nestjs/common';
import { LibraryError, invalidField } from '../platform/http/errors/library-error.js';
import { EarlierRecommendations } from '../recommendations/earlier-recommendations.js';
import { FollowedTexts, type FollowedText } from '../recommendations/followed-texts.js';
import type { ThemeRef } from '../themes/theme-ref.model.js';
import type { ItemState } from './fold.js';
import type { Follower } from './follower.js';
import type { TrackingMoment } from './moment.js';
import { requireAuditLead } from './rights.js';
import type { EarlierItem, EarlierRecommendation, SaidBeforeAnswer } from './said-before.model.js';
import { standingOfItem } from './standing.js';
import { TrackedItemQueries } from './tracked-items.queries.js';
import { TrackingLog, type Asked, type Done } from './tracking-log.js';
import type { EarlierDecision } from './tracking.js';

export interface EarlierWish {
  recommendation: string;
  decision: EarlierDecision;
  reason?: string;
}

/** Earlier recommendations on the matter of an item: suggested by their words, confirmed or dismissed by the audit lead. */
@Injectable()
export class SaidBefore {
  constructor(
    private readonly log: TrackingLog,
    private readonly items: TrackedItemQueries,
    private readonly texts: FollowedTexts,
    private readonly earlier: EarlierRecommendations,
  ) {}

  /** @throws LibraryError not-found, forbidden; invalid-request for what is not public, or not earlier */
  async decide(who: Follower, id: string, wish: EarlierWish, asked: Asked | null = null): Promise<Done> {
    requireAuditLead(who);
    return await this.log.change(
      who,
      async (change) => {
        const item = await change.item(id);
        change.expect(item.version);
        const { recommendation, decision, reason: why } = wish;
        if (item.source.kind !== 'recommendation')
          throw new LibraryError('invalid-request', 'This item follows no recommendation of the library.');
        const order = await this.earlier.order(change.manager, recommendation, item.source.id);
        const isKnown = item.earlier.some((one) => one.recommendation === recommendation);
        if (order === null && !isKnown)
          throw invalidField('recommendation', 'There is no such recommendation in the library');
        if (order === 'later' && decision === 'confirmed')
          throw invalidField('recommendation', 'This recommendation is not an earlier one');
        await change.add(id, { fact: { deed: 'earlier', recommendation, decision }, why });
        return { subject: id };
      },
      asked,
    );
  }

  /** @throws LibraryError not-found */
  async of(who: Follower, id: string, moment: TrackingMoment): Promise<SaidBeforeAnswer> {
    const item = await this.items.find(who, id, moment);
    const { earlier: decided, source } = item;
    if (source.kind !== 'recommendation') return { times: 1, confirmed: [], suggested: [], dismissed: [] };
    const known = decided.map(({ recommendation }) => recommendation);
    const suggested = moment.past ? [] : await this.earlier.suggest(source.id, known);
    const ids = [...known, ...suggested];
    const [own, texts, all, words, seen] = await Promise.all([
      this.texts.read([source.id]),
      this.texts.read(ids),
      this.items.all(who, moment),
      this.log.wordsOf(
        who,
        decided.map((one) => one.words),
      ),
      this.earlier.publicAmong(ids),
    ]);
    const present = presenting({ themes: own.get(source.id)!.themes, texts, seen, all, asOf: moment.asOf });
    const of = (wanted: EarlierDecision): EarlierRecommendation[] =>
      decided
        .filter(({ decision }) => decision === wanted)
        .map((one) => {
          const reason = wordIn(words.get(one.words), 'why');
          return { ...present(one.recommendation), decision: wanted, on: one.on, reason };
        })
        .toSorted((one, other) => compareDates(other, one));
    const confirmed = of('confirmed');
    const open = { decision: null, on: null, reason: null };
    return {
      ...{ times: confirmed.length + 1, confirmed, dismissed: of('dismissed') },
      suggested: suggested.map((one) => ({ ...present(one), ...open })),
    };
  }
}

type Presented = Omit<EarlierRecommendation, 'decision' | 'on' | 'reason'>;

interface Known {
  /** Of what is followed. */
  themes: readonly ThemeRef[];
  texts: ReadonlyMap<string, FollowedText>;
  /** What the public sees. */
  seen: ReadonlySet<string>;
  all: readonly ItemState[];
  asOf: string;
}

/**
 * Says what recommendations are, and what came of them: only of those that the partnership itself follows. What was
 * withdrawn since is read by nobody else.
 */
function presenting({ themes, texts, seen, all, asOf }: Known): (id: string) => Presented {
  const own = new Set(themes.map(({ slug }) => slug));
  const following = new Map(
    all.flatMap((item) => (item.source.kind === 'recommendation' ? [[item.source.id, item] as const] : [])),
  );
  return (id) => {
    const item = following.get(id);
    const found = item || seen.has(id) ? texts.get(id) : undefined;
    return {
      ...{ id, number: found?.number ?? null, text: found?.text ?? null, review: found?.review ?? null },
      sharedThemes: (found?.themes ?? []).filter(({ slug }) => own.has(slug)),
      followed: item ? cameOf(item, asOf) : null,
    };
  };
}

function cameOf(item: ItemState, asOf: string): EarlierItem {
  const { delivery, word } = standingOfItem(item, asOf);
  const { id, ref, judgement, impact } = item;
  return { id, ref: String(ref), delivery, judgement: judgement.judgement, impact: impact.level, word };
}

const compareDates = (one: Presented, other: Presented): number =>
  (one.review?.publishedOn ?? '').localeCompare(other.review?.publishedOn ?? '');
