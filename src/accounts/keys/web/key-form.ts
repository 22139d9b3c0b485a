import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { EmptyIsNothing, LineField, OptionalId } from '../../../platform/http/forms/field.decorators.js';
import { SeveralValues } from '../../../platform/http/forms/several-values.js';
import { KEY_ROLES } from '../../../platform/http/access/key-roles.js';
import type { Role } from '../../../platform/http/access/roles.js';
import { SCOPES, type Scope } from '../../../platform/http/access/scopes.js';
import { LONGEST_DAYS } from '../key.service.js';

const DAYS = `Enter for how many days the key is good: 1 to ${LONGEST_DAYS}`;

export class KeyForm {
  @LineField('What the key is for', 100)
  name: string;

  @SeveralValues()
  @IsIn(SCOPES, { each: true, message: 'Choose what the key may do, from the list' })
  @ArrayNotEmpty({ message: 'Choose what the key may do' })
  scopes: Scope[];

  /** Left empty, the one that is usual for such a key. */
  @EmptyIsNothing()
  @IsOptional()
  @IsIn(KEY_ROLES, { message: 'Choose a role from the list' })
  role?: Role;

  /** Of platform administrators' forms alone. */
  @OptionalId('Choose a partnership from the list')
  partnership?: string;

  @OptionalId('Choose an agency from the list')
  agency?: string;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? Number(value.trim() || NaN) : value,
  )
  @Max(LONGEST_DAYS, { message: DAYS })
  @Min(1, { message: DAYS })
  @IsInt({ message: DAYS })
  days: number;
}
