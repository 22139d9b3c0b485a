import type { ErrorCode } from './library-error.js';

/** What is said of a sort of problem to whoever's program met it, beside its title and status. */
export interface ProblemGuide {
  /** What has happened. */
  cause: string;
  /** What was asked when it did. */
  example: string;
  /** What to do. */
  cure: string;
}

/** Every code has one; the type checker refuses a code without. */
export const PROBLEM_GUIDES: Record<ErrorCode, ProblemGuide> = {
  'not-found': {
    cause:
      'There is nothing public at this address, and there never was, or it was never known by this name.',
    example: 'GET /api/v1/reviews/child-zz-1899',
    cure: 'Take addresses from “url” or “apiUrl” of what a list or a search answers, and do not put them together yourself. If it was there before, ask for /api/v1/reviews or the search: it may have another address now.',
  },
  gone: {
    cause:
      'What was here has been withdrawn from the library, or belonged to something that was, or is not in its source any more. “tombstone” says what is left of it.',
    example: 'GET /api/v1/reviews/an-example-withdrawn-by-its-publisher',
    cure: 'Take it off your pages now, and delete your copies. Do not ask again: it comes back only if its publisher restores it.',
  },
  'cursor-expired': {
    cause:
      'The cursor is of another library, of one that was rebuilt or restored since, or was given for other filters; or another theme takes the place of the one you follow.',
    example: 'GET /api/v1/changes?theme=neglect&cursor=… with a cursor that was given without the theme',
    cure: 'Begin again without a cursor: that is the first load as well. Delete what you have and does not come again.',
  },
  'invalid-request': {
    cause:
      'A parameter or a field does not fit, is misspelt, or does not exist. “errors” names each of them, and says what it takes.',
    example: 'GET /api/v1/reviews?publsher=derby&page=0',
    cure: 'Put right what “errors” names. All parameters of an address are in the description of the API.',
  },
  'not-signed-in': {
    cause:
      'The address needs a key or somebody who is signed in, and there was none; or the key is mistyped, has expired or was revoked.',
    example: 'GET /api/v1/tracking/items without an Authorization head',
    cure: 'Send the key as “Authorization: Bearer …”. An administrator of your partnership makes one, and sees which have expired. What is public needs none.',
  },
  forbidden: {
    cause: 'The role or the key is good, but does not permit this.',
    example: 'POST /api/v1/tracking/items with a key that may only read',
    cure: 'Ask an administrator of your partnership for a key with the scope that the description of the API names for this address, or for another role.',
  },
  'proof-needed': {
    cause: 'Somebody signed in without a second step, and their role acts only with one.',
    example: 'GET /api/v1/tracking/items by an audit lead who has not set up a second step',
    cure: 'Set up the second step on the page of your account, and sign in again. Keys need none.',
  },
  'too-many-requests': {
    cause: 'You have asked more often than you may in a minute, or for too many answers at once.',
    example: 'GET /api/v1/search?q=neglect for the sixty-first time in a minute',
    cure: 'Wait as many seconds as “Retry-After” says. “RateLimit” in each answer says what is left. Say who you are with an e-mail address in “User-Agent” or in “mailto” and you may ask five times as often; with a key still more often. Send “If-None-Match”: an answer that you have is then not sent again.',
  },
  'method-not-allowed': {
    cause:
      'There is something at this address, but it does not take this method. Everything public is read only.',
    example: 'DELETE /api/v1/reviews',
    cure: 'Use one of the methods that “Allow” lists.',
  },
  'not-acceptable': {
    cause: 'This address answers one format, and “Accept” names others alone.',
    example: 'GET /themes/neglect.ttl with Accept: text/html',
    cure: 'Ask for a format that the address has, or leave “Accept” out.',
  },
  'too-large': {
    cause: 'The address, the text or the file that was sent is longer than this address takes.',
    example: 'GET /api/v1/search?q= followed by twenty thousand letters',
    cure: 'Send less: fewer values of a filter, a shorter text, a smaller file.',
  },
  'unsupported-media-type': {
    cause: 'What was sent is in a format that this address does not take.',
    example: 'POST /api/v1/tracking/items with Content-Type: text/plain',
    cure: 'Send JSON as “application/json”, and a spreadsheet as .xlsx or CSV.',
  },
  'reason-required': {
    cause: 'This is one of the changes that are made with a reason only, such as a later date or a refusal.',
    example: 'Stopping an action without saying why',
    cure: 'Send “reason” as well: it is kept with the change.',
  },
  'recheck-required': {
    cause:
      'An item is closed with a day on which it is looked at again, or with a reason why it need not be. Neither was given.',
    example: 'Closing an item without a date to look again',
    cure: 'Send the day, or the reason for none.',
  },
  'impact-required': {
    cause:
      'An item is closed with evidence of its impact, or with the statement that there is none yet. Neither was given.',
    example: 'Closing an item of which no impact was ever entered',
    cure: 'Enter what is known of the impact first, or say that there is no evidence of it yet.',
  },
  'effective-in-future': {
    cause: 'What is entered has happened, and so its day must be over or be today.',
    example: 'Entering that an action was completed next month',
    cure: 'Send the day on which it happened, in the United Kingdom. What is only planned is a due date.',
  },
  'actions-open': {
    cause: 'An item is not closed while an action under it is open.',
    example: 'Closing an item of which one action is in progress',
    cure: 'Complete or stop its actions first, or say that they are stopped by the closing.',
  },
  'already-corrected': {
    cause: 'Another entry has taken the place of this one. Each entry is corrected once.',
    example: 'Correcting the same entry a second time',
    cure: 'Read the item again, and correct the entry that took its place.',
  },
  'already-followed': {
    cause: 'Your partnership follows this recommendation or finding already.',
    example: 'Following a recommendation for the second time',
    cure: 'Look for it among the items of your partnership, and go on with that one.',
  },
  circle: {
    cause: 'An item would take its own place in the end, or an agency would become itself.',
    example: 'Saying of two items that each is superseded by the other',
    cure: 'Name the one that is still followed.',
  },
  closed: {
    cause: 'The item is closed, and nothing is entered under a closed one.',
    example: 'Adding an action to a closed item',
    cure: 'Have the audit lead reopen it, with a reason, if it is not over.',
  },
  'not-closed': {
    cause: 'The item is open; only a closed one is reopened or looked at again.',
    example: 'Recording a re-check of an open item',
    cure: 'Read the item again: somebody may have reopened it.',
  },
  decided: {
    cause: 'This was decided, signed off or taken back before, and is not decided twice.',
    example: 'Agreeing to a later date that was refused yesterday',
    cure: 'Read it again, and see what was decided.',
  },
  'responses-not-late': {
    cause:
      'An item is closed for want of a response only when every addressee was to answer by a day that is over, and none has.',
    example: 'Closing for want of a response before the day on which it is due',
    cure: 'Wait for the day, or judge by what was answered.',
  },
  'key-used': {
    cause: 'The same “Idempotency-Key” came with another request before. Nothing has been changed.',
    example: 'POST with the key of an earlier POST and another body',
    cure: 'Use a new key for each change, and the same one only to repeat exactly the same request.',
  },
  overtaken: {
    cause:
      'What you change was changed by somebody else after you had read it. Nothing has been changed by you.',
    example: 'Sending an item’s version of this morning after a colleague’s change',
    cure: 'Read it again, and decide whether your change still fits.',
  },
  'worked-on': {
    cause:
      'People have worked on what a spreadsheet brought in, so that the import cannot be taken back whole.',
    example: 'Taking back an import of last week to whose items updates were added',
    cure: 'Correct the items that are named, one by one.',
  },
  identifies: {
    cause:
      'The text may identify a child, an adult or a family: a name on the protected list, a date of birth, an address, a number.',
    example: 'A public line with a postcode in it',
    cure: 'Write it so that nobody can be found by it. Whoever keeps the list may clear a place that is harmless, with a reason.',
  },
  'own-words': {
    cause: 'Whoever writes something for the public does not release it themselves.',
    example: 'Releasing a public line that you wrote',
    cure: 'Ask an approver or another audit lead of your partnership.',
  },
  'not-public': {
    cause: 'What this would be said about is not public just now, so nothing can be said of it in public.',
    example: 'A public line about a recommendation whose review is under embargo',
    cure: 'Wait until it is published.',
  },
  'nothing-written': {
    cause: 'There is no text here yet that could be released.',
    example: 'Releasing a public line that nobody has written',
    cure: 'Write it first.',
  },
  'not-implemented': {
    cause: 'The library does not offer this in the format that was asked for.',
    example: 'GET /oembed?url=…&format=yaml',
    cure: 'Ask for json or xml.',
  },
  unavailable: {
    cause:
      'The library cannot answer for the moment: it is being restarted, its database does not answer, or its disk is full.',
    example: 'Any request while the database is restarted',
    cure: 'Ask again in a few minutes, and not more often than once in ten seconds. What you have was right when you got it; say so where you show it.',
  },
  internal: {
    cause: 'The fault is ours, and has been recorded.',
    example: 'A request that meets a mistake in the library',
    cure: 'Try again. If it stays, tell whoever runs the library the number in “requestId”.',
  },
};
