import { ConfigError } from './config.js';
import { isDiskFull, isLostConnection, isReadOnly } from './postgres/lost-connection.js';
import { DataFolderInUse } from './servers/data-folder.js';

/** Something that a person can put right: its message is all that is worth showing. */
export class Refusal extends Error {}

/** Why a program could not do its work, for the person who started it: a sentence where we know one. */
export function inPlainWords(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof ConfigError) return `The settings are not right:\n${error.message}`;
  if (error instanceof DataFolderInUse) {
    return `${error.message}. Use that one, or stop it first, or set DATA_DIR and PORT for a second library.`;
  }
  if (isDiskFull(error)) return 'The disk is full. Free some space and try again; what was saved is safe.';
  if (isReadOnly(error))
    return 'The database takes no changes just now, most likely because its disk is full.';
  if (isLostConnection(error)) return 'The database does not answer, or went away. Try again in a minute.';
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return `${path ?? 'A file'} cannot be written by this account: set DATA_DIR to a folder that can be.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
