import { promisify } from 'node:util';
import express, { type Request, type Response } from 'express';

export const FORM_TYPE = 'application/x-www-form-urlencoded';

export type BodyReader = (request: Request, response: Response) => Promise<unknown>;

/** Express’s readers of bodies take what is to be done next. */
export function reading(reader: unknown): BodyReader {
  return promisify(reader as (request: Request, response: Response, next: (error?: unknown) => void) => void);
}

/** No form of ours is longer: the longest has a page of updates in it. */
export const readFormBody = reading(
  express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 200, type: FORM_TYPE }),
);
