import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder that `build-assets.ts` fills and `serve-assets.ts` serves, as it lies to where built code does. */
export const ASSETS_FOLDER = fileURLToPath(new URL('../../../assets/', import.meta.url));

let version: string | undefined;

/** A fingerprint of every asset: it changes when any of them does. */
export function assetsVersion(): string {
  version ??= fingerprint();
  return version;
}

/** The address of an asset, for a page: it may be kept for ever, for a changed file has another address. */
export const assetAddress = (name: string): string => `/assets/${assetsVersion()}/${name}`;

function fingerprint(): string {
  if (!existsSync(ASSETS_FOLDER))
    throw new Error(`There are no assets in ${ASSETS_FOLDER}: run npm run build`);
  const hash = createHash('sha256');
  const files = readdirSync(ASSETS_FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files.map(({ parentPath, name }) => `${parentPath}/${name}`).sort()) {
    hash.update(file.slice(ASSETS_FOLDER.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
