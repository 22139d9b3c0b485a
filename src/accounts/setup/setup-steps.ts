import { HAS_OWN_CONTACT_LINES } from '../../partnerships/own-partnership.sql.js';

/** One thing that the first administrator sees to. */
export interface SetupStep {
  readonly name: string;
  readonly title: string;
  readonly address: string;
  /** Whether one may leave it out. */
  readonly canSkip: boolean;
  /** SQL that says whether it is there; `$1` is the account of who asks. Nothing else is kept of it. */
  readonly isThere: string;
}

/** All of them, in order: the one list that pages, numbers and links go by. */
export const SETUP_STEPS: readonly SetupStep[] = [
  {
    ...{ name: 'account', title: 'Your own account', address: '/account' },
    ...{ canSkip: false, isThere: `exists (select 1 from account where id = $1)` },
  },
  {
    ...{ name: 'second-step', title: 'Your second step', address: '/account/second-step?to=%2Fsetup' },
    // Who signs in with an account at work has the second step there.
    canSkip: false,
    isThere: `exists (select 1 from second_factor where account_id = $1)
      or exists (select 1 from account_identity where account_id = $1)`,
  },
  {
    ...{ name: 'partnership', title: 'Your partnership', address: '/setup/partnership' },
    ...{ canSkip: false, isThere: HAS_OWN_CONTACT_LINES },
  },
  {
    ...{ name: 'sign-on', title: 'Signing in with accounts at work', address: '/setup/sign-on' },
    ...{ canSkip: true, isThere: `exists (select 1 from identity_provider where ended_at is null)` },
  },
  {
    ...{ name: 'people', title: 'Other people', address: '/setup/people' },
    ...{ canSkip: true, isThere: `exists (select 1 from account where id <> $1 and ended_at is null)` },
  },
];

/** “Step 2 of 4”. */
export const sayStep = (name: string): string =>
  `Step ${SETUP_STEPS.findIndex((step) => step.name === name) + 1} of ${SETUP_STEPS.length}`;
