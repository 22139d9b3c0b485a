import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count, sayList } from '../../platform/text/words.js';
import { IMPACT_WORDS, ITEM_DELIVERY_WORDS, JUDGEMENT_WORDS } from '../progress.js';
import type { PromiseCounts, RecommendationProgress } from '../recommendation.model.js';

/** What came of a recommendation, as one partnership has released it. */
export interface ProgressView {
  slug: string;
  partnership: string;
  line: string;
  /** “3 agencies asked, 2 responded: …”. */
  response: string;
  facts: { name: string; value: string }[];
  /** “9 June 2025”. */
  on: string;
}

/** Said of what nobody has answered, and of what nobody has published an answer to: the reader cannot tell them apart. */
export const NO_RESPONSE = 'No published response.';

export const presentProgress = (progress: RecommendationProgress): ProgressView => ({
  ...{ slug: progress.partnership, partnership: progress.partnershipName, line: progress.publicLine },
  response: sayResponses(progress.responses),
  facts: [
    {
      name: 'Action',
      value: lower(ITEM_DELIVERY_WORDS[progress.delivery]).replace('no action', 'none recorded'),
    },
    {
      name: 'Judgement of the partnership',
      value: JUDGED[progress.judgement] ?? lower(JUDGEMENT_WORDS[progress.judgement]),
    },
    {
      name: 'Evidence of impact',
      value: `${lower(IMPACT_WORDS[progress.impact])}${progress.impactClaimed ? ', as claimed' : ''}`,
    },
  ],
  on: sayPartialDate(progress.updatedOn),
});

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const JUDGED: Readonly<Record<string, string>> = { open: 'not judged yet' };

/** Counts of promises by organisations: of each answer how many gave it, and never one word for many. */
function sayResponses({
  asked,
  answered,
  accepted,
  acceptedInPart,
  notAccepted,
  disputed,
}: PromiseCounts): string {
  if (answered === 0) return NO_RESPONSE;
  const each: [number, string, string][] = [
    [accepted, 'accepts it', 'accept it'],
    [acceptedInPart, 'accepts it in part', 'accept it in part'],
    [notAccepted, 'does not accept it', 'do not accept it'],
    [disputed, 'says that it is not the one to ask', 'say that they are not the ones to ask'],
  ];
  const said = each
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  const responded = answered === asked ? '' : `, ${answered} responded`;
  return `${count(asked, 'agency', 'agencies')} asked${responded}: ${sayList(said)}.`;
}
