import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { LibraryError } from '../platform/http/errors/library-error.js';

/** Scanners end with it where they have found something, as `clamscan` and `clamdscan` do. */
const FOUND = 1;
const PATIENCE_MS = 60_000;

/** Has a program of whoever runs the library look at files before they are kept, where there is one. */
@Injectable()
export class FileScanner {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'scanCommand'>) {}

  /** @throws LibraryError unsupported-media-type for what is refused; unavailable where it could not be looked at */
  async scan(path: string): Promise<void> {
    const [program, ...given] = this.config.scanCommand ?? [];
    if (program === undefined) return;
    try {
      // No shell reads any of it.
      await promisify(execFile)(program, [...given, path], { timeout: PATIENCE_MS, killSignal: 'SIGKILL' });
    } catch (error) {
      if ((error as { code?: unknown }).code === FOUND) throw refused();
      throw new LibraryError(
        'unavailable',
        'Files cannot be checked for viruses just now, so none is taken. Please try again later.',
      );
    }
  }
}

const refused = (): LibraryError => {
  const message = 'The check for viruses refused this file. It was not kept';
  return new LibraryError('unsupported-media-type', `${message}.`, [{ field: 'file', message }]);
};
