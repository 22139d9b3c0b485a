import { IsOptional } from 'class-validator';
import { LineField } from '../../../platform/http/forms/field.decorators.js';

/** A code of the app, or a recovery code. */
export class CodeForm {
  @LineField('The code', 40)
  code: string;
}

export class SetUpForm extends CodeForm {
  /** Comes back as it was sent, sealed. */
  @IsOptional()
  offer?: string;
}
