import type { ErrorCode } from './library-error.js';

/** Where a sort of problem is explained; without a code, where all of them are listed. */
export const problemPath = (code?: ErrorCode): string =>
  code === undefined ? '/problems' : `/problems/${code}`;
