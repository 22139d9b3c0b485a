import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { SlugBook, slugOf } from '../platform/text/slug.js';
import { matchChildren, type SamePart } from './match-children.js';
import { nameKey } from '../platform/text/name-key.js';
import type { FieldsOf } from './records/check-record.js';
import { deleteRows, rows, takenSlugs, writeRows } from '../platform/postgres/rows.js';
import type { Staged } from './staging.js';
import type { NamedTheme, Thesaurus } from './thesaurus.js';

/** The library's agencies by the compared form of their names. */
export class Agencies {
  private waiting: { id: string; name: string; slug: string }[] = [];
  /** How many were made because a recommendation names them. */
  made = 0;

  private constructor(
    private readonly ids: Map<string, string>,
    private readonly slugs: SlugBook,
  ) {}

  static async load(manager: EntityManager): Promise<Agencies> {
    const all = await rows<{ id: string; name: string }>(manager, `select id, name from agency`);
    const ids = new Map(all.map(({ id, name }) => [nameKey(name), id]));
    return new Agencies(ids, new SlugBook(await takenSlugs(manager, 'agency')));
  }

  findOrMake(name: string): string {
    const key = nameKey(name);
    const known = this.ids.get(key);
    if (known) return known;
    const id = randomUUID();
    this.ids.set(key, id);
    this.waiting.push({ id, name, slug: this.slugs.claim(slugOf(name, 'agency')) });
    this.made += 1;
    return id;
  }

  async write(manager: EntityManager): Promise<void> {
    await writeRows(manager, 'agency', { id: 'uuid', name: 'text', slug: 'text' }, this.waiting);
    this.waiting = [];
  }
}

interface KnownPart {
  id: string;
  reviewId: string;
  position: number;
}
type KnownPoint = KnownPart & { themeId: string; statement: string | null };
type KnownRecommendation = KnownPart & { number: string | null; text: string };
type KnownDocument = KnownPart & { kind: string; title: string; url: string | null };

type Learning = FieldsOf<'review'>['learning'][number] & NamedTheme;
type Recommendation = FieldsOf<'review'>['recommendations'][number] & { position: number };
type Document = FieldsOf<'review'>['documents'][number];

const SAME_POINT: SamePart<KnownPoint, Learning>[] = [
  (known, given) => known.themeId === given.themeId && known.statement === (given.statement ?? null),
  (known, given) => known.themeId === given.themeId,
];
// Their ids are public addresses, and actions hang on them: another number with another text is another recommendation.
const SAME_RECOMMENDATION: SamePart<KnownRecommendation, Recommendation>[] = [
  (known, given) => known.number !== null && known.number === given.number,
  (known, given) => known.text === given.text,
  (known, given) =>
    known.position === given.position && (known.number === null || given.number === undefined),
];
// The pages that were read from a document hang on its id.
const SAME_DOCUMENT: SamePart<KnownDocument, Document>[] = [
  (known, given) => known.kind === given.kind && known.url !== null && known.url === given.url,
  (known, given) => known.kind === given.kind && known.title === given.title,
  (known, given) => known.kind === given.kind,
  (known, given) => known.url !== null && known.url === given.url,
];

/** Writes what a batch of reviews consists of. */
export class ReviewParts {
  constructor(
    private readonly manager: EntityManager,
    private readonly thesaurus: Thesaurus,
    private readonly agencies: Agencies,
  ) {}

  /** @returns the themes that had to be proposed */
  async write(created: Staged<'review'>[], changed: Staged<'review'>[]): Promise<string[]> {
    const all = [...created, ...changed];
    const ids = changed.map(({ targetId }) => targetId);
    const themes = new Map<string, NamedTheme>();
    const theme = (name: string): NamedTheme => {
      const known = themes.get(name) ?? this.thesaurus.named(name);
      themes.set(name, known);
      return known;
    };
    const learning = await this.learning(all, ids, theme);
    const recommendations = await this.recommendations(all, ids, theme);
    const proposed = await this.thesaurus.writeProposed(this.manager);
    await this.agencies.write(this.manager);
    await writeRows(this.manager, 'learning_point', LEARNING_COLUMNS, learning);
    await writeRows(this.manager, 'recommendation', RECOMMENDATION_COLUMNS, recommendations.given);
    await this.link('recommendation_theme', 'theme_id', recommendations.themes);
    await this.link('recommendation_addressee', 'agency_id', recommendations.addressees);
    await writeRows(this.manager, 'review_document', DOCUMENT_COLUMNS, await this.documents(all, ids));
    return proposed;
  }

