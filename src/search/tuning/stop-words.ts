/**
 * Words that carry no meaning of their own here: the grammar of a question, and what everybody says who asks a library
 * of reviews something ("what have reviews said about …"). Dropped from a query unless nothing else is left.
 * Origin: the function words of English, and words of the questions in `test/relevance` that may be tuned on.
 */
export const STOP_WORDS = new Set(
  (
    'a about after all also am an and any anything are arent as at be because been before being but by can cant could ' +
    'couldnt did didnt do does doesnt doing done dont during each every for from get gets getting give gone got had has ' +
    'hasnt have havent having he hed her here hers him his how i id if ill im in into is isnt it its ive just know let ' +
    'like look looked looking looks made make makes may me might more most much my need needs no nobody not of off on ' +
    'one or other our out over please said same saw say says see seen shall she should shouldnt show shows so some ' +
    'someone something still such tell than that thats the their them then there these they theyre thing things think ' +
    'this those through to told too u up us use used very want was wasnt way we were werent what whats when where which ' +
    'while who whos whose why will with without wont would wouldnt you your case cases example examples find finding ' +
    'findings happen happened happens issue issues learn learned learning learnt lesson lessons report review reviews ' +
    'reviewed serious taught'
  ).split(' '),
);

/**
 * Stop words that only join others. Every other one belongs to a name of a theme that has it: "being used by older people"
 * is not "older people". Origin: the stop words that stand in names of themes, read one by one.
 */
export const JOINING_WORDS = new Set(
  (
    'a about all also am an and any are as at be been being each every for from had has have having he her here him his i ' +
    'in into is it its me my of on one or our she than that the their them then there these they this those to us was we ' +
    'were who with you your'
  ).split(' '),
);

/** What turns the meaning of a name round: where a name has one, it is not said without one. */
export const NEGATIONS =
  'not no nobody without cant couldnt didnt doesnt dont hasnt havent isnt arent wasnt wont wouldnt shouldnt werent';

/**
 * Abbreviations that are also everyday words, letters or something else: in small letters they count only alone ("Dash the
 * hopes" is not the risk checklist, a "dna test" no missed appointment). Origin: the abbreviations of the thesaurus.
 */
export const EVERYDAY = new Set(
  'ace aces ce cic da dash dna dv fm icon it mash pc pp tip taf caf send pip is sh sn'.split(' '),
);
