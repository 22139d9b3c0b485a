import { IsOptional, Matches } from 'class-validator';
import { ChoiceField, DayField, EmptyIsNothing } from '../../platform/http/forms/field.decorators.js';
import { EVIDENCE_CLASSES, type EvidenceClass } from '../tracking.js';

export class EvidenceForm {
  @EmptyIsNothing()
  @IsOptional()
  @Matches(/^\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?$/, {
    message: 'Enter the day as 2025-03-31; a month as 2025-03, a quarter as 2025-Q1, a year as 2025',
  })
  on?: string;

  @ChoiceField(EVIDENCE_CLASSES, 'Choose how carefully the file is to be kept')
  class: EvidenceClass;

  @DayField('The last day')
  keepUntil?: string;
}
