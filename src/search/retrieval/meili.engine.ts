import { Injectable } from '@nestjs/common';
import type { FederatedMultiSearchParams, MultiSearchQuery } from 'meilisearch';
import { stemsOf } from '../index/evidence.js';
import { Meili } from '../index/meili.js';
import type { SearchDocument } from '../search-document.js';
import { isAllThatIsSaid, isSure } from '../analysis/named-themes.js';
import type { MatchedTheme, Understanding } from '../analysis/understand.js';
import {
  comparedBy,
  FILTER_NAMES,
  forEachFilter,
  SEARCH_FILTERS,
  type FilterName,
  type Narrowing,
} from '../search-filters.js';
import { filtersOn, cutFacets, type EngineAnswer, type EngineRequest } from './engine.js';

const attributeOf = (name: FilterName): string => SEARCH_FILTERS[name].attribute;

type Hit = Pick<SearchDocument, 'id' | 'version'>;
type Counts = Record<string, Record<string, number>>;

/** The index answers nothing further down than this, and nobody reads that far. */
export const DEEPEST_RESULT = 10_000;
/** Fewer answers than this, and words are let go: a practitioner would rather choose from something near. */
const FEW = 20;

/**
 * Asks Meilisearch: several readings of the query in one federated search, whose results, counts and facets it unites.
 * Every reading has words in it, for Meilisearch cannot rank a search without words among others.
 */
@Injectable()
export class MeiliEngine {
  constructor(private readonly meili: Meili) {}

  async search(request: EngineRequest): Promise<EngineAnswer> {
    const { understanding } = request;
    if (!understanding) return await this.browse(request);
    const strict = readings(understanding);
    const { answer, unfiltered } = await this.federated(request, strict);
    // A single word has nothing to let go: "CSE" is not to bring what is about other exploitation.
    const enough = understanding.terms.length > 1 ? FEW : 1;
    // Whether words are let go is not for the filters to say: the number beside a value is what choosing it finds.
    if (unfiltered >= enough) return answer;
    return (await this.federated(request, [...strict, ...looseReadings(understanding)])).answer;
  }

  /** @returns also how much there is without any filter */
  private async federated(
    request: EngineRequest,
    queries: Reading[],
  ): Promise<{ answer: EngineAnswer; unfiltered: number }> {
    const indexUid = this.meili.indexName;
    const federated = (
      narrowing: Narrowing,
      limit: number,
      facets: readonly FilterName[],
    ): FederatedMultiSearchParams => ({
      federation: {
        offset: limit === 0 ? 0 : request.offset,
        limit,
        facetsByIndex: { [indexUid]: facets.map(attributeOf) },
        mergeFacets: {},
      },
      queries: queries.map(({ stems, strategy, weight, also }) => ({
        indexUid,
        q: exactly(stems),
        matchingStrategy: strategy,
        filter: [...filters(narrowing), ...excluded(request), ...also],
        attributesToRetrieve: ['id', 'version'],
        federationOptions: { weight },
      })),
    });
    const ask = async (parameters: FederatedMultiSearchParams): Promise<EngineAnswer> => {
      const answer = await this.meili.searching.multiSearch<FederatedMultiSearchParams, Hit>(parameters);
      return asAnswer(answer.hits, answer.estimatedTotalHits ?? 0, answer.facetDistribution);
    };
    const chosen = filtersOn(request.narrowing);
    const [answer, ...others] = await Promise.all([
      ask(federated(request.narrowing, request.limit, FILTER_NAMES)),
      ...chosen.map((facet) => ask(federated(withoutFilter(request, facet), 0, [facet]))),
      ...(chosen.length > 1 ? [ask(federated({}, 0, []))] : []),
    ]);
    // Without the only filter is without any.
    const unfiltered = others.at(-1) ?? answer;
    return { answer: withOthers(answer, request, others), unfiltered: unfiltered.total };
  }

  /** Without words: everything under the filters, the newest first. */
  private async browse(request: EngineRequest): Promise<EngineAnswer> {
    const one = (narrowing: Narrowing, limit: number, facets: readonly FilterName[]): MultiSearchQuery => ({
      indexUid: this.meili.indexName,
      q: '',
      filter: [...filters(narrowing), ...excluded(request)],
      sort: ['date:desc'],
      offset: limit === 0 ? 0 : request.offset,
      limit,
      facets: facets.map(attributeOf),
      attributesToRetrieve: ['id', 'version'],
    });
    const chosen = filtersOn(request.narrowing);
    const { results } = await this.meili.searching.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({
      queries: [
        one(request.narrowing, request.limit, FILTER_NAMES),
        ...chosen.map((facet) => one(withoutFilter(request, facet), 0, [facet])),
      ],
    });
    const [answer, ...others] = results.map((result) =>
      asAnswer(result.hits, result.estimatedTotalHits ?? 0, result.facetDistribution),
    );
    return withOthers(answer!, request, others);
  }
}

interface Reading {
  /** All of them are needed, or, with `frequency`, the rarest. */
  stems: string[];
  strategy: 'all' | 'frequency';
  weight: number;
  also: string[];
}

/**
 * Who comes before whom among the candidates, of which there is no end: what says all words, in these very forms first;
 * what carries two of the themes; what carries one and says its name; and then what carries one (2 at the most).
 */
const SAYS_AS_IT_STANDS = 6;
const SAYS = 5;
const CARRIES_BOTH = 4;
const SAYS_NAME = 3;

