import { COUNCIL, HOSPITALS, MENTAL_HEALTH, POLICE, SCHOOLS } from './agencies.js';
import type { Happening } from './happening.js';

/** The last meetings of the board. */
const BOARDS: Happening[] = [
  { day: -284, board: 'Winter board', meets: -277 },
  { day: -193, board: 'Spring board', meets: -186 },
  { day: -102, board: 'Autumn board', meets: -95 },
];

/** What teams discussed of what the library says. */
const DISCUSSIONS: Happening[] = [
  { day: -340, discussed: 'unseen-adults-and-caregivers', people: 14, agency: COUNCIL },
  { day: -310, discussed: 'neglect-of-children', people: 9, agency: SCHOOLS },
  {
    ...{ day: -222, discussed: 'unseen-adults-and-caregivers', people: 21, agency: POLICE },
    changed: 'Officers ask at every visit who else lives there or stays the night.',
  },
  { day: -205, discussed: 'parental-mental-health', people: 12, agency: MENTAL_HEALTH },
  {
    ...{ day: -118, discussed: 'professional-challenge-and-escalation', people: 17, agency: COUNCIL },
    changed: 'The team has a named person for worries that were not answered.',
    evidence: '7 of 8 worries that were raised again had an answer within a week.',
  },
  { day: -75, discussed: 'neglect-of-children', people: 11, agency: HOSPITALS },
  { day: -31, discussed: 'unseen-adults-and-caregivers', people: 26, agency: SCHOOLS },
];

/** What the board had before it, and how far what was learned has reached. */
export const BOARD: Happening[] = [...BOARDS, ...DISCUSSIONS];
