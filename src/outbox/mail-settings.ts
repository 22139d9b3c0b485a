import type { Config } from '../platform/config.js';

/**
 * What has to be set before an e-mail with a link can be sent; nothing where it can. The address of the library is never taken
 * from a request: its sender writes the Host header, and would have our e-mail lead somebody else to a site of their own.
 */
export const missingForMail = ({ smtpUrl, publicUrl }: Pick<Config, 'smtpUrl' | 'publicUrl'>): string[] => [
  ...(smtpUrl === undefined ? ['SMTP_URL'] : []),
  ...(publicUrl === undefined ? ['PUBLIC_URL'] : []),
];
