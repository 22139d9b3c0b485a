import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  FILTER_NAMES,
  NAMED_FILTERS,
  namedParameter,
  SEARCH_FILTERS,
  type FilterName,
  type NamedFilter,
  type OfferedValues,
  type SearchFilter,
} from '../search-filters.js';
import type { AgeGroup, SearchKind } from '../search-kinds.js';
import type { ReviewCodes } from '../../reviews/review.js';
import { codesOf } from '../../platform/text/closed-list.js';
import { EnumFilter, TextFilter, YearFilter } from '../../platform/http/listing/filter.decorators.js';
import { PageQuery } from '../../platform/http/listing/page-query.dto.js';

export const LONGEST_QUERY = 512;

/** Tabs and line breaks come with pasted text and mean a space; other control characters mean nothing at all. */
const asOneLine = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value;

const LONGEST_NAME = 100;

/** What somebody is looking for, in their own words. */
export const SearchWords = (): PropertyDecorator =>
  applyDecorators(
    Transform(asOneLine),
    IsString({ message: 'q must be given once, as text' }),
    // eslint-disable-next-line no-control-regex -- these are what is refused
    Matches(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/u, {
      message: 'q must not have control characters in it',
    }),
    MaxLength(LONGEST_QUERY, { message: `q must be at most ${LONGEST_QUERY} characters` }),
  );

/** Words of the names of a filter's values. */
function OfferedBy(filter: NamedFilter): PropertyDecorator {
  const name = namedParameter(filter);
  return applyDecorators(
    ApiProperty({
      required: false,
      type: 'string',
      maxLength: LONGEST_NAME,
      description: `Counts in \`facets.${filter}\` only values with words in their names that begin like these: for where \`facetsCut\` says that there are more than it holds. Finds no other results.`,
    }),
    IsOptional(),
    Transform(asOneLine),
    IsString({ message: `${name} must be given once, as text` }),
    Matches(/^\P{Cc}*$/u, { message: `${name} must be plain text` }),
    MaxLength(LONGEST_NAME, { message: `${name} must be at most ${LONGEST_NAME} characters` }),
  );
}

/** What may be asked of each filter. */
type SearchFilterValues = {
  [Name in keyof ReviewCodes]?: NonNullable<ReviewCodes[Name]>[];
} & {
  kind?: SearchKind[];
  age?: AgeGroup[];
  theme?: string[];
  agency?: string[];
  publisher?: string[];
  year?: number[];
};

/** Reads and checks the parameter of a request. */
const readFilter = (name: FilterName): PropertyDecorator => {
  const { words, description, example }: SearchFilter = SEARCH_FILTERS[name];
  if (words) return EnumFilter(name, codesOf(words), description);
  return name === 'year' ? YearFilter(description) : TextFilter(name, description, example);
};

/** A parameter for each filter. */
class Filtered extends PageQuery {}
for (const name of FILTER_NAMES) readFilter(name)(Filtered.prototype, name);
for (const name of NAMED_FILTERS) OfferedBy(name)(Filtered.prototype, namedParameter(name));
const FilteredPageQuery = Filtered as new () => PageQuery & SearchFilterValues & OfferedValues;

/** What may be asked of the search. Values of one filter widen it ("or"), different filters narrow it ("and"). */
export class SearchQuery extends FilteredPageQuery {
  /**
   * What you are looking for, in your own words: at most 512 characters. Left out, everything is listed.
   * @example 'unseen adults'
   */
  @IsOptional()
  @SearchWords()
  q?: string;

  /** `true`: say of each result why it ranks where it does. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: 'explain must be true or false' })
  explain?: boolean = false;
}
