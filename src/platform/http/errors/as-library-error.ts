import { HttpException } from '@nestjs/common';
import { MulterError } from 'multer';
import { isDiskFull, isLostConnection } from '../../postgres/lost-connection.js';
import { LibraryError, type ErrorCode } from './library-error.js';

const CODES: Record<number, ErrorCode> = {
  400: 'invalid-request',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** Any thrown thing as an error that may be shown. What we did not foresee says nothing of its cause. */
export function asLibraryError(thrown: unknown): LibraryError {
  if (thrown instanceof LibraryError) return thrown;
  // Express and Nest both put the status on the error: a broken address (URIError), a body that is too large.
  const status =
    thrown instanceof HttpException
      ? thrown.getStatus()
      : thrown instanceof Error && 'status' in thrown
        ? Number(thrown.status)
        : 500;
  if (isLostDatabase(thrown)) {
    return new LibraryError(
      'unavailable',
      'The library cannot read its records just now. Please try again in a few minutes.',
    );
  }
  if (thrown instanceof MulterError)
    return thrown.code === 'LIMIT_FILE_SIZE'
      ? new LibraryError('too-large', 'The file is too large.')
      : new LibraryError('invalid-request', 'Send one file, with the fields of the form.');
  const code = CODES[status];
  if (code === 'not-found') return new LibraryError(code, 'There is nothing at this address.');
  if (code) return new LibraryError(code, 'The request could not be read.');
  return new LibraryError('internal', 'The fault is ours and has been recorded. Please try again.');
}

/** PostgreSQL is not there, took too long, or has no room: nothing that asking differently would help. */
const isLostDatabase = (thrown: unknown): boolean =>
  isLostConnection(thrown) ||
  isDiskFull(thrown) ||
  (thrown instanceof Error && 'code' in thrown && /^(57014|53300)$/.test(String(thrown.code)));