/** What carries the themes that the words name, all of them first; and the words themselves. */
function readings({ terms, themes }: Understanding): Reading[] {
  const all = { strategy: 'all' as const, also: [] };
  const words: Reading[] = [{ ...all, stems: once(terms.map(({ stems }) => stems[0]!)), weight: SAYS }];
  // "step dad" is "stepdad" as well, and "countylines" is "county lines".
  if (terms.some(({ stems }) => stems.length > 1)) {
    const otherwise = terms.flatMap(({ stems }) => (stems.length > 1 ? stems.slice(1) : stems));
    words.push({ ...all, stems: once(otherwise), weight: SAYS });
  }
  if (terms.some(({ form }) => form !== null)) {
    const forms = once(terms.map(({ form, stems }) => form ?? stems[0]!));
    words.push({ ...all, stems: forms, weight: SAYS_AS_IT_STANDS });
  }
  const named = themes.filter(isSure);
  // Whoever types the label of a theme and nothing else gets the same either way: what carries it has its label.
  if (named.length === 1 && words[0]!.stems.every((stem) => labelled(named[0]!).includes(stem))) return words;
  const each = named.map((match): Reading => {
    const weight = match.strength * (1 + match.coverage);
    return { ...all, stems: labelled(match), weight, also: [carrying(match)] };
  });
  const together = named.slice(0, 2).map(carrying);
  const both: Reading[] =
    named.length > 1 ? [{ ...all, stems: labelled(named[0]!), weight: CARRIES_BOTH, also: together }] : [];
  const saying = named.slice(0, 2).flatMap((match): Reading[] => {
    const stems = match.stems.filter((stem) => terms.some((term) => term.stems.includes(stem)));
    return stems.length > 0 ? [{ ...all, stems, weight: SAYS_NAME, also: [carrying(match)] }] : [];
  });
  return [...both, ...saying, ...each, ...words];
}

/**
 * Words are let go, the most common first; and themes that the words only come near to. Where all the words name one
 * theme, what carries another that shares some of them stays away: with "sexual" let go, criminal exploitation.
 */
function looseReadings(understanding: Understanding): Reading[] {
  const rivals = understanding.themes.find(isAllThatIsSaid)?.rivals ?? [];
  const others = rivals.length > 0 ? [`themes NOT IN [${rivals.map(quoted).join(', ')}]`] : [];
  return lettingGo(understanding).map((reading) => ({ ...reading, also: [...reading.also, ...others] }));
}

function lettingGo({ terms, themes }: Understanding): Reading[] {
  const near = themes.filter((match) => !isSure(match));
  const stems = once(terms.flatMap((term) => term.stems));
  return [
    { stems, strategy: 'frequency', weight: 0.8, also: [] },
    ...stems.slice(0, 8).map((stem): Reading => ({ stems: [stem], strategy: 'all', weight: 0.3, also: [] })),
    ...themes.slice(0, 2).map((match): Reading => {
      return { stems: labelled(match), strategy: 'frequency', weight: 0.4, also: [] };
    }),
    ...near.map((match): Reading => {
      const weight = match.strength / 2;
      return { stems: labelled(match), strategy: 'all', weight, also: [carrying(match)] };
    }),
  ];
}

/** Every record that carries a theme or a narrower one, or names it, has the words of its label. */
const labelled = ({ theme }: MatchedTheme): string[] => once(stemsOf(theme.label));

const carrying = ({ theme }: MatchedTheme): string =>
  `(themes = ${quoted(theme.slug)} OR said = ${quoted(theme.slug)})`;
const once = (stems: string[]): string[] => [...new Set(stems)];

/** In quotation marks a word is taken as it stands: stems have no misspellings and no further letters. */
const exactly = (stems: string[]): string => stems.map((stem) => `"${stem}"`).join(' ');

/** One condition a filter ("or" inside it), all of them needed. Values are quoted: a visitor may write anything. */
function filters(narrowing: Narrowing): string[] {
  return FILTER_NAMES.flatMap((facet) => {
    const values = narrowing[facet];
    if (!values || values.length === 0) return [];
    const wanted = values.map((value) => quoted(String(value))).join(', ');
    return [
      comparedBy(facet)
        .map((attribute) => `${attribute} IN [${wanted}]`)
        .join(' OR '),
    ];
  });
}

const excluded = ({ without }: EngineRequest): string[] =>
  without.length > 0 ? [`id NOT IN [${without.map(quoted).join(', ')}]`] : [];

const withoutFilter = ({ narrowing }: EngineRequest, facet: FilterName): Narrowing => ({
  ...narrowing,
  [facet]: undefined,
});

const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function asAnswer(hits: Hit[], total: number, distribution: Counts = {}): EngineAnswer {
  return {
    hits: hits.map(({ id, version }) => ({ id, version })),
    total,
    ...cutFacets(forEachFilter((name) => distribution[attributeOf(name)] ?? {})),
  };
}

/** The counts beside a filter that is set say what each of its other values would bring instead. */
function withOthers(
  answer: EngineAnswer,
  { narrowing }: EngineRequest,
  others: EngineAnswer[],
): EngineAnswer {
  const facets = { ...answer.facets };
  const cut = new Set(answer.cut);
  filtersOn(narrowing).forEach((facet, at) => {
    facets[facet] = others[at]!.facets[facet];
    if (others[at]!.cut.includes(facet)) cut.add(facet);
  });
  return { ...answer, facets, cut: [...cut] };
}
