import type { Response } from 'express';

/** How many answers each who asks waits for. */
export class TurnsAtOnce {
  private readonly taken = new Map<string, number>();

  /** Takes a turn until the answer has gone, or nobody waits for it any more. @returns whether there was one */
  take(caller: string, most: number, response: Response): boolean {
    // Nobody waits for it any more, and no event will say so again.
    if (response.closed) return true;
    const taken = this.taken.get(caller) ?? 0;
    if (taken >= most) return false;
    this.taken.set(caller, taken + 1);
    response.once('close', () => {
      const left = this.taken.get(caller)! - 1;
      if (left > 0) this.taken.set(caller, left);
      else this.taken.delete(caller);
    });
    return true;
  }
}
