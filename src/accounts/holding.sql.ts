import { TODAY } from '../platform/dates/today.sql.js';
import { ROLES } from '../platform/http/access/roles.js';

/** Whether a role is held today: the first and the last day count. */
export const isHeld = (h: string): string =>
  `${h}.ended_at is null and ${h}.from_on <= ${TODAY} and coalesce(${h}.until_on, 'infinity') >= ${TODAY}`;

/** The most powerful role first. */
export const rankOf = (h: string): string =>
  `array_position(array[${ROLES.map((role) => `'${role}'`).join(', ')}], ${h}.role)`;
