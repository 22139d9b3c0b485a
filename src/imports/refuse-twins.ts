import { PLACES, reportAllButFirst, type Place } from '../platform/bundle/twins.js';
import type { ImportRun } from '../platform/bundle/import-run.js';
import { kindOf, type RecordKind } from './kinds.js';

/** Reports records that are the same one as an earlier record of the bundle. */
export async function refuseTwins(run: ImportRun): Promise<void> {
  const twins = await run.manager.query<
    { places: Place[]; kind: RecordKind; by: 'identity' | 'reference' }[]
  >(
    `select kind, 'identity' as by, ${PLACES} from import_record where kind <> 'document-text'
      group by kind, publisher, name, edition having count(*) > 1
     union all
     select kind, 'reference', ${PLACES} from import_record where kind = 'review' and reference is not null
      group by kind, reference having count(*) > 1`,
  );
  for (const { kind, by, places } of twins) {
    const field = by === 'reference' ? 'reference' : (kindOf(kind)?.identifiedBy ?? '');
    const what =
      by === 'reference' ? 'has the same reference as the review' : `is the same ${kind} as the one`;
    reportAllButFirst(run, places, field, what);
  }
}
