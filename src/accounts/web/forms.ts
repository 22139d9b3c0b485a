import {
  ChoiceField,
  DayField,
  EmailField,
  LineField,
  OptionalId,
  SecretField,
} from '../../platform/http/forms/field.decorators.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { ROLES, type Role } from '../../platform/http/access/roles.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import type { RoleGrant } from '../role.service.js';

export class SignInForm {
  @EmailField()
  email: string;

  @SecretField('Your password')
  password: string;
}

export class LinkForm {
  @EmailField()
  email: string;
}

export class FirstAdministratorForm {
  @LineField('Your name')
  name: string;

  @EmailField()
  email: string;

  @SecretField('A password')
  password: string;
}

export class NewPasswordForm {
  @SecretField('A password')
  password: string;
}

export class ChangePasswordForm {
  @SecretField('Your present password')
  current: string;

  @SecretField('A new password')
  password: string;
}

export class RoleForm {
  @ChoiceField(ROLES, 'Choose a role')
  role: Role;

  /** Of platform administrators' forms alone. */
  @OptionalId('Choose a partnership from the list')
  partnership?: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;

  @DayField('The first day')
  fromOn?: string;

  @DayField('The last day')
  untilOn?: string;
}

export class InviteForm extends RoleForm {
  @LineField('Their name')
  name: string;

  @EmailField()
  email: string;
}

export const grantOf = ({ role, partnership, agency, fromOn, untilOn }: RoleForm): RoleGrant => ({
  ...{ role, partnershipId: partnership ?? null, agencyId: agency ?? null },
  ...{ fromOn: fromOn ?? null, untilOn: untilOn ?? null },
});

/** What a service found wrong with a form, for the form. @throws the error, where it is about no field */
export function fieldProblemsOf(error: unknown): FormProblem[] {
  if (error instanceof LibraryError && error.code === 'invalid-request' && error.fields.length > 0)
    return error.fields.map(({ field, message }) => problemWith(field, message));
  throw error;
}

/** Why something is done to somebody: it stands in the log. */
export class WhyForm {
  @LineField('The reason')
  why: string;
}

export class ActingForm {
  @OptionalId('Choose the role in which you want to act')
  holding?: string;
}
