import { FilteredAnswer } from '../platform/http/listing/list.model.js';
import { LibraryRecord } from '../publishing/record.model.js';

/** Who is asked to act by recommendations of published reviews. */
export class AskedAgency extends LibraryRecord {
  /** What it is called. */
  name: string;

  /** How many recommendations of published reviews ask it for something. `url` leads to them. */
  recommendationCount: number;
}

export class AskedAgencyList extends FilteredAnswer {
  /** The agencies of this page. */
  items: AskedAgency[];
}
