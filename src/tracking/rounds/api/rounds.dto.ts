import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';

/** More actions no partnership has open. */
const MOST_ACTIONS = 20_000;

export class RoundBody {
  /** Slug; one’s own, where it is left out. */
  @IsOptional()
  @Matches(/^\P{Cc}{1,300}$/u, { message: 'partnership must be a slug' })
  partnership?: string;

  /** What the audit lead calls it: “Quarter 1 of 2025/26”. It is in no e-mail. */
  @IsString()
  @Matches(/^(?=.*\S)\P{Cc}+$/u, { message: 'name must be one line of words' })
  @MaxLength(200, { message: 'name must be 200 characters or fewer' })
  name: string;

  /** Ids of the actions that are asked about; all that are open, where it is left out. */
  @IsOptional()
  @ArrayNotEmpty({ message: 'actions must name an action, or be left out' })
  @ArrayMaxSize(MOST_ACTIONS, { message: 'actions are too many' })
  @IsUUID('all', { each: true, message: 'actions must be IDs of actions' })
  actions?: string[];

  /** The day by which answers are asked for, YYYY-MM-DD. */
  @IsISO8601({ strict: true }, { message: 'by must be a day such as 2025-03-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'by must be a day such as 2025-03-31' })
  by: string;
}

export class RoundMailingQuery {
  /** `true`: says who would get what, and sends nothing. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'preview must be true or false' })
  preview?: 'true' | 'false';
}
