import { ChoiceField, LineField, SecretField } from '../../../platform/http/forms/field.decorators.js';
import { RoleForm } from '../../web/forms.js';
import { IsOptional } from 'class-validator';

export class ProviderForm {
  @LineField('The name that people know it by', 80)
  name: string;

  @LineField('The issuer', 500)
  issuer: string;

  @LineField('The client ID')
  clientId: string;

  /** Left out, where the box is not ticked. */
  @IsOptional()
  @ChoiceField(['yes'], 'Tick the box, or leave it')
  asksSecondStep?: string;
}

export class NewProviderForm extends ProviderForm {
  @SecretField('The client secret')
  secret: string;
}

export class ChangeProviderForm extends ProviderForm {
  /** Left empty, it stays as it is. */
  @IsOptional()
  secret?: string;
}

export class RuleForm extends RoleForm {
  @LineField('The value of “roles”')
  claim: string;
}
