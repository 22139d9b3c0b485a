import type { EntityManager } from 'typeorm';
import type { Problems } from './problems.js';
import type { RecordKind } from './records/check-record.js';
import { rows } from '../platform/postgres/rows.js';

type Place = { file: number; line: number };

/** An SQL aggregate over staged records: where all the records of a group are. */
export const PLACES = `jsonb_agg(jsonb_build_object('file', file, 'line', line) order by seq) as places`;

const IDENTIFYING: Record<RecordKind, string> = {
  partnership: 'name',
  theme: 'label',
  review: 'label',
  briefing: 'title',
  resource: 'title',
  'document-text': 'page',
};

/** Reports records that are the same one as an earlier record of the bundle. */
export async function refuseTwins(
  manager: EntityManager,
  problems: Problems,
  files: string[],
): Promise<void> {
  const twins = await rows<{ places: Place[]; kind: RecordKind; by: 'identity' | 'reference' }>(
    manager,
    `select kind, 'identity' as by, ${PLACES} from import_record where kind <> 'document-text'
      group by kind, publisher, name, edition having count(*) > 1
     union all
     select kind, 'reference', ${PLACES} from import_record where kind = 'review' and reference is not null
      group by kind, reference having count(*) > 1`,
  );
  for (const { kind, by, places } of twins) {
    const field = by === 'reference' ? 'reference' : IDENTIFYING[kind];
    const what =
      by === 'reference' ? 'has the same reference as the review' : `is the same ${kind} as the one`;
    reportAllButFirst(problems, files, places, field, what);
  }
}

/** Reports records that cannot all stand: every one but the first, with the place of the first. */
export function reportAllButFirst(
  problems: Problems,
  files: string[],
  places: Place[],
  field: string,
  what: string,
): void {
  const [first, ...others] = places;
  for (const { file, line } of others) {
    const elsewhere = first && first.file !== file ? ` of ${files[first.file]}` : '';
    problems.add(file, line, field, `${field} ${what} on line ${first?.line}${elsewhere}`);
  }
}
