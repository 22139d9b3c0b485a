import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ChangeLog } from '../../src/publishing/changes/change-log.js';
import { eventually } from './eventually.js';

/**
 * Waits until the log of changes tells of all that has been committed. A transaction of another test, in another database of the
 * same server, may be running still: what came after it began is told when it has ended.
 */
export async function untilAllIsTold(source: DataSource): Promise<void> {
  const log = new ChangeLog(source);
  await eventually(async () => expect(await log.isHeldBack()).toBe(false));
}