  private async learning(
    reviews: Staged<'review'>[],
    changedIds: string[],
    theme: (name: string) => NamedTheme,
  ): Promise<object[]> {
    const known = await this.known<KnownPoint>(
      'learning_point',
      'theme_id as "themeId", statement',
      changedIds,
    );
    return await this.paired(
      'learning_point',
      reviews,
      known,
      ({ learning }) => learning.map((point) => ({ ...point, ...theme(point.theme) })),
      SAME_POINT,
      ({ themeId: theme_id, kind, statement, phrase, pages }) => ({
        ...{ theme_id, kind, statement, phrase, pages },
      }),
    );
  }

  private async recommendations(
    reviews: Staged<'review'>[],
    changedIds: string[],
    theme: (name: string) => NamedTheme,
  ): Promise<{ given: object[]; themes: string[][]; addressees: string[][] }> {
    const known = await this.known<KnownRecommendation>('recommendation', 'number, text', changedIds);
    const themes: string[][] = [];
    const addressees: string[][] = [];
    const given = await this.paired(
      'recommendation',
      reviews,
      known,
      ({ recommendations }) =>
        recommendations.map((recommendation, position) => ({ ...recommendation, position })),
      SAME_RECOMMENDATION,
      ({ number, text, scope, ...named }, id) => {
        for (const themeId of new Set(named.themes.map((name) => theme(name).themeId)))
          themes.push([id, themeId]);
        const agencies = named.addressees.map((name) => this.agencies.findOrMake(name));
        for (const agency of new Set(agencies)) addressees.push([id, agency]);
        return { number, text, scope };
      },
    );
    const kept = [...known.values()].flat().map(({ id }) => id);
    await deleteRows(this.manager, 'recommendation_theme', 'recommendation_id', kept);
    await deleteRows(this.manager, 'recommendation_addressee', 'recommendation_id', kept);
    return { given, themes, addressees };
  }

  private async documents(reviews: Staged<'review'>[], changedIds: string[]): Promise<object[]> {
    const known = await this.known<KnownDocument>('review_document', 'kind, title, url', changedIds);
    // Each place is one document's at every moment: all leave theirs before any takes one.
    if (known.size > 0)
      await this.manager.query(
        `update review_document set position = -1 - position where review_id = any($1::uuid[])`,
        [[...known.keys()]],
      );
    return await this.paired(
      'review_document',
      reviews,
      known,
      ({ documents }) => documents,
      SAME_DOCUMENT,
      ({ kind, title, url }) => ({ kind, title, url }),
    );
  }

  /** The parts that these reviews have in the library, by review. */
  private async known<Part extends KnownPart>(
    table: string,
    columns: string,
    reviewIds: string[],
  ): Promise<Map<string, Part[]>> {
    if (reviewIds.length === 0) return new Map();
    const all = await rows<Part>(
      this.manager,
      `select id, review_id as "reviewId", position, ${columns} from ${table}
        where review_id = any($1::uuid[]) order by review_id, position, id`,
      [reviewIds],
    );
    return Map.groupBy(all, ({ reviewId }) => reviewId);
  }

  /** Gives the parts of each review the ids of those they are, or new ones, and deletes those that are no more. */
  private async paired<Known extends KnownPart, Given>(
    table: string,
    reviews: Staged<'review'>[],
    known: Map<string, Known[]>,
    partsOf: (fields: FieldsOf<'review'>) => Given[],
    tests: SamePart<Known, Given>[],
    columnsOf: (part: Given, id: string) => object,
  ): Promise<object[]> {
    const gone = new Set([...known.values()].flat().map(({ id }) => id));
    const given = reviews.flatMap(({ targetId, fields }) => {
      const parts = partsOf(fields);
      const same = matchChildren(known.get(targetId) ?? [], parts, tests);
      return parts.map((part, position) => {
        const id = same[position]?.id ?? randomUUID();
        gone.delete(id);
        return { id, review_id: targetId, position, ...columnsOf(part, id) };
      });
    });
    await deleteRows(this.manager, table, 'id', [...gone]);
    return given;
  }

  private async link(table: string, column: string, pairs: string[][]): Promise<void> {
    if (pairs.length === 0) return;
    await this.manager.query(
      `insert into ${table} (recommendation_id, ${column}) select * from unnest($1::uuid[], $2::uuid[])`,
      [pairs.map(([id]) => id), pairs.map(([, other]) => other)],
    );
  }
}

const PART = { id: 'uuid', review_id: 'uuid', position: 'smallint' };
const LEARNING_COLUMNS = {
  ...PART,
  ...{ theme_id: 'uuid', kind: 'text', statement: 'text', phrase: 'text', pages: 'smallint[]' },
};
const RECOMMENDATION_COLUMNS = { ...PART, number: 'text', text: 'text', scope: 'text' };
const DOCUMENT_COLUMNS = { ...PART, kind: 'text', title: 'text', url: 'text' };
