import type { Happening } from './happening.js';
import { APPROVER } from './people.js';

const WINDMILL = 'Windmill (invented)';
const as = APPROVER.name;

/** What the public is told: a line that is released, one that waits, and a report. */
const FOR_THE_PUBLIC: Happening[] = [
  { day: -216, protect: WINDMILL, term: 'Tolver Mill' },
  {
    ...{ day: -215, item: 'Windmill 1' },
    line: 'The council’s assessment form now has room for the child’s own words, and police officers are briefed to write down what a child says. Audits of records, the second a year after the first, found that this is done.',
  },
  { ...{ day: -212, item: 'Windmill 1', as }, releaseLine: true },
  {
    ...{ day: -16, item: 'Windmill 2' },
    line: 'Forms ask about every adult in the home. A second look found that new staff often pass the question over, so it becomes part of their induction.',
  },
  {
    ...{ day: -14, report: WINDMILL, title: 'Three years on: what has been done' },
    introduction:
      'The partnership has looked at each recommendation of this review again. Assessment forms have changed, and staff know how to escalate a disagreement.\n\nTwo things are not where they should be: naming every adult in the home, and recording the children of adults in treatment. The board has asked for both by the summer.',
  },
  { ...{ day: -12, releaseReport: WINDMILL } },
];

/** Owners are asked for updates, one of them while away; some have answered. */
const ROUND: Happening[] = [
  { day: -9, away: 'Mo Desai', deputy: 'Sam Oakes', until: 9 },
  { day: -8, round: 'Updates for the next board', by: 6 },
  { day: -7, item: 'Rapid review', update: 'a', text: 'The wording is agreed. It goes live next month.' },
  { day: -7, item: 'Rapid review', update: 'b', text: 'The next twenty are drawn.' },
  { day: -7, item: 'Lantern 2', update: 'd', text: 'The field is there and is being filled in.' },
  { day: -4, item: 'Audit', update: 'd', text: 'Twenty of thirty have been read.' },
];

/** What is told to the public and to the owners of actions. */
export const TELLING: Happening[] = [...FOR_THE_PUBLIC, ...ROUND];
