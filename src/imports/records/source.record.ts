import type { Source } from '../../publishing/source.js';
import { Text, WebAddressOrName } from './fields.js';

/** Where a record's facts come from. */
export class SourceRecord implements Source {
  @Text(500)
  title?: string;

  /** Not always an address: catalogues put the name of a file here. */
  @WebAddressOrName()
  url?: string;
}
