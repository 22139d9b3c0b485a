import { addDays } from '../../tracking/day.js';
import { CARE_BOARD, COMMISSIONERS, COUNCIL, HOMES, HOSPITALS, MENTAL_HEALTH } from './agencies.js';
import { PARTNERS, POLICE, PROBATION, SCHOOLS, SUBSTANCES } from './agencies.js';
import type { Happening, Offset } from './happening.js';

export const PARTNERSHIP = 'Fennmere Safeguarding Children Partnership';

/** Numbers that are given to nobody: Ofcom keeps them for drama. */
export const PARTNERSHIP_RECORD = {
  ...{ kind: 'partnership', name: PARTNERSHIP, type: 'children-partnership' },
  contacts: [
    { about: 'child', audience: 'professionals', team: 'Invented children’s team', phone: '01632 960101' },
    { about: 'child', audience: 'public', team: 'Invented children’s team', phone: '01632 960102' },
    { about: 'adult', audience: 'everyone', team: 'Invented adults’ team', phone: '01632 960103' },
  ],
};

const INVENTED = 'Invented for the demonstration: there is no such child, family or review.';

interface Review {
  label: string;
  day: Offset;
  type: 'lcspr' | 'thematic-review';
  called: string;
  summary: string;
  learning: { theme: string; kind: 'finding' | 'key-lesson' | 'good-practice'; statement: string }[];
  recommendations: [text: string, addressees: string[], themes: string[]][];
}

