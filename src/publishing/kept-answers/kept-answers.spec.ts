import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compressed, ENCODINGS, KeptAnswers, ownBytes, type KeptAnswer } from './kept-answers.js';

const answer = (text: string): KeptAnswer => ({
  ...{ state: '1', etag: '"1"', heads: {}, varied: [] },
  body: ownBytes(text),
});

describe('answers that are kept', () => {
  it('hold no more memory than they count for', async () => {
    for (const text of ['short', 'näher', 'long enough to be compressed '.repeat(60)]) {
      const { body } = answer(text);
      expect([body.toString(), body.buffer.byteLength]).toEqual([text, Buffer.byteLength(text)]);
      expect(ownBytes(Buffer.from(text))).toEqual(body);
    }
    const long = answer('long enough to be compressed '.repeat(60));
    for (const encoding of ENCODINGS) {
      const bytes = (await compressed(long, encoding))!;
      expect(bytes.buffer.byteLength).toBe(bytes.length);
      expect((encoding === 'br' ? brotliDecompressSync : gunzipSync)(bytes)).toEqual(long.body);
    }
  });

  it('are bounded, those asked for last kept longest', () => {
    const kept = new KeptAnswers();
    for (let n = 0; n < 400; n += 1) kept.keep(`/${n}`, answer('x'.repeat(1024 * 1024)));
    expect(kept.bytes).toBeLessThan(100 * 1024 * 1024);
    expect([kept.find('/399', '1', {})?.body.length, kept.find('/0', '1', {})]).toEqual([
      1024 * 1024,
      undefined,
    ]);
  });
});
