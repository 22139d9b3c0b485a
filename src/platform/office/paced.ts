import { setImmediate } from 'node:timers/promises';

const CHUNK = 65_536;

/** Joins pieces to larger ones; other requests go on between them, however long the whole is. */
export async function* paced(pieces: Iterable<string>): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    yield held.join('');
    [held, length] = [[], 0];
    await setImmediate();
  }
  if (length > 0) yield held.join('');
}

/** All pieces as one text. */
export async function joined(pieces: Iterable<string>): Promise<string> {
  return (await Array.fromAsync(paced(pieces))).join('');
}
