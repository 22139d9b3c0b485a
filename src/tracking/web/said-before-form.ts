import { ChoiceField, EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ID } from '../../platform/text/is-id.js';
import { EARLIER_DECISIONS, type EarlierDecision } from '../tracking.js';

export class SaidBeforeForm {
  @Matches(ID, { message: 'Choose a recommendation' })
  recommendation: string;

  @ChoiceField(EARLIER_DECISIONS, 'Choose whether it is on the same matter')
  decision: EarlierDecision;

  @EmptyIsNothing()
  @IsOptional()
  @MaxLength(10_000, { message: 'The reason must be 10,000 characters or fewer' })
  @IsString()
  reason?: string;
}
