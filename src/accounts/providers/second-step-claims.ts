/**
 * Values of the claim `amr` that say that somebody showed more than what they know, from the register of RFC 8176, section 2
 * (https://www.rfc-editor.org/rfc/rfc8176#section-2). Left out: what one knows (`pwd`, `pin`, `kba`), where one is (`geo`), that a
 * person was there (`user`), a guess at the risk (`rba`), Windows’ own sign-in (`wia`) and a key that a program may hold (`pop`).
 */
const SECOND_STEPS: ReadonlySet<string> = new Set([
  ...['mfa', 'mca', 'otp', 'sms', 'tel'],
  ...['hwk', 'swk', 'sc'],
  ...['face', 'fpt', 'iris', 'retina', 'vbm'],
]);

/** Whether a provider says that it asked for a second step. */
export const saysSecondStep = (amr: readonly string[]): boolean => amr.some((one) => SECOND_STEPS.has(one));
