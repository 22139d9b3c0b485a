import type { NextFunction, Request, Response } from 'express';
import { LibraryError } from '../../platform/http/errors/library-error.js';

/** The formats of a concept, each with how its own address ends. */
export const CONCEPT_FORMATS = { 'text/turtle': '.ttl', 'application/ld+json': '.jsonld' } as const;
export type ConceptFormat = keyof typeof CONCEPT_FORMATS;

const FORMATS = Object.keys(CONCEPT_FORMATS) as ConceptFormat[];
const CONCEPTS = /^\/themes(?:\/[^/.]+)?$/;
const READS = new Set(['GET', 'HEAD']);

/**
 * The address of a theme is that of its concept as well: whoever would rather have data than a page goes on as if they had
 * asked for the address of the data. To be used before anything looks at which address was asked for.
 */
export function preferFormat(request: Request, response: Response, next: NextFunction): void {
  if (READS.has(request.method) && CONCEPTS.test(request.path)) {
    const format = FORMATS.find((each) => each === accepted(request, ['text/html', ...FORMATS]));
    if (format) {
      const path = request.path + CONCEPT_FORMATS[format];
      request.url = path + request.url.slice(request.path.length);
      response.setHeader('Content-Location', path);
    } else response.vary('Accept');
  }
  next();
}

/** @throws LibraryError not-acceptable where who asks for the address of a format wants none of it */
export function refuseOtherFormat(request: Request, response: Response, format: ConceptFormat): void {
  response.vary('Accept');
  if (!accepted(request, [format]))
    throw new LibraryError('not-acceptable', `This address answers ${format}, and nothing else.`);
}

/** Of a media type, besides how much it is wanted: `charset`, `profile`. */
const PARAMETER = /;\s*(?!q\s*=)[^\s;,="]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^;,]*)/gi;

/** Which of these is wanted most. Each has one form here, which is given whatever form of it is asked for. */
function accepted(request: Request, formats: string[]): string | false {
  const accept = request.headers.accept?.replace(PARAMETER, '');
  const plain = Object.create(request, { headers: { value: { ...request.headers, accept } } }) as Request;
  return plain.accepts(formats);
}
