// Origin: the thesaurus and the queries in `test/relevance` that may be tuned on; a change is judged by `npm run eval:search`.

/**
 * Everyday, clinical and official words for the same thing. Both sides of a comparison are folded to the first word of
 * a line, so "mums drinking" and "maternal alcohol use" meet. Kin and ways of speaking only: what is a theme of its own
 * belongs to the thesaurus.
 */
export const SAME = [
  'mother mum mam mummy mom maternal',
  'father dad daddy paternal',
  'stepfather stepdad',
  'parent parental',
  'grandparent nan nana gran granny grandma grandmother grandad grandfather',
  'partner boyfriend girlfriend husband wife spouse bf ex',
  'child kid children',
  'baby infant babies newborn',
  'teenager teen adolescent',
  'man men male bloke',
  'woman women female lady',
  'boy lad',
  'alcohol drink drinker drunk booze',
  'appointment appt',
  'professional practitioner',
  'afraid scared frightened fear',
  'kill murder homicide',
  'death die dead died fatal',
  'hospital ward',
  'old older elderly',
  'jail prison',
  'school classroom',
  'home house household',
  'agency organisation organization service',
  'behaviour behavior',
  'paediatric pediatric paediatrician pediatrician',
];

/** Forms of one word, or words of one root, that the stemmer leaves apart; folded in the same way. */
export const FORMS = [
  'violence violent',
  'pregnancy pregnant',
  'sexual sex',
  'absence absent',
  'injury injured injure',
  'autism autistic',
  'crime criminal criminality',
  'analysis analyse analyze analytical',
  'exclusion excluded exclude',
  'suspension suspended suspend',
  'starvation starving starved starve',
  'psychosis psychotic',
  'knife knives',
  'sleep slept asleep',
  'run ran',
  'hide hid hidden hiding',
  'shake shook shaken shaking',
  'speak spoke spoken speaking talk',
  'steal stole stolen',
  'fight fought',
  'leave left leaving',
  'cruelty cruel',
  'ingestion ingested ingest swallow',
  'aunt auntie aunty',
  'cannabis weed marijuana',
  'cocaine crack',
  'gp gps',
];

/** British and American spelling, where an ending does not tell; folded in the same way. */
export const SPELT = (
  'ageing/aging centre/center counselling/counseling foetal/fetal/foetus/fetus haemorrhage/hemorrhage ' +
  'anaesthetic/anesthetic diarrhoea/diarrhea neighbour/neighbor judgement/judgment programme/program enrol/enroll ' +
  'offence/offense defence/defense licence/license practise/practice wilful/willful mould/mold labour/labor ' +
  'colour/color favour/favor honour/honor orthopaedic/orthopedic'
)
  .split(' ')
  .map((words) => words.replaceAll('/', ' '));

/** Not the mother and the father, but a ward and a question of descent. */
export const APART = new Set(['maternity', 'paternity']);

/** Whom a name of a theme may mean by a wider word: "mums drinking" is "parental drinking". */
export const WIDER =
  'mother:parent father:parent stepfather:parent methadone:drug heroin:drug cocaine:drug cannabis:drug'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]);
