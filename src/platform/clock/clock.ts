/** What time it is for tracking, the log and what pages call today. Sign-ins, keys and limits go by the real time. */
export class Clock {
  /** How far it is ahead of the real time, in milliseconds; negative where it is behind. */
  readonly shiftMs: number;

  /** @param startsAt what it shows now; left out, the real time. It runs on from there */
  constructor(startsAt?: Date) {
    this.shiftMs = startsAt ? startsAt.getTime() - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.shiftMs);
  }
}
