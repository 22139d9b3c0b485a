import type { Role } from '../../platform/http/access/roles.js';
import { HOSPITALS, POLICE } from './agencies.js';

/** Somebody invented whom visitors of the demonstration may be. */
export interface DemoPerson {
  name: string;
  email: string;
  role: Role;
  /** The agency that they lead. */
  agency?: string;
  /** What there is to see for them. */
  about: string;
}

/** One for each role, and two agency leads, who see different things. None has a password. */
export const DEMO_PEOPLE: DemoPerson[] = [
  {
    ...{ name: 'Ruth Ambler', email: 'ruth.ambler@fennmere.example', role: 'audit-lead' },
    about: 'Follows every recommendation of the partnership, and judges what came of it.',
  },
  {
    ...{ name: 'Dev Marsh', email: 'dev.marsh@police.fennmere.example', role: 'agency-lead', agency: POLICE },
    about: 'Answers for the police: sees what they were asked and what they promised.',
  },
  {
    ...{ name: 'Bea Sollers', email: 'bea.sollers@hospitals.fennmere.example', role: 'agency-lead' },
    ...{ agency: HOSPITALS, about: 'Answers for the hospitals, and for nobody else.' },
  },
  {
    ...{ name: 'Godwin Tay', email: 'godwin.tay@fennmere.example', role: 'approver' },
    about: 'Approves what the public is told.',
  },
  {
    ...{ name: 'Hanna Vick', email: 'hanna.vick@fennmere.example', role: 'editor' },
    about: 'Prepares reviews and briefings.',
  },
  {
    ...{ name: 'Lewis Penn', email: 'lewis.penn@fennmere.example', role: 'reader' },
    about: 'Reads what the partnership follows, and changes nothing.',
  },
  {
    ...{ name: 'Ines Calloway', email: 'ines.calloway@fennmere.example', role: 'administrator' },
    about: 'Looks after the people and the settings of the partnership.',
  },
  {
    ...{ name: 'Pat Ellery', email: 'pat.ellery@fennmere.example', role: 'platform-administrator' },
    about: 'Looks after the library itself.',
  },
];

/** Who releases what is public. */
export const APPROVER = DEMO_PEOPLE.find(({ role }) => role === 'approver')!;

/** Who enters what no agency lead enters. */
export const AUDIT_LEAD = DEMO_PEOPLE.find(({ role }) => role === 'audit-lead')!;
