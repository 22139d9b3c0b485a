import type { Source } from './source.js';
import { Text, WebAddressOrName } from '../platform/bundle/fields.js';

/** Where a record's facts come from. */
export class SourceRecord implements Source {
  @Text(500)
  title?: string;

  /** Not always an address: catalogues put the name of a file here. */
  @WebAddressOrName()
  url?: string;
}
