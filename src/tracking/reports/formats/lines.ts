import type { ReportValue } from '../report.js';
import { sayKnownDay } from '../say.js';

/** What is said somewhere, in lines; none where nothing is. */
export function linesOf(value: ReportValue): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [value.toLocaleString('en-GB')];
  return 'precision' in value ? [sayKnownDay(value)] : value;
}