const REVIEWS: Review[] = [
  {
    ...{ label: 'Windmill (invented)', day: -1085, type: 'lcspr' },
    called: 'local child safeguarding practice review',
    summary:
      'A primary-school child lived with neglect over four years. Each agency knew a part of it; nobody had asked who the adults in the home were, or what a day was like for the child.',
    learning: [
      {
        ...{ theme: 'Voice and lived experience of the child', kind: 'finding' },
        statement:
          'The child was described as “quiet” in eleven records. None of them says what a day at home was like.',
      },
      {
        ...{ theme: 'Unseen adults and caregivers', kind: 'finding' },
        statement: 'Two adults who cared for the child most days were in no agency’s records.',
      },
      {
        ...{ theme: 'Professional challenge and escalation', kind: 'key-lesson' },
        statement: 'A worry that is shared and not answered has to be raised again, and with somebody else.',
      },
      {
        ...{ theme: 'Role of schools and early years settings', kind: 'good-practice' },
        statement: 'A teaching assistant noticed, wrote down and passed on what the child said about meals.',
      },
    ],
    recommendations: [
      [
        'Assessments describe a day in the life of the child, in the child’s own words where possible.',
        [COUNCIL, POLICE],
        ['Voice and lived experience of the child', 'Assessment and analysis of risk'],
      ],
      [
        'Every agency asks who lives in and who looks after the home, writes it down and shares it.',
        [COMMISSIONERS, HOSPITALS, COUNCIL],
        ['Unseen adults and caregivers', 'Information sharing'],
      ],
      [
        'Practitioners know how to escalate a disagreement, and do so.',
        [PARTNERS],
        ['Professional challenge and escalation'],
      ],
      [
        'Services for adults consider the children of those whom they treat, and say so in their records.',
        [MENTAL_HEALTH, SUBSTANCES],
        ['Think family', 'Parental mental health', 'Parental substance misuse'],
      ],
      [
        'The housing provider inspects each home with a child in it once a year.',
        [HOMES],
        ['Poverty, housing and homelessness'],
      ],
    ],
  },
  {
    ...{ label: 'Lantern (invented)', day: -650, type: 'lcspr' },
    called: 'local child safeguarding practice review',
    summary:
      'A baby was hurt in the weeks after leaving hospital. What was known of risk in the family before the birth did not reach those who visited afterwards.',
    learning: [
      {
        ...{ theme: 'Hospital discharge', kind: 'finding' },
        statement: 'The meeting before discharge was held without the health visitor or the social worker.',
      },
      {
        ...{ theme: 'Managing people who pose a risk', kind: 'finding' },
        statement: 'Conditions on an adult in the family were known to probation and to nobody who visited.',
      },
      {
        ...{ theme: 'Learning not embedded from earlier reviews', kind: 'key-lesson' },
        statement: 'The review before this one had asked for the same: to find out who looks after a child.',
      },
      {
        ...{ theme: 'Role of the GP', kind: 'good-practice' },
        statement: 'A practice nurse followed up a missed appointment on the same day.',
      },
    ],
    recommendations: [
      [
        'No baby about whom there are concerns leaves hospital before a meeting of all who will visit.',
        [HOSPITALS, COUNCIL],
        ['Hospital discharge', 'Infants under one'],
      ],
      [
        'Police and probation tell children’s services of conditions on an adult who lives with a child.',
        [POLICE, PROBATION],
        ['Managing people who pose a risk', 'Information sharing'],
      ],
      [
        'Schools of older siblings are invited to plans before a birth.',
        [SCHOOLS],
        ['Pre-birth assessment and planning', 'Role of schools and early years settings'],
      ],
      [
        'GP practices look into missed appointments of children as “was not brought”.',
        [COMMISSIONERS],
        ['Was not brought', 'Role of the GP'],
      ],
      [
        'All staff who visit babies are trained in how to talk about crying and safer sleep.',
        [PARTNERS],
        ['Coping with crying', 'Safer sleep', 'Training and workforce development'],
      ],
    ],
  },
  {
    ...{ label: 'Kite (invented)', day: -160, type: 'thematic-review' },
    called: 'thematic review of four young people',
    summary:
      'Four young people were drawn into carrying for others. They were missing from school before anybody called it exploitation, and moved home more often than plans did.',
    learning: [
      {
        ...{ theme: 'Child criminal exploitation', kind: 'finding' },
        statement: 'Each of the four was first recorded as an offender, and months later as a child at risk.',
      },
      {
        ...{ theme: 'Children not in school', kind: 'finding' },
        statement: 'Part-time timetables went on for up to two terms without anybody looking at them again.',
      },
      {
        ...{ theme: 'Multi-agency working', kind: 'good-practice' },
        statement: 'One youth worker was kept through three moves, and was the person all four named.',
      },
    ],
    recommendations: [
      [
        'There is one plan for a young person at risk outside the home, whichever agency began it.',
        [HOSPITALS, COUNCIL, CARE_BOARD],
        ['Harm outside the home', 'Multi-agency working', 'Hospital discharge'],
      ],
      [
        'A young person at risk does not move home without a meeting on how they are kept safe there.',
        [COUNCIL, HOMES],
        ['Child exploitation', 'Poverty, housing and homelessness'],
      ],
      [
        'Part-time timetables are looked at every four weeks, with the police where a child is at risk.',
        [SCHOOLS, POLICE],
        ['Children not in school', 'Child criminal exploitation'],
      ],
      [
        'Supervision asks whether a young person is spoken of as a child.',
        [COUNCIL, PROBATION],
        ['Supervision and management oversight', 'Language that blames'],
      ],
    ],
  },
];

/** When each was published. */
export const PUBLICATIONS: Happening[] = REVIEWS.map(({ label, day }) => ({ day, publish: label }));

/** A review as a bundle brings it. */
export function reviewRecord(wanted: string, today: string): object {
  const { label, day, called, summary, recommendations, ...rest } = REVIEWS.find(
    (one) => one.label === wanted,
  )!;
  const publishedOn = addDays(today, day);
  return {
    ...{ ...rest, kind: 'review', publisher: PARTNERSHIP, label, about: 'children', publishedOn },
    ...{ title: `${label}: ${called}`, summary: `${INVENTED} ${summary}` },
    recommendations: recommendations.map(([text, addressees, themes], place) => ({
      ...{ number: String(place + 1), text, addressees, themes, scope: 'local' },
    })),
  };
}
