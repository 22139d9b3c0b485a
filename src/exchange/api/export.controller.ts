import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { Public } from '../../platform/http/access/public.decorator.js';
import { ApiRoutes } from '../../platform/http/access/routes.decorators.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.decorator.js';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { HoldsDeprecated } from '../../platform/http/listing/holds-deprecated.decorator.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { PUBLIC_KINDS, type PublicKind } from '../../publishing/changes/public-kinds.js';
import { RecordExports } from '../record-exports.js';
import { EXPORT_FORMATS, type ExportFormat } from '../write-export.js';

/** Whoever has not read it to its end by then begins again. */
const LONGEST_MS = 600_000;

@ApiRoutes('export')
export class ExportController {
  constructor(
    private readonly exports: RecordExports,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * All records of a kind as they are at one moment, one a line (`review.jsonl`) or as a table (`review.csv`). Ends with a cursor
   * from which `/api/v1/changes?kind=…` goes on; `Link: rel=next` has it too.
   */
  @Get(':file')
  @HoldsDeprecated('2026-11-27')
  @Public()
  @ApiProblems(404)
  @ApiParam({ name: 'file', description: `A kind and a form: ${FILES().join(', ')}`, enum: FILES() })
  @ApiOkResponse({
    description: 'The records',
    content: {
      'application/jsonl': { schema: { type: 'string' } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  async read(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [kind, format] = fileNamed(file);
    const origin = libraryOrigin(request, this.config);
    const snapshot = await this.exports.snapshot(kind);
    try {
      const { type, write } = EXPORT_FORMATS[format];
      const next = `${origin}/api/v1/changes?kind=${kind}&cursor=${snapshot.cursor}`;
      response.set({
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${file}"`,
        'Cache-Control': 'no-store',
        Link: `<${next}>; rel="next"`,
      });
      if (request.method === 'HEAD') response.end();
      else
        await pipeline(Readable.from(write(snapshot, kind, origin)), response, {
          signal: AbortSignal.timeout(LONGEST_MS),
        });
    } catch (error) {
      // Whoever has gone away is told nothing.
      if (!response.closed) throw error;
    } finally {
      await snapshot.close();
    }
  }
}

function FILES(): string[] {
  return PUBLIC_KINDS.flatMap((kind) => Object.keys(EXPORT_FORMATS).map((format) => `${kind}.${format}`));
}

function fileNamed(file: string): [PublicKind, ExportFormat] {
  if (!FILES().includes(file))
    throw new LibraryError('not-found', `There is no export called ${file.slice(0, 60)}.`);
  return file.split('.') as [PublicKind, ExportFormat];
}
