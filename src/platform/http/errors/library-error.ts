/** What can go wrong, in the library's own words. `error-statuses.ts` turns each into an HTTP status. */
export type ErrorCode =
  | 'not-found'
  | 'gone'
  | 'cursor-expired'
  | 'invalid-request'
  | 'not-signed-in'
  | 'forbidden'
  | 'proof-needed'
  | 'too-many-requests'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'too-large'
  | 'unsupported-media-type'
  | 'reason-required'
  | 'recheck-required'
  | 'impact-required'
  | 'effective-in-future'
  | 'actions-open'
  | 'already-corrected'
  | 'already-followed'
  | 'circle'
  | 'closed'
  | 'not-closed'
  | 'decided'
  | 'responses-not-late'
  | 'key-used'
  | 'overtaken'
  | 'worked-on'
  | 'identifies'
  | 'own-words'
  | 'not-public'
  | 'nothing-written'
  | 'not-implemented'
  | 'unavailable'
  | 'internal';

export interface FieldProblem {
  /** The parameter or field, as the caller named it. */
  field: string;
  message: string;
}

/** An error that may be shown: its message is written for the person who asked. */
export class LibraryError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: FieldProblem[] = [],
    /** What else is said of it, each under its name. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** What one field of a request or a form says does not do. */
export const invalidField = (field: string, message: string): LibraryError =>
  new LibraryError('invalid-request', message, [{ field, message }]);
