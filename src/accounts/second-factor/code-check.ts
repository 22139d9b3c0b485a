import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { FailedSignIns } from '../failed-sign-ins.js';
import { SignInLimits } from '../sign-in-limits.js';
import { SecondFactors, type CodeKind } from './second-factors.service.js';

/** Asks for a code before something is done: the only way to a code, so that each wrong one counts. */
@Injectable()
export class CodeCheck {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly factors: SecondFactors,
    private readonly limits: SignInLimits,
    private readonly failures: FailedSignIns,
  ) {}

  /**
   * Does something with a right code, which is used up in the same transaction.
   * @param address from where it comes
   * @returns null for a wrong one
   * @throws LibraryError too-many-requests
   */
  async pass<Done>(
    { id, email }: { id: string; email: string },
    code: string,
    address: string,
    work: (manager: EntityManager, kind: CodeKind) => Promise<Done>,
  ): Promise<Done | null> {
    const tried = await this.limits.attemptCode(email, address);
    const done = await this.source.transaction(async (manager) => {
      const kind = await this.factors.take(manager, id, code);
      return kind === null ? null : { answer: await work(manager, kind) };
    });
    if (done === null) {
      if (tried.isNotable) this.failures.note(id, 'code', tried.failures);
      return null;
    }
    await tried.succeeded();
    return done.answer;
  }
}
