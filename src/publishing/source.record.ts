import type { Source } from './source.js';
import { Text } from '../platform/bundle/fields.js';

/** Where a record's facts come from. */
export class SourceRecord implements Source {
  @Text(500)
  title?: string;

  /** Not always an address: catalogues put the name of a file here. */
  @Text(2000)
  url?: string;
}
