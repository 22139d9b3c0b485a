import { posix } from 'node:path';
import type { WorkbookPackage } from './package.js';
import { readXml } from './read-xml.js';

export interface Relationship {
  /** The last word of its type: `worksheet`, `comments`, `hyperlink`. */
  type: string;
  /** A path in the package, or an address outside it, which is never opened. */
  target: string;
  external: boolean;
}

/** What a part refers to, by the names under which it does. */
export async function readRelationships(
  from: WorkbookPackage,
  part: string,
): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  const folder = posix.dirname(part);
  await readXml(from.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || !Id) return;
      const external = TargetMode === 'External';
      const path = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type.split('/').at(-1) ?? '', target: external ? Target : path, external });
    },
  });
  return found;
}
