import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, type BrotliOptions } from 'node:zlib';
import { LRUCache } from 'lru-cache';

/** Heads as they are set, by name in small letters. */
export type Heads = Readonly<Record<string, number | string | readonly string[]>>;

/** An answer as it was sent, and the state that the content was in when it began to be made. */
export interface KeptAnswer {
  state: string;
  etag: string;
  /** What the route said beside the body, the ETag among it. */
  heads: Heads;
  /** In memory of its own: see `ownBytes`. */
  body: Buffer;
  /** Of the request, what the answer went by beside its address: names of heads, and what they said. */
  varied: readonly (readonly [name: string, said: string])[];
  compressed?: Partial<Record<Encoding, Promise<Buffer>>>;
}

/** In bytes; what is compressed is counted as well, before it is. */
const MOST_KEPT = 96 * 1024 * 1024;
const LARGEST_KEPT = 4 * 1024 * 1024;
const OVERHEAD = 1024;

/** Shorter ones gain nothing. */
const WORTH_COMPRESSING = 1024;

/** Keeps answers in memory, the last asked for longest. Whoever asks says in which state the content is. */
export class KeptAnswers {
  private readonly answers = new LRUCache<string, KeptAnswer[]>({
    maxSize: MOST_KEPT,
    maxEntrySize: LARGEST_KEPT,
    sizeCalculation: (kept, address) =>
      kept.reduce((sum, { body }) => sum + OVERHEAD + body.length * 1.4, 2 * address.length) | 0,
  });

  /**
   * @param heads of the request
   * @returns undefined where nothing is kept that was made in this state
   */
  find(address: string, state: string, heads: Readonly<Record<string, unknown>>): KeptAnswer | undefined {
    return this.answers
      .get(address)
      ?.find(
        ({ state: made, varied }) =>
          made === state && varied.every(([name, said]) => (heads[name] ?? '') === said),
      );
  }

  keep(address: string, answer: KeptAnswer): void {
    const others = this.answers.get(address) ?? [];
    const same = ({ state, varied }: KeptAnswer): boolean =>
      state === answer.state && JSON.stringify(varied) !== JSON.stringify(answer.varied);
    // However many ways there are to ask for one address, few of them are kept.
    this.answers.set(address, [answer, ...others.filter(same)].slice(0, 8));
  }

  get bytes(): number {
    return this.answers.calculatedSize;
  }
}

/**
 * The bytes of a text, or of others, in memory of their own. Node puts short ones into one piece of 64 kB with others, all of which
 * stays for as long as one of them is kept.
 */
export function ownBytes(given: string | Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(Buffer.byteLength(given));
  if (typeof given === 'string') own.write(given);
  else given.copy(own);
  return own;
}

/** Ways of compressing that clients take, the one first that is rather used. */
export const ENCODINGS = ['gzip', 'br'] as const;
export type Encoding = (typeof ENCODINGS)[number];

// As much smaller as gzip makes it, in as short a time.
const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const [gzipped, brotlied] = [promisify(gzip), promisify(brotliCompress)];

/** The body compressed, made once; null where that gains nothing. */
export async function compressed(answer: KeptAnswer, encoding: Encoding): Promise<Buffer | null> {
  if (answer.body.length < WORTH_COMPRESSING) return null;
  const made = (answer.compressed ??= {});
  made[encoding] ??= (encoding === 'br' ? brotlied(answer.body, BROTLI) : gzipped(answer.body)).then(
    ownBytes,
  );
  return await made[encoding];
}
