import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PasswordHash } from './password-hash.js';

const hash = new PasswordHash();

describe('PasswordHash', () => {
  it('uses the argon2id of RFC 9106', () => {
    const tag = argon2Sync('argon2id', {
      ...{ message: Buffer.alloc(32, 1), nonce: Buffer.alloc(16, 2), secret: Buffer.alloc(8, 3) },
      ...{ associatedData: Buffer.alloc(12, 4), memory: 32, passes: 3, parallelism: 4, tagLength: 32 },
    });
    // Section 5.3.
    expect(tag.toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('knows its password again, however its accents were typed, and no other', async () => {
    const kept = await hash.make('Caf\u00e9 under the bridge');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^=]+\$[^=]+$/);
    expect(await hash.fits('Cafe\u0301 under the bridge', kept)).toBe(true);
    expect(await hash.fits('Cafe under the bridge', kept)).toBe(false);
    expect(await hash.fits('', null)).toBe(false);
    expect(await hash.make('Caf\u00e9 under the bridge')).not.toBe(kept);
  });

  it('goes by the numbers that a hash was made with, and calls it outdated when they are not today’s', async () => {
    const tag = argon2Sync('argon2id', {
      ...{ message: Buffer.from('an older password'), nonce: Buffer.alloc(16, 2) },
      ...{ memory: 1024, passes: 1, parallelism: 1, tagLength: 32 },
    });
    const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
    const kept = `$argon2id$v=19$m=1024,t=1,p=1$${base64(Buffer.alloc(16, 2))}$${base64(tag)}`;
    expect(await hash.fits('an older password', kept)).toBe(true);
    expect(hash.isOutdated(kept)).toBe(true);
    expect(hash.isOutdated(await hash.make('an older password'))).toBe(false);
  });
});
