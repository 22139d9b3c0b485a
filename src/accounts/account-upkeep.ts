import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SessionService } from './session.service.js';
import { SignInLimits } from './sign-in-limits.js';

const EVERY_MS = 60 * 60 * 1000;

/** Deletes what nobody needs any more: counts of failures that have run out, sessions and links of long ago. */
@Injectable()
export class AccountUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Accounts');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionService,
    private readonly limits: SignInLimits,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forget(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async forget(): Promise<void> {
    try {
      await this.limits.forgetExpired();
      await this.sessions.forgetEnded();
    } catch (error) {
      this.logger.warn(`Not tidied up, later again: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }
}
