import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { FilterValues } from '../listing/filter-values.js';
import { PageQuery } from '../listing/page-query.dto.js';
import { REVIEW_ABOUT, REVIEW_TYPES, type ReviewAbout, type ReviewType } from '../reviews/review.entity.js';
import { AGE_GROUPS, SEARCH_KINDS, type AgeGroup, type SearchKind } from './search-document.js';

export const LONGEST_QUERY = 512;
const MOST_VALUES = 20;

/** Tabs and line breaks come with pasted text and mean a space; other control characters mean nothing at all. */
const asOneLine = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value;

// The filter of one kind: a list of at most 20 values, each repeated parameter one of them ("or").
const Filter = (name: string): PropertyDecorator[] => [
  IsOptional(),
  FilterValues(),
  IsArray(),
  ArrayMaxSize(MOST_VALUES, { message: `${name} may be given at most ${MOST_VALUES} times` }),
];

/** What may be asked of the search. Values of one filter widen it ("or"), different filters narrow it ("and"). */
export class SearchQuery extends PageQuery {
  /** What you are looking for, in your own words: at most 512 characters. Left out, everything is listed. */
  @IsOptional()
  @Transform(asOneLine)
  @IsString({ message: 'q must be given once, as text' })
  // eslint-disable-next-line no-control-regex -- these are what is refused
  @Matches(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/u, { message: 'q must not have control characters in it' })
  @MaxLength(LONGEST_QUERY, { message: `q must be at most ${LONGEST_QUERY} characters` })
  q?: string;

  /** Only results of these kinds. */
  @compose(Filter('kind'))
  @IsIn(SEARCH_KINDS, { each: true, message: `kind must be one of ${SEARCH_KINDS.join(', ')}` })
  kind?: SearchKind[];

  /** Only what carries these themes, or themes narrower than them, by slug. */
  @compose(Filter('theme'))
  @IsString({ each: true, message: 'theme must be text' })
  @Matches(/^\P{Cc}*$/u, { each: true, message: 'theme must be plain text' })
  @MaxLength(100, { each: true, message: 'theme must be at most 100 characters' })
  theme?: string[];

  /** Only reviews of these types, and what comes from them. */
  @compose(Filter('type'))
  @IsIn(REVIEW_TYPES, { each: true, message: `type must be one of ${REVIEW_TYPES.join(', ')}` })
  type?: ReviewType[];

  /** Only what these publishers published, by name. */
  @compose(Filter('publisher'))
  @IsString({ each: true, message: 'publisher must be text' })
  @Matches(/^\P{Cc}*$/u, { each: true, message: 'publisher must be plain text' })
  @MaxLength(300, { each: true, message: 'publisher must be at most 300 characters' })
  publisher?: string[];

  /** Only reviews about children, adults, or both, and what comes from them. */
  @compose(Filter('about'))
  @IsIn(REVIEW_ABOUT, { each: true, message: `about must be one of ${REVIEW_ABOUT.join(', ')}` })
  about?: ReviewAbout[];

  /** Only what was published in these years. */
  @compose(Filter('year'))
  @Matches(/^(19|20|21)\d{2}$/, { each: true, message: 'year must be a year such as 2025' })
  year?: string[];

  /** Only reviews with a recommendation to these agencies, by name. */
  @compose(Filter('agency'))
  @IsString({ each: true, message: 'agency must be text' })
  @Matches(/^\P{Cc}*$/u, { each: true, message: 'agency must be plain text' })
  @MaxLength(300, { each: true, message: 'agency must be at most 300 characters' })
  agency?: string[];

  /** Only what speaks of someone of these ages. */
  @compose(Filter('age'))
  @IsIn(AGE_GROUPS, { each: true, message: `age must be one of ${AGE_GROUPS.join(', ')}` })
  age?: AgeGroup[];

  /** `true`: say of each result why it ranks where it does. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean({ message: 'explain must be true or false' })
  explain?: boolean = false;
}

function compose(decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorator) => decorator(target, property));
}
