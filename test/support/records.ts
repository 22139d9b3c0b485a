import type { LabelKind } from '../../src/themes/theme.js';
import type { DataSource, DeepPartial, ObjectLiteral } from 'typeorm';
import { Briefing } from '../../src/briefings/briefing.entity.js';
import { ContactLine, Partnership } from '../../src/partnerships/partnership.entity.js';
import { Agency } from '../../src/recommendations/agency.entity.js';
import { Recommendation } from '../../src/recommendations/recommendation.entity.js';
import { Resource } from '../../src/resources/resource.entity.js';
import { LearningPointEntity, Review, ReviewDocument } from '../../src/reviews/review.entity.js';
import { normaliseLabel } from '../../src/platform/text/normalise-label.js';
import { Theme, ThemeLabel } from '../../src/themes/theme.entity.js';

const slugOf = (text: string): string => normaliseLabel(text).replaceAll(' ', '-');

/** Writes records straight into the database, in any state: what an import would never write can be tested too. */
export class Records {
  private serial = 0;

  constructor(private readonly source: DataSource) {}

  async aPartnership(given: DeepPartial<Partnership> = {}): Promise<Partnership> {
    const name = given.name ?? `Partnership ${this.next()}`;
    return await this.save(Partnership, { slug: slugOf(name), ...given, name });
  }

  async aContactLine(partnership: Partnership, given: DeepPartial<ContactLine> = {}): Promise<ContactLine> {
    const line = {
      about: 'child',
      audience: 'everyone',
      phone: '01234 567890',
      position: this.next(),
    } as const;
    return await this.save(ContactLine, { partnership: { id: partnership.id }, ...line, ...given });
  }

  async aTheme(
    label: string,
    { names = {}, ...given }: DeepPartial<Theme> & { names?: Partial<Record<LabelKind, string[]>> } = {},
  ): Promise<Theme> {
    const theme = await this.save(Theme, { label, slug: slugOf(label), ...given });
    const all = { ...names, preferred: [label] };
    for (const [kind, texts] of Object.entries(all) as [LabelKind, string[]][]) {
      for (const [position, text] of texts.entries()) {
        const name = { normalised: normaliseLabel(text), text, kind, position, theme: { id: theme.id } };
        await this.save(ThemeLabel, name);
      }
    }
    return theme;
  }

  /** A published review, unless told otherwise. Learning points are given as themes or in full. */
  async aReview({
    learning = [],
    ...given
  }: Omit<DeepPartial<Review>, 'learning'> & {
    learning?: (Theme | DeepPartial<LearningPointEntity>)[];
  } = {}): Promise<Review> {
    const label = given.label ?? `Child ${this.next()}`;
    const publisher = given.publisher ?? (await this.aPartnership());
    const year = given.year ?? (given.publishedOn ? Number(given.publishedOn.slice(0, 4)) : null);
    const precision = given.publishedOn ? ({ publishedPrecision: 'day' } as const) : {};
    const slug = `review-${slugOf(label)}`;
    const review = await this.save(Review, {
      slug,
      title: `${label}: a review`,
      type: 'lcspr',
      about: 'children',
      year,
      ...precision,
      ...given,
      publisher,
      label,
    });
    for (const [position, item] of learning.entries()) {
      const point = item instanceof Theme ? { theme: item } : item;
      const plain = { kind: 'finding', statement: `What ${label} teaches, ${position}`, position } as const;
      await this.save(LearningPointEntity, { ...plain, ...point, review: { id: review.id } });
    }
    return review;
  }

  async aDocument(review: Review, given: DeepPartial<ReviewDocument> = {}): Promise<ReviewDocument> {
    const document = { kind: 'full-report', title: 'Full report', position: this.next(), ...given };
    return await this.save(ReviewDocument, { ...document, review: { id: review.id } });
  }

  async anAgency(name: string): Promise<Agency> {
    return await this.save(Agency, { name, slug: slugOf(name) });
  }

  async aRecommendation(
    review: Review,
    { themes = [], addressees = [], ...given }: DeepPartial<Recommendation> = {},
  ): Promise<Recommendation> {
    const position = this.next();
    const plain = { number: String(position), text: `What is asked, ${position}`, position };
    return await this.save(Recommendation, {
      ...plain,
      ...given,
      themes,
      addressees,
      review: { id: review.id },
    });
  }

  /** One that is published; the number of its entry is beyond those that a test makes. */
  async aProgressReport(partnershipId: string, reviewId: string): Promise<void> {
    await this.source.query(PROGRESS, [partnershipId, reviewId]);
  }

  async aBriefing(given: DeepPartial<Briefing> = {}): Promise<Briefing> {
    const title = given.title ?? `Briefing ${this.next()}`;
    const precision = given.publishedOn ? ({ publishedPrecision: 'day' } as const) : {};
    return await this.save(Briefing, { slug: slugOf(title), ...precision, ...given, title });
  }

  async aResource(given: DeepPartial<Resource> = {}): Promise<Resource> {
    const title = given.title ?? `Resource ${this.next()}`;
    return await this.save(Resource, { slug: slugOf(title), type: 'training', ...given, title });
  }

  private next(): number {
    return (this.serial += 1);
  }

  private async save<Entity extends ObjectLiteral>(
    entity: new () => Entity,
    values: DeepPartial<NoInfer<Entity>>,
  ): Promise<Entity> {
    const repository = this.source.getRepository(entity);
    return await repository.save(repository.create(values));
  }
}

const PROGRESS = `
  with words as (
    insert into audit_words (chain, number, field, salt, content)
    values ($1, 1000000, 'to', '', '{"title": "Progress", "introduction": "What came of it."}'))
  insert into progress_report (id, partnership_id, review_id, released_entry, released_on, version)
  values (gen_random_uuid(), $1, $2, 1000000, '2025-01-01', 1000000)`;
