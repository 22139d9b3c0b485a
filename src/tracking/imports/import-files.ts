import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const NO_ANSWERS = '{"questions": [], "conflicts": []}';

// Answers to questions are words of people as well.
export const FORGET_FILE = `
  update tracked_import set state = 'given-up', file = null, file_name = null, answers = '${NO_ANSWERS}'`;

/** The files of spreadsheets that were looked through and not brought in yet. */
@Injectable()
export class ImportFiles {
  /** Deletes them: words that are redacted may stand in them. Whoever sent one sends it again. */
  async forget(manager: EntityManager, partnershipId: string): Promise<void> {
    await manager.query(`${FORGET_FILE} where partnership_id = $1 and state = 'previewed'`, [partnershipId]);
  }
}
