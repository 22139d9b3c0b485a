import { CARE_BOARD, COMMISSIONERS, COUNCIL, HOMES, HOSPITALS, MENTAL_HEALTH } from './agencies.js';
import { PARTNERS, POLICE, PROBATION, SCHOOLS, SUBSTANCES } from './agencies.js';
import type { Begin, Happening, ItemDeed, Offset } from './happening.js';

const WINDMILL = 'Windmill (invented)';
const LANTERN = 'Lantern (invented)';
const KITE = 'Kite (invented)';

type Step = { day: Offset; as?: string } & ItemDeed;

/** An item from its beginning on. */
const item = (called: string, day: Offset, begin: Begin, steps: Step[]): Happening[] => [
  { day, item: called, begin },
  ...steps.map((step) => ({ ...step, item: called })),
];

/** What was promised, done and judged: forty actions, in every state that there is. */
export const ITEMS: Happening[] = [
  // Closed, and found to have lasted.
  ...item('Windmill 1', -1070, { review: WINDMILL, number: '1' }, [
    { day: -1040, respond: 'accepted', agency: COUNCIL },
    { day: -1035, as: POLICE, respond: 'accepted', agency: POLICE },
    {
      ...{ day: -1030, action: 'a', agency: COUNCIL, owner: 'Jo Farrow', due: -900 },
      text: 'Add “A day in my life” to the assessment form, with room for the child’s own words.',
    },
    {
      ...{ day: -1025, as: POLICE, action: 'b', agency: POLICE, owner: 'Kit Larwood', due: -875 },
      text: 'Brief response officers to write down what a child says and what they see of the home.',
    },
    { day: -980, update: 'a', text: 'The form was tried by two teams. Social workers asked for more room.' },
    { day: -915, deliver: 'a', to: 'completed', on: -920 },
    {
      ...{ day: -912, correctLast: 'The form went live two days later than we entered.' },
      instead: { reason: 'In use by all teams from that day.' },
    },
    {
      ...{ day: -885, as: POLICE, move: 'b', due: -800 },
      reason: 'Briefings are moved to the training days of the spring.',
    },
    { day: -880, decide: 'b', decision: 'agreed', reason: 'The training days reach every shift.' },
    { day: -850, as: POLICE, update: 'b', text: 'Four of six shifts have been briefed.' },
    { day: -810, as: POLICE, deliver: 'b', to: 'completed' },
    {
      ...{ day: -790, impact: 'policy-or-training' },
      text: 'The form and the briefing are in use in both agencies.',
    },
    {
      ...{ day: -600, impact: 'practice', sample: '17 of 20 records' },
      text: 'An audit found a day in the child’s life described in the child’s own words.',
    },
    {
      ...{ day: -590, judge: 'closed-acceptable', recheck: -225 },
      reason: 'Both actions are done, and the audit shows that practice has changed.',
    },
    { day: -220, recheck: 'sustained', reason: '18 of 20 records a year later.', next: 140 },
  ]),

  // Closed as more than was asked for, found not to have lasted, and begun again.
  ...item('Windmill 2', -1070, { review: WINDMILL, number: '2' }, [
    {
      ...{ day: -1045, respond: 'accepted-in-part', agency: COMMISSIONERS },
      reason: 'Practices are asked to do so; they are independent, and we cannot instruct them.',
    },
    { day: -1041, as: HOSPITALS, respond: 'accepted', agency: HOSPITALS },
    { day: -1040, respond: 'accepted', agency: COUNCIL },
    {
      ...{ day: -1020, action: 'a', agency: COMMISSIONERS, owner: 'Mo Desai', due: [-700, 'month'] },
      text: 'Agree one set of questions about adults in the home for registrations at GP practices.',
    },
    {
      ...{ day: -1015, as: HOSPITALS, action: 'b', agency: HOSPITALS, owner: 'Ana Brook', due: -650 },
      text: 'Ask about every adult in the home at each booking and each attendance of a child.',
    },
    {
      ...{ day: -1010, action: 'c', agency: COUNCIL, supporting: [SCHOOLS], owner: 'Jo Farrow', due: -640 },
      text: 'Show all adults of a household on the first page of the child’s record.',
    },
    { day: -900, update: 'a', text: 'Questions were drafted with three practices.' },
    {
      ...{ day: -710, move: 'a', due: -430 },
      reason: 'The supplier of the practices’ software needs two releases for the change.',
    },
    { day: -665, as: HOSPITALS, deliver: 'b', to: 'completed', on: -668 },
    { day: -655, deliver: 'c', to: 'completed' },
    { day: -600, update: 'a', text: 'The questions are in the software of half of the practices.' },
    { day: -450, deliver: 'a', to: 'completed' },
    {
      ...{ day: -400, impact: 'practice', sample: '44 of 50 records' },
      text: 'All adults in the home were named in records of four agencies.',
    },
    {
      ...{ day: -390, judge: 'closed-exceeds', recheck: -60 },
      reason: 'Schools, which were not asked, took the questions up as well.',
    },
    {
      ...{ day: -50, recheck: 'not-sustained' },
      reason: 'Only 19 of 40 records named all adults. New staff do not know the questions.',
    },
    {
      ...{ day: -48, impact: 'activity' },
      text: 'The questions are still in the forms; they are often passed over.',
    },
    {
      ...{ day: -45, as: HOSPITALS, action: 'd', agency: HOSPITALS, owner: 'Ana Brook', due: 60 },
      text: 'Make the question about adults in the home part of the induction of all new staff.',
    },
    {
      ...{ day: -44, action: 'e', agency: CARE_BOARD, owner: 'Mo Desai', due: 12 },
      text: 'Have practices check fifty registrations each, and report what they find.',
    },
    { day: -20, update: 'e', text: 'Nine of fourteen practices have sent their figures.' },
    { day: -18, as: HOSPITALS, deliver: 'd', to: 'in-progress' },
  ]),

  // Closed, opened again as somebody had new evidence, closed otherwise; a second look is due.
  ...item('Windmill 3', -1070, { review: WINDMILL, number: '3' }, [
    { day: -1000, respond: 'accepted', agency: PARTNERS },
    {
      ...{ day: -990, action: 'a', agency: COUNCIL, owner: 'Lee Whitby', due: -850 },
      text: 'Publish one page on how to escalate a disagreement, with names and numbers.',
    },
    {
      ...{ day: -988, action: 'b', agency: POLICE, owner: 'Kit Larwood', due: -800 },
      text: 'Buy a system in which escalations are counted.',
    },
    {
      ...{ day: -985, action: 'c', agency: SCHOOLS, owner: 'Rosa Fenn', due: -760 },
      text: 'Train safeguarding leads of schools in challenging a decision.',
    },
    { day: -852, deliver: 'a', to: 'completed' },
    {
      ...{ day: -820, as: POLICE, deliver: 'b', to: 'stopped' },
      reason: 'The council’s page counts escalations already; a second system would not be used.',
    },
    { day: -815, decide: 'b', decision: 'agreed' },
    { day: -765, deliver: 'c', to: 'completed', on: -770 },
    {
      ...{ day: -700, judge: 'closed-unacceptable', recheck: -500, noEvidence: true },
      reason: 'A page and a training are there; nobody could show that anyone escalates.',
    },
    { day: -690, reopen: 'Schools brought records of 31 escalations that we had not seen.' },
    {
      ...{ day: -500, impact: 'outcome', source: 'Survey of 42 families by the parent forum' },
      text: 'Families whose plan changed after an escalation say that they were listened to sooner.',
    },
    {
      ...{ day: -480, judge: 'closed-alternative-acceptable', recheck: -235 },
      reason: 'One page serves instead of the system that was planned.',
    },
    {
      ...{ day: -230, recheck: 'partly', next: -20 },
      reason: 'Health staff escalate; housing staff do not know the page.',
    },
  ]),

  // Overdue for months, and judged unacceptable.
  ...item('Windmill 4', -1070, { review: WINDMILL, number: '4' }, [
    { day: -1001, respond: 'accepted', agency: MENTAL_HEALTH },
    { day: -965, respond: 'accepted', agency: SUBSTANCES },
    {
      ...{ day: -960, action: 'a', agency: SUBSTANCES, owner: 'Ned Pryor', due: [-420, 'quarter'] },
      text: 'Record for every adult in treatment which children they live with or see often.',
    },
    {
      ...{ day: -950, action: 'b', agency: MENTAL_HEALTH, owner: 'Gil Marran', due: -480 },
      text: 'Put a question about children into the first assessment.',
    },
    {
      ...{ day: -700, action: 'c', agency: MENTAL_HEALTH, owner: 'Gil Marran', due: -9 },
      text: 'Have a named worker for children in each adult team.',
    },
    { day: -600, update: 'a', text: 'A field was asked for in the record system.' },
    { day: -500, deliver: 'b', to: 'completed', on: -505 },
    { day: -430, move: 'a', due: -200, reason: 'The service was preparing to join the trust.' },
    {
      ...{ day: -210, move: 'a', due: -130 },
      reason: 'The trust uses another record system, and the field has to be built anew.',
    },
    { day: -160, deliver: 'c', to: 'in-progress' },
    { day: -140, update: 'a', text: 'The field is built. Staff have not been told of it yet.' },
    {
      ...{ day: -100, judge: 'open-unacceptable' },
      reason: 'Nearly three years on, children of adults in treatment are still not in the records.',
    },
    { day: -98, note: 'Speak to the chief executive before the board meets.', isPrivate: true },
    { day: -40, update: 'c', text: 'Five of eight teams have a named worker.' },
  ]),

  // Not accepted, and the board saw why.
  ...item('Windmill 5', -1070, { review: WINDMILL, number: '5' }, [
    {
      ...{ day: -990, respond: 'not-accepted', agency: HOMES },
      reason: 'There is no right to enter for it, and 2,300 visits a year would take staff from repairs.',
    },
    {
      ...{ day: -950, judge: 'closed-reconsidered', noEvidence: true },
      reason: 'Yearly visits were asked of the wrong body. Repairs staff are covered by recommendation 2.',
      noRecheckReason: 'Nothing was begun that could be looked at again.',
    },
  ]),

  // Taken over by a later recommendation.
  ...item('Lantern 1', -640, { review: LANTERN, number: '1' }, [
    { day: -610, as: HOSPITALS, respond: 'accepted', agency: HOSPITALS },
    { day: -605, respond: 'accepted', agency: COUNCIL },
    {
      ...{ day: -600, as: HOSPITALS, action: 'a', agency: HOSPITALS, owner: 'Ana Brook', due: -460 },
      text: 'Hold a discharge meeting for each baby on a plan, and keep its record with the baby’s.',
    },
    {
      ...{ day: -595, action: 'b', agency: COUNCIL, owner: 'Jo Farrow', due: [-90, 'month'] },
      text: 'Have a social worker in the hospital on every weekday.',
    },
    { day: -470, as: HOSPITALS, deliver: 'a', to: 'completed' },
    { day: -290, update: 'b', text: 'The post was advertised twice and not filled.' },
  ]),

  // On its way, with an addressee who says that it was asked of the wrong body.
  ...item('Lantern 2', -640, { review: LANTERN, number: '2' }, [
    { day: -620, as: POLICE, respond: 'accepted', agency: POLICE },
    {
      ...{ day: -600, respond: 'disputed', agency: PROBATION },
      reason: 'Conditions are set by the courts. We may pass them on only where the court has said so.',
    },
    {
      ...{ day: -590, as: POLICE, action: 'a', agency: POLICE, owner: 'Kit Larwood', due: -400 },
      text: 'Tell the front door of children’s services of each new condition within a day.',
    },
    {
      ...{ day: -580, action: 'b', agency: PROBATION, supporting: [COUNCIL], due: 200 },
      text: 'Agree with the court what may be passed on without asking.',
    },
    {
      ...{ day: -570, as: POLICE, action: 'c', agency: POLICE, owner: 'Kit Larwood', due: 75 },
      text: 'Check each quarter that conditions and children’s records name the same people.',
    },
    {
      ...{ day: -560, action: 'd', agency: COUNCIL, owner: 'Lee Whitby' },
      text: 'Show conditions on an adult in the record of each child in the home.',
    },
    { day: -405, as: POLICE, deliver: 'a', to: 'completed' },
    { day: -300, as: POLICE, step: 'c', text: 'First check', due: -270, isDone: true },
    { day: -299, as: POLICE, step: 'c', text: 'Second check', due: -180, isDone: true },
    { day: -298, as: POLICE, step: 'c', text: 'Third check', due: -20 },
    { day: -297, as: POLICE, step: 'c', text: 'Report to the board', due: [60, 'month'] },
    {
      ...{ day: -200, judge: 'open-acceptable' },
      reason: 'The police have done what was asked; probation has a plan that is worth waiting for.',
    },
    { day: -70, impact: 'outcome', text: 'Workers say that they are safer on visits.' },
    { day: -60, deliver: 'b', to: 'in-progress' },
    { day: -35, deliver: 'd', to: 'in-progress' },
    { day: -22, as: POLICE, step: 'c', number: 3, text: 'Third check', due: -20, isDone: true },
  ]),

  // Nobody answered.
  ...item('Lantern 3', -640, { review: LANTERN, number: '3' }, [
    {
      ...{ day: -400, judge: 'closed-no-response', recheck: 30, noEvidence: true },
      reason: 'No published response. The chair has written three times.',
    },
  ]),

  // All done, and not judged yet.
  ...item('Lantern 4', -640, { review: LANTERN, number: '4' }, [
    { day: -530, respond: 'accepted', agency: COMMISSIONERS },
    {
      ...{ day: -510, action: 'a', agency: CARE_BOARD, owner: 'Mo Desai', due: -250 },
      text: 'Give practices wording for “was not brought” and what to do on the second time.',
    },
    {
      ...{ day: -505, action: 'b', agency: CARE_BOARD, owner: 'Mo Desai', due: -30 },
      text: 'Count missed appointments of children under five in each practice.',
    },
    {
      ...{ day: -500, action: 'c', agency: CARE_BOARD, owner: 'Jo Farrow', due: -150 },
      text: 'Send text messages to parents in five languages.',
    },
    { day: -260, deliver: 'a', to: 'completed' },
    { day: -170, deliver: 'c', to: 'stopped', reason: 'The national message service does this from now on.' },
    { day: -25, deliver: 'b', to: 'completed', on: -28 },
    { day: -24, impact: 'policy-or-training', text: 'All fourteen practices use the wording.' },
  ]),

  // Overtaken by what others decided.
  ...item('Lantern 5', -640, { review: LANTERN, number: '5' }, [
    { day: -600, respond: 'accepted', agency: PARTNERS },
    {
      ...{ day: -590, action: 'a', agency: COUNCIL, owner: 'Lee Whitby', due: -200 },
      text: 'Write a course of our own on crying and safer sleep.',
    },
    {
      ...{ day: -310, judge: 'closed-no-longer-applicable', stopActions: true, noEvidence: true },
      reason: 'A national course on the same is free for all staff since this spring.',
      noRecheckReason: 'Whether staff take part is looked at in the yearly training report.',
    },
  ]),

  // Young, and lively: due today, a request that waits, much on track.
  ...item('Kite 1', -150, { review: KITE, number: '1' }, [
    { day: -130, as: HOSPITALS, respond: 'accepted', agency: HOSPITALS },
    { day: -128, respond: 'accepted', agency: COUNCIL },
    { day: -125, respond: 'accepted', agency: CARE_BOARD },
    {
      ...{ day: -122, action: 'a', agency: COUNCIL, supporting: [CARE_BOARD], owner: 'Sam Oakes', due: 90 },
      text: 'Agree one plan and one lead worker with all agencies, and try it with ten young people.',
    },
    {
      ...{ day: -121, action: 'b', agency: CARE_BOARD, owner: 'Mo Desai', due: 0 },
      text: 'Let the plan be read in the systems of health services.',
    },
    {
      ...{ day: -118, as: HOSPITALS, action: 'c', agency: HOSPITALS, owner: 'Ana Brook', due: 25 },
      text: 'Tell the lead worker within a day when a young person attends the emergency department.',
    },
    {
      ...{ day: -110, action: 'd', agency: COUNCIL, owner: 'Sam Oakes', due: [160, 'quarter'] },
      text: 'Keep the same lead worker when a young person moves.',
    },
    { day: -40, deliver: 'a', to: 'in-progress' },
    {
      day: -39,
      update: 'a',
      text: 'Six young people have one plan.',
      evidence: 'Minutes of the pilot group',
    },
    { day: -30, update: 'd', text: 'Talks with two neighbouring councils have begun.' },
    { day: -15, update: 'b', text: 'The test in one practice went well.' },
    {
      ...{ day: -6, as: HOSPITALS, move: 'c', due: 85 },
      reason: 'The new system of the emergency department starts two months late.',
    },
  ]),
  {
    ...{ day: -120, item: 'Lantern 1', judge: 'closed-superseded', supersededBy: 'Kite 1' },
    ...{ stopActions: true, noEvidence: true },
    reason: 'One plan for all who leave hospital takes the place of a meeting for babies alone.',
    noRecheckReason: 'It is looked at with the item that takes its place.',
  },

  // One addressee is late with the response.
  ...item('Kite 2', -150, { review: KITE, number: '2' }, [
    { day: -100, respond: 'accepted', agency: COUNCIL },
    {
      ...{ day: -95, action: 'a', agency: COUNCIL, owner: 'Sam Oakes', due: 50 },
      text: 'Hold a meeting on safety before each planned move, with the young person.',
    },
    {
      ...{ day: -94, action: 'b', agency: HOMES, owner: 'Bryn Alder', due: -3 },
      text: 'Keep two flats free for moves at short notice.',
    },
    {
      ...{ day: -93, action: 'c', agency: COUNCIL, owner: 'Sam Oakes', due: 110 },
      text: 'Tell the receiving council of risk before a move, not after.',
    },
    { day: -33, update: 'a', text: 'Held before four of five moves.' },
    { day: -32, update: 'c', text: 'A form was agreed with one neighbour.' },
    { day: -31, note: 'Homes has had three reminders; its new director starts next month.', isPrivate: true },
  ]),

  // A request to stop that waits for a decision, and nobody to do one of them.
  ...item('Kite 3', -150, { review: KITE, number: '3' }, [
    { day: -120, as: POLICE, respond: 'accepted', agency: POLICE },
    { day: -80, respond: 'accepted', agency: SCHOOLS },
    {
      ...{ day: -78, as: POLICE, action: 'a', agency: POLICE, owner: 'Kit Larwood', due: 130 },
      text: 'Send an officer to each meeting on a part-time timetable.',
    },
    {
      ...{ day: -77, as: POLICE, action: 'b', agency: POLICE, owner: 'Kit Larwood', due: 20 },
      text: 'Name one officer for each secondary school.',
    },
    {
      ...{ day: -76, action: 'c', agency: SCHOOLS, due: 65 },
      text: 'Report the number of part-time timetables, and how old they are, each term.',
    },
    { day: -36, as: POLICE, update: 'b', text: 'Named for seven of nine schools.' },
    { day: -26, as: POLICE, move: 'b', due: 95, reason: 'Two officers have left.' },
    { day: -21, decide: 'b', decision: 'refused', reason: 'Seven are named; the other two need not wait.' },
    {
      ...{ day: -5, as: POLICE, deliver: 'a', to: 'stopped' },
      reason: 'There are forty meetings a month. One officer at the monthly panel reaches the same children.',
    },
  ]),

  // Followed a month ago: all that is there is the question.
  ...item('Kite 4', -30, { review: KITE, number: '4' }, []),

  // Well on its way; it follows no recommendation, and is never public.
  ...item(
    'Rapid review',
    -200,
    {
      source: { origin: 'rapid-review', title: 'Rapid review 2 (invented)', number: '1' },
      text: 'Duty workers see a child of whom two agencies have called within the same week.',
      addressees: [COUNCIL],
    },
    [
      { day: -180, respond: 'accepted', agency: COUNCIL },
      {
        ...{ day: -178, action: 'a', agency: COUNCIL, owner: 'Lee Whitby', due: 70 },
        text: 'Have the duty system mark a second call within a week.',
      },
      {
        ...{ day: -177, action: 'b', agency: COUNCIL, owner: 'Lee Whitby', due: [140, 'month'] },
        text: 'Look at twenty second calls each quarter.',
      },
      {
        ...{ day: -176, action: 'c', agency: COUNCIL, owner: 'Sam Oakes', due: -80 },
        text: 'Tell all duty workers of the rule.',
      },
      { day: -85, deliver: 'c', to: 'completed' },
      { day: -55, impact: 'practice', text: 'Duty workers say that they see these children sooner.' },
      { day: -29, update: 'a', text: 'The mark is there; the wording is being tried.' },
      { day: -28, update: 'b', text: 'The first twenty: sixteen were seen within two days.' },
    ],
  ),

  // Quiet for longer than a quarter, without dates and owners.
  ...item(
    'Audit',
    -190,
    {
      source: { origin: 'audit', title: 'Audit of handovers (invented)', number: '3' },
      text: 'Handovers between adult mental health and probation name the children in the home.',
      addressees: [MENTAL_HEALTH, PROBATION],
    },
    [
      { day: -170, respond: 'accepted', agency: MENTAL_HEALTH },
      { day: -165, respond: 'accepted-in-part', agency: PROBATION, reason: 'From the next contract on.' },
      {
        ...{ day: -150, action: 'a', agency: MENTAL_HEALTH, owner: 'Gil Marran', due: 120 },
        text: 'Add children to the handover form.',
      },
      {
        ...{ day: -149, action: 'b', agency: PROBATION },
        text: 'Ask about children at the first appointment.',
      },
      {
        ...{ day: -148, action: 'c', agency: PROBATION, owner: 'Iris Cole', due: -45 },
        text: 'Train supervisors of both services together.',
      },
      {
        ...{ day: -147, action: 'd', agency: MENTAL_HEALTH, supporting: [PROBATION], owner: 'Gil Marran' },
        text: 'Audit thirty handovers again.',
      },
      { day: -110, update: 'a', text: 'A draft of the form was sent to both services.' },
      {
        ...{ day: -90, judge: 'open-alternative-acceptable' },
        reason: 'A form of both services together is as good as the one that the audit asked for.',
      },
      { day: -50, deliver: 'c', to: 'in-progress' },
      { day: -19, update: 'd', text: 'Ten of thirty have been read.' },
    ],
  ),
];
