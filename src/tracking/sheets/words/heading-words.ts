import type { ColumnField } from '../preview.js';

/**
 * What a heading makes of its column. Beyond the fields of a preview: a revised date beside an original one; a lead who may be an
 * agency or a person, and a completion date that may be the day planned, which only their cells can tell; a percentage; and what is
 * said of a recommendation rather than of one action, kept as a note there. Comments may be progress, and an outcome may be an impact.
 */
export type HeadingKind =
  | Exclude<ColumnField, 'note'>
  | 'revisedDue'
  | 'lead'
  | 'completionDate'
  | 'comments'
  | 'outcome'
  | 'percent'
  | 'aboutRecommendation'
  | 'note';

const DUE_WORDS =
  'due|dates?|deadlines?|targets?|timescales?|timeframes?|time frames?|timelines?|completion|when';

/**
 * Headings of action plans, first match wins. A heading is matched in small letters, without apostrophes and with one space for every
 * other mark. Origin: the headings of published plans: multi-agency action plans of safeguarding children partnerships, the Home
 * Office template for domestic homicide reviews, safeguarding adults boards' SAR trackers, council improvement and audit trackers, and
 * a public register of recommendations. What no pattern knows becomes a note, so a heading is listed only where it is sure.
 */
export const HEADING_WORDS: readonly (readonly [kind: HeadingKind, pattern: RegExp])[] = [
  // Said of the recommendation, when it came.
  [
    'aboutRecommendation',
    /^(date|when) (raised|identified|added|made|received|logged|opened|issued|published|of (the )?(review|report|recommendation|meeting|panel|publication|incident|death))$/,
  ],
  [
    'aboutRecommendation',
    /^(raised (on|by)|date raised.*|publication date|report date|date agreed( by .*)?)$/,
  ],
  // What is hoped for or will be measured is no result; what will be looked at later is no due date.
  [
    'note',
    /\b(expected|desired|intended|anticipated|planned|hoped for|proposed) (outcomes?|impacts?|benefits?|results?|evidence)\b/,
  ],
  [
    'note',
    /\bsuccess\b|\bgood look like\b|^how (will|do) (we|you|it|this) .*(know|measure|evidence|monitor|test)|^(outcomes?|impact) (measures?|sought|required|expected|wanted)\b/,
  ],
  [
    'note',
    /\bmeasures?\b|\bkpis?\b|^(what )?evidence (required|needed|expected|to be)\b|\bhow (will|is) .*(measured|evidenced|monitored)\b/,
  ],
  ['note', /^(planned |actual |action )?(start|commencement|begin)( date)?$|^date (started|commenced)$/],
  [
    'note',
    /^(next |date of next |last |date of )?(review|reviewed|update|updated)( due| date| on| by)$|^(date|last) (last )?(updated|reviewed|of (last |next )?(update|review))$|^next (review|update)$|^(date for|date of) review$/,
  ],
  ['percent', /\bpercent(age)?\b/],
  ['rag', /\bb?rag\b|\br a g\b|\btraffic lights?\b|\bred amber\b|^(progress |action )?(rating|colour)$/],
  // Results.
  ['impact', /\bimpacts?\b|\bdifference\b|^so what\b/],
  ['milestones', /\bmilestones?\b/],
  [
    'response',
    /^(agency |partner |partnership |board |management |single agency )?(response|decision)( to (the )?recommendations?)?$/,
  ],
  [
    'response',
    /^(is (the |this )?)?(recommendation )?(accepted|agreed|accept|agree)( (by .*|or .*|y n|yes no|yes or no.*|in part.*|rejected.*|in full.*|not accepted.*|partially.*|reject.*))?$/,
  ],
  ['scope', /^(scope|level)\b|^(local|national|regional)( or)? (local|national|regional)\b/],
  // Who: both words in one heading are taken apart cell by cell.
  [
    'agency',
    /^(recommendation (for|to|made to|addressed to)|addressed to|addressees?|directed (to|at)|for whom)\b/,
  ],
  [
    'lead',
    /^(agency|service|partner|organisation|action|delivery|strategic|operational|executive|lead)? ?(leads?|owners?|lead contact|sponsor)$/,
  ],
  [
    'lead',
    /^(lead )?(responsible|responsibility|responsibilities|accountable|accountability)$|^(assigned|allocated|delegated) to$|^led by$|^for action by$|^lead responsible$/,
  ],
  [
    'lead',
    /^(by )?(who|whom)( by)?$|^who (is|are|will|leads?|by|owns)\b.*$|^person or (agency|organisation).*$/,
  ],
  [
    'lead',
    /^(accountable|responsible|overall|senior|project|policy|joint|recommendation|board|nominated|identified) (leads?|owners?)$/,
  ],
  // Numbers.
  [
    'ref',
    /^(sub )?(action|task|activity)( point| plan)? (no|nos|number|numbers|ref|reference|id|num)( no| number)?$/,
  ],
  [
    'number',
    /^(nos?|num|numbers?|refs?|references?|id|items?|index|serial)( (no|nos|number|ref|id))?$|^(unique|our|log|tracker|plan) (ref|reference|id|no|number)( no| number)?$/,
  ],
  [
    'number',
    /^(s|r|rec|recs|recommendations?|findings?)( (no|nos|num|numbers?|ref|reference|id|ref no|reference number))$|^recs?$/,
  ],
  // Dates.
  [
    'originalDue',
    new RegExp(
      `\\b(original|initial|first|baseline)\\b.*\\b(${DUE_WORDS})\\b|\\b(${DUE_WORDS})\\b.*\\b(original|initial|baseline)\\b`,
    ),
  ],
  [
    'revisedDue',
    new RegExp(
      `\\b(revised|new|extended|amended|updated|current|rescheduled|extension)\\b.*\\b(${DUE_WORDS})\\b|\\b(${DUE_WORDS})\\b.*\\b(revised|extended|amended|extension)\\b`,
    ),
  ],
  [
    'due',
    /\b(target|due|expected|planned|proposed|anticipated|estimated|forecast|projected|scheduled)\b.*\b(date|completion|complete|completed|end|finish|delivery)\b/,
  ],
  [
    'due',
    /\b(completion|complete|completed|closure|end) (target|due|by|deadline|timescale)\b|\b(to be|for) (completed|completion|complete)\b|^date for (completion|action|delivery)$/,
  ],
  [
    'completed',
    /\b(date|when)( was| of| it was)?( action| actual)? (complet(ed|ion)|clos(ed|ure)|achiev(ed|ement)|implement(ed|ation)|deliver(ed|y)|finish(ed)?|done|signed off|met)\b/,
  ],
  [
    'completed',
    /\b(completed|closed|achieved|finished|signed off|done|actual) (date|on|when)\b|\bactual (completion|end|finish|implementation|delivery)\b|^(completed|closed|achieved)$|\b(closure|sign off) date\b|^completion( and outcomes?)?$/,
  ],
  ['completionDate', /^(action )?completion date\b/],
  [
    'due',
    /\b(due|deadlines?|timescales?|time scales?|timeframes?|time frames?|timelines?|time lines?|by when|target dates?)\b|^(when|target|dates? by|complete by|by date|when by)$|^when (will|is|does|do)\b/,
  ],
  ['due', /^(agreed |action )?(implementation|end|finish|delivery) date$/],
  // How it stands.
  [
    'progress',
    /\b(progress|status) (and |or )?(updates?|progress|status|commentary|comments?|notes?|narrative)\b|\bactions? taken\b/,
  ],
  [
    'status',
    /\bstatus\b|^(action )?state$|^open (or )?closed$|^(is it |action )?complete( y n| yes no)?$|^completed (y n|yes no|yes or no)$|^stage$/,
  ],
  [
    'progress',
    /\b(progress|updates?|commentary|(current|latest|present) (position|situation|picture)|position (statement|at|to date|now)|narrative|achievements?|achieved to date|work (completed|undertaken|done)|where are we( now)?)\b|^position$|\bwhat (have we|has been|did we|has) (done|do|changed|happened|been done)\b|^(q|qtr|quarter) ?[1-4]$/,
  ],
  [
    'evidence',
    /\b(evidence|evidenced|assurance|proof|supporting (documents?|documentation|information|evidence))\b|^(links?|documents?|hyperlinks?)( to .*)?$/,
  ],
  [
    'review',
    /^(origin|source)( of .*| review| document| report)?$|^(name of |which |title of )?(reviews?|case|report)( (name|title|case|report|ref|reference|type|id|subject))?$/,
  ],
  [
    'review',
    /^(statutory |case |learning |rapid |practice )?(lcspr|cspr|scr|sar|dhr|dardr|susr|cpr|rapid review|learning review|case review|practice review)s?( (name|title|ref|reference|case|no|number|review|scr|sar|dhr|lcspr|dardr))*$/,
  ],
  ['comments', /\b(comments?|remarks)$|^(general |further |additional )?notes?$/],
  ['outcome', /^(actual )?outcomes?$/],
  // People before agencies, agencies before actions: “Agency responsible for the action”.
  [
    'agency',
    /\b(agency|agencies|organisations?)\b.*\b(officers?|leads?|persons?|owners?)\b|\b(officers?|leads?|persons?|owners?)\b.*\b(agency|agencies|organisations?)\b/,
  ],
  [
    'officer',
    /\b(officers?|persons?|named lead|lead name|name of lead|professionals?|managers?|post ?holders?|contacts?|individuals?)\b|^(action )?owners?\b/,
  ],
  [
    'action',
    /^(smart |key |agreed |specific |required |proposed |planned |recommended |agency |partnership |local |single agency |multi agency |improvement |detailed )?(actions?|tasks?|activities|activity|steps)( points?| plans?| details?| descriptions?)?$/,
  ],
  ['action', /^(agreed |key )?(actions?|steps|tasks?)\b/],
  [
    'agency',
    /\b(agency|agencies|organisations?|partners?|services?|teams?|departments?|directorates?|bodies)\b/,
  ],
  ['recommendation', /\brecommendations?\b/],
  [
    'recommendation',
    /\bfindings?\b|\blearning( points?)?\b|\blessons?\b|\bareas? (for|of) (improvement|development|concern)\b|^what (did we learn|we (have )?learn(ed|t)|was learn(ed|t)).*$|^(key |practice )?issues?( identified| for .*)?$/,
  ],
  [
    'action',
    /\bactions?\b|^what (will|do|are|is|needs?|must|should|we)\b.*$|^what$|^how (will|are|do|we|is)\b.*\b(do|doing|done|achieved?|deliver(ed)?|implement(ed)?|address(ed)?)\b.*$/,
  ],
  ['recommendation', /^(objectives?|standards?|aims?|requirements?)$/],
];

/** Where several columns could hold the recommendation, the one whose heading matches the earlier of these does. */
export const RECOMMENDATION_RANK: readonly RegExp[] = [
  /recommendation/,
  /finding/,
  /learning|lesson/,
  /area|issue/,
  /./,
];

/** Words around the date of a heading such as “Update June 2024” or “Q1 2024/25 progress”, which leave it a column of updates. */
export const DATED_HEADING_REST =
  /^(?:(?:progress|updates?|position|statement|commentary|summary|comments?|as at|as of|at|for|to|end of|in|the|board|report|reporting|and|status update|narrative|quarter|qtr)\s*)*$/;
