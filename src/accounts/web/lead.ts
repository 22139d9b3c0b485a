import type { Actor } from '../../platform/http/access/actor.js';

/** Where whoever has just signed in is led: first of all to the second step, where the role in which they would act waits for it. */
export const leadTo = (actor: Actor | null, to: string): string =>
  actor?.waiting ? `/account/second-step?to=${encodeURIComponent(to)}` : to;
