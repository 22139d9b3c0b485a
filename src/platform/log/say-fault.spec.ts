import { describe, expect, it } from '@jest/globals';
import { sayFault, withoutSecrets } from './say-fault.js';

describe('what the log says of an error', () => {
  it('is where it came from, without what somebody sent', () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Child J, aged 3"'), {
      code: '22P02',
    });
    const said = sayFault(new Error('The asking failed', { cause: error }));
    expect(said).toMatch(
      /^Error: The asking failed\n +at .*\ncaused by Error 22P02: invalid input syntax .*"…"\n +at /s,
    );
    expect(said).not.toContain('aged 3');
  });

  it('keeps the names of constraints, and nothing that hangs on the error', () => {
    const error = Object.assign(new Error('violates unique constraint "account_email"'), {
      ...{ code: '23505', parameters: ['ann@council.example'], detail: 'Key (email)=(ann@council.example)' },
    });
    expect(sayFault(error)).toContain('violates unique constraint "account_email"');
    expect(sayFault(error)).not.toContain('council');
    expect(sayFault({ secret: 'x' })).not.toContain('secret');
  });
});

describe('a line of the log', () => {
  it.each([
    ['550 <ann.other+x@mail.council.example>: unknown', '550 <[email address]>: unknown'],
    ['at node_modules/@nestjs/core/x.js', 'at node_modules/@nestjs/core/x.js'],
    ['key prl_abc-DEF_1 used', 'key [key] used'],
    ['GET /link/abc_DEF-1 failed', 'GET /link/[token] failed'],
    ['GET /search?q=mum+depression&page=2 failed', 'GET /search?[query] failed'],
    ['What is asked? Nothing = nothing', 'What is asked? Nothing = nothing'],
  ])('says of %j: %j', (line, said) => expect(withoutSecrets(line)).toBe(said));
});
