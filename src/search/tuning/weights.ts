/**
 * The numbers of the ranking. Origin: found on the judged queries of other collections than the library's own, where each
 * earned more than 0.01 or is needed by a rule; `npm run eval:search` reports every change (docs/adr/0021).
 */
export const WEIGHTS = {
  /** How soon more of the same word stops counting, and how strongly the length of a text does (k1 and b of BM25). */
  saturation: 1.4,
  length: 0.5,
  /** What a carried theme counts for beside the words, whatever its source calls it. */
  theme: 10,
  /** A name that is said counts so much at least, and more the more of the query it covers. */
  named: 0.35,
  /** How sure a name that is said is, by the share of the query that it covers to this power: a little of much may be by the way. */
  sureness: 1.5,
  /** From which likeness on a name is near, and how many of the nearest are read. */
  near: 0.35,
  nearest: 3,
  /** What a word that only joins others ("her", "the") tells names apart, beside any other that as few names have. */
  joining: 0.7,
  /** So much of a record's own phrase a name has to cover, or the phrase is of something else. */
  coversPhrase: 0.3,
  /** What it counts for that all the words of a record's own name were asked for. */
  name: 12,
  /** What a review about adults loses where the query speaks of children, and the other way round. */
  otherAge: 0.3,
  /** What another word with the same stem counts for: "community" where "communication" is asked for. */
  otherForm: 0.6,
  /** Among equals the newer, by a hair. A record without a date stands in the middle. */
  year: 0.001,
  middleYear: 2015,
  /** Where the list ends: below this share of the best score nothing is shown; */
  end: 0.2,
  /** and after so many nothing that answers less than this share of what was asked. */
  alwaysShown: 5,
  enough: 0.4,
  /** or, of two words, than this. */
  enoughOfTwo: 0.5,
  /** Reviews are what the library is for. */
  kinds: { review: 1, briefing: 0.9, resource: 0.75, theme: 0.7 },
} as const;
