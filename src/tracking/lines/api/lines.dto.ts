import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { codesOf } from '../../../platform/text/closed-list.js';
import { IDENTIFYING_WORDS, type IdentifyingKind } from '../../../publishing/anonymity/identifying.js';

/** More would not be read beside a recommendation. */
export const LONGEST_LINE = 2000;
const MOST_CLEARED = 100;

/** That something which the check found identifies nobody, and why. */
export class ClearingBody {
  /** What sort of hit it is. */
  @IsIn(codesOf(IDENTIFYING_WORDS))
  kind: IdentifyingKind;

  /** Where it is, as the refusal says; may be left out where the text has one hit of this kind. */
  @IsOptional()
  @IsInt()
  @Min(0)
  start?: number;

  /** Why it identifies nobody. */
  @Matches(/\S/, { message: 'reason must say why it identifies nobody' })
  @MaxLength(1000)
  reason: string;
}

/** What is released as it was written. */
export class ReleaseBody {
  /** What the check found and identifies nobody. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_CLEARED)
  @ValidateNested({ each: true })
  @Type(() => ClearingBody)
  cleared?: ClearingBody[];
}

export class LineBody extends ReleaseBody {
  /** In neutral words: what was done, and what came of it. */
  @IsString()
  @Matches(/\S/, { message: 'text must say something' })
  @MaxLength(LONGEST_LINE)
  text: string;
}

export class ProgressReportBody extends ReleaseBody {
  /** Its heading. */
  @Matches(/^(?=.*\S)\P{Cc}+$/u, { message: 'title must be one line of words' })
  @MaxLength(200)
  title: string;

  /** In neutral words; a blank line begins another paragraph. */
  @IsString()
  @Matches(/\S/, { message: 'introduction must say something' })
  @MaxLength(10_000)
  introduction: string;
}

export class TermBody {
  /** A name, a place or another word that must not be published. */
  @Matches(/^(?=.*[\p{L}\p{N}])\P{Cc}+$/u, { message: 'term must be a word, a name or a place' })
  @MaxLength(200)
  term: string;
}
