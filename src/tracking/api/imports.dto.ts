import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { COLUMN_FIELDS, type ColumnField, type QuestionCode } from '../sheets/preview.js';

const LINE = /^\P{Cc}{1,300}$/u;
const MOST_WORDS = 500;

/** What comes with a spreadsheet. */
export class ImportFileBody {
  /** Slug of the partnership; it can only be your own. */
  @IsOptional()
  @Matches(LINE, { message: 'partnership must be a slug' })
  partnership?: string;

  /** The review that the plan is of: its slug, or what it is called. */
  @IsOptional()
  @Matches(LINE, { message: 'review must be one line' })
  review?: string;

  /** The plan’s own date. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'asOf must be a day such as 2025-03-31' })
  asOf?: string;
}

/** What one question is answered with. */
export class QuestionAnswerBody {
  /** The sheet that the question is about. */
  @IsString()
  @MaxLength(200)
  sheet: string;

  /** Its cell: “B12”; null where it is about the sheet. */
  @IsOptional()
  @Matches(/^[A-Z]{1,3}\d{1,7}$/)
  cell: string | null;

  /** Which question it is. */
  @IsString()
  @MaxLength(60)
  code: QuestionCode;

  /** A day, a delivery, or words; null for “leave it empty”. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  answer: string | null;
}

/** Which of two values counts. */
export class ConflictAnswerBody {
  /** The sheet that it is about. */
  @IsString()
  @MaxLength(200)
  sheet: string;

  /** The row, from 1. */
  @IsInt()
  row: number;

  /** The field. */
  @IsString()
  @MaxLength(40)
  field: string;

  /** Whose value counts. */
  @IsIn(['library', 'sheet'])
  take: 'library' | 'sheet';
}

const IsWords = (fits: (key: string, value: unknown) => boolean, message: string): PropertyDecorator =>
  ValidateBy({
    name: 'isWords',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        Object.keys(value).length <= MOST_WORDS &&
        Object.entries(value).every(([key, one]) => fits(key, one)),
      defaultMessage: () => message,
    },
  });

export class ImportAnswersBody {
  /** By the letter of a column, what it holds. */
  @IsOptional()
  @IsObject()
  @IsWords(
    (key, value) => /^[A-Z]{1,3}$/.test(key) && (COLUMN_FIELDS as readonly unknown[]).includes(value),
    `columns must say of letters one of ${COLUMN_FIELDS.join(', ')}`,
  )
  columns?: Record<string, ColumnField>;

  /** Words of the sheet, and what they mean: a code of the library, or the name of an agency. */
  @IsOptional()
  @IsObject()
  @IsWords(
    (key, value) => key.length <= 300 && typeof value === 'string' && value.length <= 300,
    'words must say of words what they mean',
  )
  words?: Record<string, string>;

  /** Answers to the questions that were asked. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_WORDS)
  @ValidateNested({ each: true })
  @Type(() => QuestionAnswerBody)
  answers?: QuestionAnswerBody[];

  /** Which value counts, where the sheet and the library differ. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_WORDS)
  @ValidateNested({ each: true })
  @Type(() => ConflictAnswerBody)
  conflicts?: ConflictAnswerBody[];
}
