import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { asLibraryError } from '../../platform/http/errors/as-library-error.js';
import { ERROR_STATUSES } from '../../platform/http/errors/error-statuses.js';
import type { LibraryError } from '../../platform/http/errors/library-error.js';
import { sayFault } from '../../platform/log/say-fault.js';
import type { EmbedContact } from '../embed.model.js';
import { Frames } from './frames.js';

/** In a frame an error is a few words and the contact lines, not the page of the library that says it elsewhere. */
@Catch()
export class FrameErrors implements ExceptionFilter {
  private readonly logger = new Logger('Frames');

  constructor(private readonly frames: Frames) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const error = asLibraryError(thrown);
    if (error.code === 'internal') this.logger.error(sayFault(thrown));
    const { status } = ERROR_STATUSES[error.code];
    const contact = (error.more.contact ?? null) as EmbedContact | null;
    response
      .status(status)
      .setHeader('Cache-Control', 'no-cache')
      .type('html')
      .send(this.frames.nothing({ ...say(error), contact }));
  }
}

function say({ code, message }: LibraryError): { title: string; message: string | null } {
  if (code === 'gone') return { title: 'This item has been withdrawn', message: null };
  if (code === 'not-found')
    return { title: 'There is nothing here', message: 'Whoever keeps this page can check the address.' };
  if (code === 'invalid-request') return { title: 'The address is not right', message };
  return { title: 'Not available just now', message: 'Please try again in a few minutes.' };
}
