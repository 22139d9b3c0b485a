import { Any, MoreThanOrEqual } from 'typeorm';
import { columnsOf, rowOf } from '../platform/bundle/field-map.js';
import type { Count, ImportRun, Staged } from '../platform/bundle/import-run.js';
import { sameKey, type KnownPart } from '../platform/bundle/pair-parts.js';
import { placeParts, type PartsOf } from '../platform/bundle/place-parts.js';
import { plainText } from '../platform/bundle/similarity.js';
import { writeRows } from '../platform/postgres/rows.js';
import { DOCUMENT_FIELDS, titleOfKind, type DocumentRecord } from './document.record.js';
import { ReviewDocument } from './review.entity.js';
import { ownerOf, type ReviewRecord } from './review.record.js';

interface KnownDocument extends KnownPart {
  reviewId: string;
  kind: string;
  title: string;
  url: string | null;
}

const COLUMNS = {
  ...{ id: 'uuid', review_id: 'uuid', position: 'smallint' },
  ...columnsOf(DOCUMENT_FIELDS),
  left_source_at: 'timestamptz',
};

type Either = KnownDocument | DocumentRecord;

const DOCUMENTS: PartsOf<ReviewRecord, KnownDocument, DocumentRecord> = {
  ...{ table: 'review_document', kind: 'document', noun: 'document', field: 'documents' },
  columns: 't.kind, t.title, t.url',
  owner: ownerOf,
  given: ({ documents }) => documents,
  identity: ({ kind, url, title }) => [kind ?? null, url ?? plainText(title ?? '')],
  // The pages that were read from a document hang on its id: another document must not get it.
  certain: [
    sameKey(({ kind, url }: Either) => (url ? `${kind} ${url}` : null)),
    sameKey(({ kind, title }: Either) => `${kind} ${plainText(title ?? '')}`),
    sameKey(({ url }: Either) => url ?? null),
    // Nothing was known of it but its kind.
    {
      known: ({ kind, title, url, left }) =>
        url === null && title === titleOfKind(kind) && !left ? [kind] : [],
      given: ({ kind }) => kind ?? null,
    },
  ],
  key: ({ kind }) => kind ?? null,
  text: ({ title }) => title ?? '',
  say: ({ kind }) => `the document of the kind ${kind}`,
};

/** Alone writes the documents of reviews, and the pages that were read from them. */
export class DocumentService {
  /** Writes the documents of reviews; those that left their source are kept with their pages, and shown no more. */
  async import(run: ImportRun, all: Staged<ReviewRecord>[], changed: Staged<ReviewRecord>[]): Promise<void> {
    const placed = await placeParts(run, DOCUMENTS, all, changed);
    // Each place is one document's at every moment: all leave theirs before any takes one.
    const known = placed.flatMap((one) => (one.known ? [one.id] : []));
    const placedNow = { id: Any(known), position: MoreThanOrEqual(0) };
    if (known.length > 0)
      await run.manager.update(ReviewDocument, placedNow, { position: () => '-1 - position' });
    const given = placed.map(({ id, reviewId: review_id, position, part }) => ({
      ...{ ...rowOf(DOCUMENT_FIELDS, part), id, review_id, position, left_source_at: null },
    }));
    await writeRows(run.manager, 'review_document', COLUMNS, given);
  }

  /** Writes the staged pages of documents. @returns how many were new, said something else, or were there already */
  async importPages({ manager, stale }: ImportRun): Promise<Count> {
    const [all] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count from import_record where kind = 'document-text'`,
    );
    if (!all?.count) return { created: 0, updated: 0, unchanged: 0 };
    const written = await manager.query<{ reviewId: string; created: number; updated: number }[]>(
      `with written as (
         insert into document_page (document_id, page, text)
         select d.id, s.page, s.body::jsonb->>'text'
           from import_record s join review_document d
             on d.review_id = s.target_id and d.position = s.position and d.left_source_at is null
          where s.kind = 'document-text'
         on conflict (document_id, page) do update set text = excluded.text
          where document_page.text is distinct from excluded.text
         returning document_id, old.page is null as created
       )
       select d.review_id as "reviewId", (count(*) filter (where created))::int as created,
              (count(*) filter (where not created))::int as updated
         from written w join review_document d on d.id = w.document_id group by d.review_id`,
    );
    stale.add(
      'review',
      written.map(({ reviewId }) => reviewId),
    );
    const created = written.reduce((sum, one) => sum + one.created, 0);
    const updated = written.reduce((sum, one) => sum + one.updated, 0);
    return { created, updated, unchanged: all.count - created - updated };
  }
}
