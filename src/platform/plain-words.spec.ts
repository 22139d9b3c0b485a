import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { inPlainWords, Refusal } from './plain-words.js';
import { DataFolderInUse } from './servers/data-folder.js';

const withCode = (code: string, path?: string): Error => Object.assign(new Error('x'), { code, path });
const failed = (code: string): Error => new QueryFailedError('insert', [], withCode(code));

describe('what a person is told', () => {
  it.each([
    ['a full disk', withCode('ENOSPC'), 'The disk is full'],
    ['a full disk of the database', failed('53100'), 'The disk is full'],
    ['a full disk as the cause', new Error('x', { cause: withCode('ENOSPC') }), 'The disk is full'],
    ['a database that takes no changes', failed('25006'), 'The database takes no changes just now'],
    ['a database that is not there', withCode('ECONNREFUSED'), 'The database does not answer'],
    [
      'one on no address of its host',
      new AggregateError([withCode('ECONNREFUSED')]),
      'The database does not answer',
    ],
    ['one that is stopped', failed('57P01'), 'The database does not answer'],
    [
      'a connection that was cut',
      new Error('Connection terminated unexpectedly'),
      'The database does not answer',
    ],
    [
      'a connection that was lost before',
      new QueryRunnerAlreadyReleasedError(),
      'The database does not answer',
    ],
    ['a folder that is not ours', withCode('EACCES', '/srv/library'), '/srv/library cannot be written'],
    ['a read-only disk', withCode('EROFS', '/srv/library'), '/srv/library cannot be written'],
    ['a folder in use', new DataFolderInUse('An import', 7, undefined), 'An import is already running'],
    ['a refusal', new Refusal('Which file?'), 'Which file?'],
  ])('of %s is a sentence', (_, error, sentence) => {
    expect(inPlainWords(error)).toContain(sentence);
    expect(inPlainWords(error)).not.toMatch(/^ +at /m);
  });

  it('of our own mistakes is where they are', () => {
    expect(inPlainWords(new TypeError('broken'))).toMatch(/^ +at /m);
  });
});
