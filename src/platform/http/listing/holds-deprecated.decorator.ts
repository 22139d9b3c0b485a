import { applyDecorators, Header } from '@nestjs/common';

const MONTHS_LEFT = 6;

/**
 * Says with a route's answers that something in them is deprecated: since when (RFC 9745), and that it is gone six months
 * after (RFC 8594). Which field it is the description says, where it is marked `deprecated`.
 * @param since the day on which it was first said, as YYYY-MM-DD
 */
export function HoldsDeprecated(since: string): MethodDecorator {
  const began = new Date(`${since}T00:00:00Z`);
  const ends = new Date(began);
  ends.setUTCMonth(ends.getUTCMonth() + MONTHS_LEFT);
  return applyDecorators(
    Header('Deprecation', `@${began.getTime() / 1000}`),
    Header('Sunset', ends.toUTCString()),
  );
}
