import type { Happening } from './happening.js';

export const COUNCIL = 'Fennmere Council';
export const POLICE = 'Fennmere Police';
export const COMMISSIONERS = 'Fennmere Commissioning Group';
export const CARE_BOARD = 'Fennmere Integrated Care Board';
export const HOSPITALS = 'Fennmere Hospitals Trust';
export const MENTAL_HEALTH = 'Fennmere Mental Health Trust';
export const SUBSTANCES = 'Fennmere Drug and Alcohol Service';
export const SCHOOLS = 'Fennmere Schools Partnership';
export const PROBATION = 'Fennmere Probation';
export const HOMES = 'Fennmere Homes';
export const PARTNERS = 'All safeguarding partners';

/** Eight agencies and a group; one is renamed on the way, and one becomes part of another. */
export const AGENCIES: Happening[] = [
  {
    day: -1095,
    enter: {
      name: COUNCIL,
      otherNames: ['Fennmere Children’s Services'],
      executive: 'nell.orchard@fennmere.example',
    },
  },
  { day: -1095, enter: { name: POLICE, executive: 'tom.aldous@fennmere.example' } },
  {
    day: -1095,
    enter: { name: COMMISSIONERS, otherNames: ['Fennmere GPs'], executive: 'uma.lisle@fennmere.example' },
  },
  {
    day: -1095,
    enter: { name: HOSPITALS, otherNames: ['Fennmere General'], executive: 'ivor.reach@fennmere.example' },
  },
  { day: -1095, enter: { name: MENTAL_HEALTH, executive: 'sade.holm@fennmere.example' } },
  { day: -1095, enter: { name: SUBSTANCES } },
  {
    day: -1095,
    enter: { name: SCHOOLS, otherNames: ['Fennmere schools'], executive: 'moira.tansy@fennmere.example' },
  },
  { day: -1095, enter: { name: PROBATION } },
  { day: -1095, enter: { name: HOMES, otherNames: ['Fennmere Housing'] } },
  { day: -1095, enter: { name: PARTNERS, members: [COUNCIL, POLICE, COMMISSIONERS] } },
  { day: -520, succeed: COMMISSIONERS, into: CARE_BOARD, kind: 'renamed' },
  { day: -300, succeed: SUBSTANCES, into: MENTAL_HEALTH, kind: 'merged' },
  { day: -320, replaceOwner: 'Jo Farrow', by: 'Sam Oakes' },
];
