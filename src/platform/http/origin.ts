import type { Request } from 'express';
import type { Config } from '../config.js';

/** The address that visitors use, without a path: as configured, else as this request came. */
export const libraryOrigin = (request: Request, { publicUrl }: Pick<Config, 'publicUrl'>): string =>
  publicUrl ?? `${request.protocol}://${request.host}`;
