import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import type { SourceLink } from './source-link.model.js';
import { presentSources, type SourceView } from './sources.presenter.js';
import type { SummaryNotice } from './summary-notice.model.js';

/** Said in lists of what has the notice on its page. */
export const SHORT_NOTICE = 'Summary by this library';

/** What may say more than a summary of it does. */
export type Original = 'report' | 'briefing' | 'original';

/** As it is read from its table. */
interface Written {
  url: string;
  sources: SourceLink[];
  summarised: boolean;
}

export type Noticed<Row extends Written> = Omit<Row, 'summarised'> & { summarised: SummaryNotice | null };

/** Says of a record that this library wrote it, in words that are the same on its page and in the API. */
@Injectable()
export class SummaryNotices {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @returns the record, with the notice where its row only says whether there is one */
  on<Row extends Written>(row: Row, original: Original): Noticed<Row> {
    const { before, sources, after } = partsOf(row.sources, original);
    const text = `${before} ${sources.map(({ title }) => `“${title}”`).join(', ')} ${after}`;
    const notice = { text, mistakes: this.mistakesOf(row.url) };
    return { ...row, summarised: row.summarised ? notice : null };
  }

  private mistakesOf(url: string): string {
    const { contactEmail } = this.config;
    return contactEmail ? mailTo(contactEmail, `Mistake in ${url}`) : ABOUT;
  }
}

const mailTo = (address: string, subject: string): string =>
  `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}?subject=${encodeURIComponent(subject)}`;

/** What the library says about telling of mistakes. */
const ABOUT = '/about#mistakes';

/** The same on a page, where the sources are links. */
export interface SummaryNoticeView {
  before: string;
  sources: SourceView[];
  after: string;
  mistakes: string;
  /** The e-mail address in `mistakes`, for paper. */
  address: string | null;
}

interface Noted {
  sources: SourceLink[];
  summarised: SummaryNotice | null;
}

export const presentNotice = ({ sources, summarised }: Noted, original: Original): SummaryNoticeView | null =>
  summarised && {
    ...partsOf(sources, original),
    mistakes: summarised.mistakes,
    address: decodeURIComponent(/^mailto:([^?]+)/.exec(summarised.mistakes)?.[1] ?? '') || null,
  };

const partsOf = (
  sources: SourceLink[],
  original: Original,
): Pick<SummaryNoticeView, 'before' | 'sources' | 'after'> => ({
  before: 'Summarised from',
  sources: presentSources(sources),
  after: `by this library; not checked by its publisher; the ${original} may say more`,
});
