import { ChoiceField, DayField } from '../../platform/http/forms/field.decorators.js';
import { EVIDENCE_CLASSES, type EvidenceClass } from '../tracking.js';
import { TypedDay } from './fields.js';

export class EvidenceForm {
  @TypedDay('The day')
  on?: string;

  @ChoiceField(EVIDENCE_CLASSES, 'Choose how carefully the file is to be kept')
  class: EvidenceClass;

  @DayField('The last day')
  keepUntil?: string;
}
