/** Today where the library's readers are. */
export const TODAY = `(now() at time zone 'Europe/London')::date`;
