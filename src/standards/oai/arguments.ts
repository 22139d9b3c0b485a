import { isInstant } from '../../platform/dates/is-instant.js';
import { OaiError } from './oai-error.js';

/** Which arguments each verb takes, and which it asks for. With a resumption token it takes nothing else. */
const VERBS = {
  Identify: { takes: [], needs: [] },
  ListMetadataFormats: { takes: ['identifier'], needs: [] },
  ListSets: { takes: ['resumptionToken'], needs: [] },
  GetRecord: { takes: ['identifier', 'metadataPrefix'], needs: ['identifier', 'metadataPrefix'] },
  ListIdentifiers: {
    takes: ['from', 'until', 'metadataPrefix', 'set', 'resumptionToken'],
    needs: ['metadataPrefix'],
  },
  ListRecords: {
    takes: ['from', 'until', 'metadataPrefix', 'set', 'resumptionToken'],
    needs: ['metadataPrefix'],
  },
} as const satisfies Record<string, { takes: readonly string[]; needs: readonly string[] }>;
export type OaiVerb = keyof typeof VERBS;

export interface OaiQuestion {
  verb: OaiVerb;
  /** By name, as they were given. */
  given: Partial<Record<string, string>>;
}

/** What arguments look like at all; what others look like is for those who read them. */
const FORMS: Partial<Record<string, RegExp>> = {
  identifier: /^[a-z][\w+.-]*:[\w\-.!~*'();/?:@&=+$,%]+$/i,
  metadataPrefix: /^[\w\-.!~*'()]+$/,
  set: /^[\w\-.!~*'()]+(:[\w\-.!~*'()]+)*$/,
};

/** @throws OaiError badVerb, badArgument */
export function readQuestion(parameters: URLSearchParams): OaiQuestion {
  const verbs = parameters.getAll('verb');
  const [verb] = verbs;
  if (verbs.length !== 1) throw new OaiError('badVerb', 'Say one verb.');
  if (!isVerb(verb)) throw new OaiError('badVerb', 'This is no verb of OAI-PMH 2.0.');
  const { takes, needs } = VERBS[verb] as { takes: readonly string[]; needs: readonly string[] };
  const given: OaiQuestion['given'] = {};
  for (const [name, value] of parameters) {
    if (name === 'verb') continue;
    if (!takes.includes(name)) throw new OaiError('badArgument', `${verb} takes no argument of that name.`);
    if (given[name] !== undefined) throw new OaiError('badArgument', `Say ${name} once.`);
    if (value === '') throw new OaiError('badArgument', `${name} is empty.`);
    if (FORMS[name]?.test(value) === false) throw new OaiError('badArgument', `That is no ${name}.`);
    given[name] = value;
  }
  if (given.resumptionToken !== undefined) {
    if (Object.keys(given).length > 1)
      throw new OaiError('badArgument', 'A resumptionToken stands alone: it has the other arguments in it.');
    return { verb, given };
  }
  const missing = needs.find((name) => given[name] === undefined);
  if (missing !== undefined) throw new OaiError('badArgument', `${verb} needs ${missing}.`);
  return { verb, given };
}

const isVerb = (text: string | undefined): text is OaiVerb =>
  text !== undefined && Object.hasOwn(VERBS, text);

/** From an instant on, and before another: RFC 3339, UTC. */
export interface OaiSpan {
  from?: string;
  before?: string;
}

/**
 * Days or seconds, both in the same way; the last one counts.
 * @throws OaiError badArgument
 */
export function readSpan({ from, until }: OaiQuestion['given']): OaiSpan {
  const [first, last] = [from, until].map((text) => (text === undefined ? undefined : readInstant(text)));
  if (first && last && first.lasts !== last.lasts)
    throw new OaiError('badArgument', 'from and until are to be both days, or both seconds.');
  if (first && last && first.begins > last.begins)
    throw new OaiError('badArgument', 'from is later than until.');
  return {
    ...(first && { from: new Date(first.begins).toISOString() }),
    ...(last && last.begins < LAST && { before: new Date(last.begins + last.lasts).toISOString() }),
  };
}

const DAY_MS = 86_400_000;
/** Whatever ends later ends never. */
const LAST = Date.UTC(9999, 0);

function readInstant(text: string): { begins: number; lasts: number } {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const instant = isDay ? `${text}T00:00:00Z` : text;
  if (!isInstant(instant) || instant.includes('.'))
    throw new OaiError('badArgument', 'from and until are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.');
  return { begins: Date.parse(instant), lasts: isDay ? DAY_MS : 1000 };
}
