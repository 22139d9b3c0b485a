import type { Response } from 'express';

interface Turns {
  taken: number;
  /** Each goes on when it is called. */
  waiting: (() => void)[];
}

/** So many wait their turn; whoever asks for more is not served by waiting. */
export const MOST_WAITING = 64;

/**
 * How many answers each who asks has at once. Others of theirs wait, so that a page that asks for ten things gets ten
 * answers, and whoever asks for thousands keeps nobody else waiting.
 */
export class TurnsAtOnce {
  private readonly callers = new Map<string, Turns>();

  /**
   * Takes a turn, when there is one, until the answer has gone or nobody waits for it any more.
   * @returns false where too many wait already
   */
  async take(caller: string, most: number, response: Response): Promise<boolean> {
    const turns = this.callers.get(caller) ?? { taken: 0, waiting: [] };
    this.callers.set(caller, turns);
    while (turns.taken >= most && !response.closed) {
      if (turns.waiting.length >= MOST_WAITING) return false;
      await this.next(turns, response);
    }
    // Nobody waits for it any more, and no event will say so again.
    if (response.closed) this.leave(caller, turns);
    else {
      turns.taken += 1;
      // Only once all others have been seen to that came meanwhile: answers from memory are gone at once, and whoever asks for
      // them on many connections would be the only one who is heard.
      response.once('close', () =>
        setImmediate(() => {
          turns.taken -= 1;
          this.leave(caller, turns);
        }),
      );
    }
    return true;
  }

  /** Until it may be its turn, or nobody waits for it any more. */
  private async next(turns: Turns, response: Response): Promise<void> {
    await new Promise<void>((go) => {
      const woken = (): void => {
        response.off('close', woken);
        turns.waiting = turns.waiting.filter((one) => one !== woken);
        go();
      };
      turns.waiting.push(woken);
      response.once('close', woken);
    });
  }

  private leave(caller: string, turns: Turns): void {
    turns.waiting[0]?.();
    if (turns.taken === 0 && turns.waiting.length === 0) this.callers.delete(caller);
  }
}
