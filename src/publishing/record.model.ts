import { ApiProperty } from '@nestjs/swagger';
import { PUBLIC_KINDS, type PublicKind } from './changes/public-kinds.js';

/** What every record has, in a list, alone, in search and where it is told that it has changed. */
export class LibraryRecord {
  /** Made from what identifies the record: a library that is built anew from its bundles has the same. */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** What sort of record it is. */
  @ApiProperty({ enum: PUBLIC_KINDS })
  kind: PublicKind;

  /** What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
  slug: string;

  /** Its page, as a path of this library. */
  url: string;

  /** Its page, in full. */
  @ApiProperty({ format: 'uri' })
  webUrl: string;

  /** It alone in this API, in full. */
  @ApiProperty({ format: 'uri' })
  apiUrl: string;

  /** When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC. */
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /** Whose it is, in a sentence. */
  rights: string;

  /** Where it comes from and who wrote it, in a sentence: show this with it. */
  attribution: string;
}

/** What a record has as every one, and nothing else of it. */
export function recordOf(record: LibraryRecord): LibraryRecord {
  const { id, kind, slug, url, webUrl, apiUrl, updatedAt, rights, attribution } = record;
  return { id, kind, slug, url, webUrl, apiUrl, updatedAt, rights, attribution };
}
