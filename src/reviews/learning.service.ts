import { Any, IsNull, Not, type EntityManager } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { ImportRun, Staged, ThemeMove } from '../platform/bundle/import-run.js';
import { sameKey, type KnownPart } from '../platform/bundle/pair-parts.js';
import { placeParts, type PartsOf } from '../platform/bundle/place-parts.js';
import { plainText } from '../platform/bundle/similarity.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { distinctIds, writeRows } from '../platform/postgres/rows.js';
import { keepEdited } from '../publishing/edits.js';
import { ThemeBook, type ThemeInWords } from '../themes/theme-book.js';
import { ThemeService } from '../themes/theme.service.js';
import { LEARNING_FIELDS, type LearningRecord } from './learning.record.js';
import { LearningPointEntity } from './review.entity.js';
import { ownerOf, type ReviewRecord } from './review.record.js';

interface KnownPoint extends KnownPart {
  reviewId: string;
  themeId: string;
  statement: string | null;
}
type GivenPoint = LearningRecord & ThemeInWords;

const COLUMNS = {
  ...{ id: 'uuid', review_id: 'uuid', position: 'smallint', theme_id: 'uuid', phrase: 'text' },
  ...columnsOf(LEARNING_FIELDS),
  left_source_at: 'timestamptz',
};

const wordsOf = (point: { statement?: string | null }): string => plainText(point.statement ?? '');

/** A learning point is its theme and statement: the one may be put under another theme, the other be reworded. */
const CERTAIN: PartsOf<ReviewRecord, KnownPoint, GivenPoint>['certain'] = [
  sameKey((point: KnownPoint | GivenPoint) => `${point.themeId} ${wordsOf(point)}`),
  sameKey((point: KnownPoint | GivenPoint) => wordsOf(point) || null),
  // The source named the theme alone, and now says what it taught.
  {
    known: ({ themeId, statement, left }) => (statement === null && !left ? [themeId] : []),
    given: ({ themeId }) => themeId,
  },
];

/** Alone writes learning points. */
export class LearningService {
  /** Writes the learning points of reviews; those that left their source are kept, and shown no more. */
  async import(run: ImportRun, all: Staged<ReviewRecord>[], changed: Staged<ReviewRecord>[]): Promise<void> {
    const book = run.shared(ThemeBook);
    const theme = book.inWordsOnce();
    const placed = await placeParts<ReviewRecord, KnownPoint, GivenPoint>(
      run,
      {
        ...{ table: 'learning_point', kind: 'learning-point', noun: 'learning point', field: 'learning' },
        columns: 't.theme_id as "themeId", t.statement',
        owner: ownerOf,
        given: ({ learning }) => learning.map((point) => ({ ...point, ...theme(point.theme) })),
        // Its theme in the words of the source: what that is called in the thesaurus may change.
        identity: (point) => [normaliseLabel(point.theme), wordsOf(point)],
        certain: CERTAIN,
        key: ({ themeId }) => themeId,
        text: ({ statement }) => statement ?? '',
        say: ({ themeId }) => `the point on “${book.themes.get(themeId)?.label ?? ''}”`,
      },
      all,
      changed,
    );
    await new ThemeService().writeProposed(run, book);
    const given = placed.map(({ id, reviewId: review_id, position, part }) => ({
      ...{ ...rowOf(LEARNING_FIELDS, part), id, review_id, position, theme_id: part.themeId },
      ...{ phrase: part.phrase, left_source_at: null },
    }));
    const target = { kind: 'learning_point', fields: LEARNING_FIELDS };
    const kept = changed.length > 0 ? await keepEdited(run, target, given) : given;
    await writeRows(run.manager, 'learning_point', COLUMNS, kept);
  }

  /** @returns the reviews that have learning points on one of the themes */
  async reviewsOn(manager: EntityManager, themeIds: string[]): Promise<string[]> {
    const points = manager.createQueryBuilder(LearningPointEntity, 'p').where({ themeId: Any(themeIds) });
    return await distinctIds(points, 'p.reviewId');
  }

  /** Puts the points on one theme under another. The old theme's name was the source's own word for it. */
  async moveThemes(manager: EntityManager, moves: ThemeMove[]): Promise<void> {
    await manager.query(
      `update learning_point p set theme_id = m.into_id, phrase = coalesce(p.phrase, m.label)
         from unnest($1::uuid[], $2::uuid[], $3::text[]) as m(from_id, into_id, label) where p.theme_id = m.from_id`,
      [moves.map(({ fromId }) => fromId), moves.map(({ intoId }) => intoId), moves.map(({ label }) => label)],
    );
  }

  /** Forgets the sources' words for these themes where they tell a reader nothing (any more). */
  async forgetWords(
    manager: EntityManager,
    themeIds: string[],
    tells: (themeId: string, words: string) => boolean,
  ): Promise<void> {
    const phrases = await manager
      .createQueryBuilder(LearningPointEntity, 'p')
      .select('p.themeId', 'themeId')
      .addSelect('p.phrase', 'phrase')
      .distinct()
      .where({ themeId: Any(themeIds), phrase: Not(IsNull()) })
      .getRawMany<{ themeId: string; phrase: string }>();
    const dropped = phrases.filter(({ themeId, phrase }) => !tells(themeId, phrase));
    if (dropped.length === 0) return;
    await manager.query(
      `update learning_point p set phrase = null from unnest($1::uuid[], $2::text[]) as d(theme_id, phrase)
        where p.theme_id = d.theme_id and p.phrase = d.phrase`,
      [dropped.map(({ themeId }) => themeId), dropped.map(({ phrase }) => phrase)],
    );
  }
}
