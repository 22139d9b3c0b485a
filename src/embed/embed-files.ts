import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ASSETS_FOLDER } from '../site/assets/asset-files.js';

/** The files of `embed/browser`, as `build-assets.ts` makes them, by the name that stands in their address. */
export const EMBED_FILES = {
  'embed.js': { type: 'text/javascript; charset=utf-8' },
  'embed-frame.js': { type: 'text/javascript; charset=utf-8' },
  'embed.css': { type: 'text/css; charset=utf-8' },
} as const;
export type EmbedFileName = keyof typeof EMBED_FILES;

export interface EmbedFile {
  bytes: Buffer;
  /** Stands in its address: another content has another address. */
  hash: string;
  /** As `integrity` of a script takes it (Subresource Integrity). */
  integrity: string;
}

export const EMBED_FOLDER = `${ASSETS_FOLDER}embed/`;
/** Scripts that snippets on other sites name by their hash: they are served as long as the library stands. */
export const RELEASED_FOLDER = `${EMBED_FOLDER}released/`;

const kept = new Map<EmbedFileName, EmbedFile>();

export function embedFile(name: EmbedFileName): EmbedFile {
  const file = kept.get(name) ?? describeFile(readFileSync(EMBED_FOLDER + name));
  kept.set(name, file);
  return file;
}

export const describeFile = (bytes: Buffer): EmbedFile => ({
  bytes,
  hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
});

/** `/embed.3f….js`: may be kept for ever. */
export const embedAddress = (name: EmbedFileName): string =>
  `/${name.replace('.', `.${embedFile(name).hash}.`)}`;
