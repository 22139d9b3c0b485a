import type { ImportRun } from './import-run.js';

export interface Place {
  file: number;
  line: number;
}

/** An SQL aggregate over staged records: where all the records of a group are. */
export const PLACES = `jsonb_agg(jsonb_build_object('file', file, 'line', line) order by seq) as places`;

/** Reports records that cannot all stand: every one but the first, with the place of the first. */
export function reportAllButFirst(
  { problems, files }: Pick<ImportRun, 'problems' | 'files'>,
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
