import { promisify } from 'node:util';
import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';

export const TAKES_FILE = 'takes-file';

/** Says that a form of this route may bring one file, `file`, of at most so many bytes. */
export const TakesFile = (mostBytes: number): CustomDecorator => SetMetadata(TAKES_FILE, mostBytes);

const MEGABYTE = 1024 * 1024;
export const megabytes = (count: number): number => count * MEGABYTE;

/** Reads a form with one file into memory: its bytes are looked at before anything of it is kept. */
export const uploads = (
  mostBytes: number,
  mostFields = 50,
): ((request: Request, response: Response) => Promise<unknown>) =>
  promisify(
    multer({
      storage: multer.memoryStorage(),
      defParamCharset: 'utf8',
      limits: {
        ...{ fileSize: mostBytes, files: 1, fields: mostFields, fieldSize: 64 * 1024 },
        ...{ parts: mostFields + 2, headerPairs: 50 },
      },
    }).single('file') as (request: Request, response: Response, next: (error?: unknown) => void) => void,
  );
