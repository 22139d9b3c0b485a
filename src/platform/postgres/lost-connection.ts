const LOST_CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0\d)$/;
const LOST_WORDS =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/;

/** TypeORM's words for asking over a connection that was lost before. */
const LOST_NAMES = /^QueryRunner(Provider)?AlreadyReleasedError$/;

/** The code that the system or PostgreSQL put on an error, or on what caused it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** PostgreSQL is not there, is starting or stopping, or ended the connection: asked again later, it may well answer. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Of several addresses of one host none answered.
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isLostConnection);
  const { name, message } = error;
  return LOST_CODES.test(codeOf(error)) || LOST_WORDS.test(message) || LOST_NAMES.test(name);
}

/** There is no room left for what was to be written. */
export const isDiskFull = (error: unknown): boolean => /^(ENOSPC|EDQUOT|53100)$/.test(codeOf(error));

/** The database takes no changes: ours, while the disk is full (see `servers/embedded-postgres.ts`), or a copy. */
export const isReadOnly = (error: unknown): boolean => codeOf(error) === '25006';
