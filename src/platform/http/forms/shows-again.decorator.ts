import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const SHOWS_AGAIN = 'shows-again';

/**
 * Says that a form that is too old is shown again with what was typed. The handler must read it by `readForm`, and do nothing
 * where that finds a problem: it always finds one in such a form.
 */
export const ShowsAgain = (): CustomDecorator => SetMetadata(SHOWS_AGAIN, true);

/** Stands in the body of such a form. No sender can put it there: what they send has names, and no symbols. */
export const TOO_OLD = Symbol('too old');
