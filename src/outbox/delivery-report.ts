import PostalMime, { type Email } from 'postal-mime';

/** What a delivery status notification says of one of our messages (RFC 3464). */
export interface DeliveryReport {
  /** Id of the message in the outbox. */
  message: string;
  recipients: ReportedRecipient[];
}

export interface ReportedRecipient {
  /** Its addresses in small letters: that which we wrote to, and that which it came to. */
  addresses: string[];
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  action: string;
  /** As RFC 3463 has it: “5.1.1”; null where there is none. */
  status: string | null;
}

/**
 * Reads a report as a mail server hands it over.
 * @returns null for what is none, or of no message of ours
 */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  // A report brings the message, or its head, as it was sent: it is looked at, not read into the report.
  const report = await PostalMime.parse(raw, { forceRfc822Attachments: true }).catch(() => null);
  const status = report && contentOf(report, 'message/delivery-status');
  const sent = report && (contentOf(report, 'message/rfc822') ?? contentOf(report, 'text/rfc822-headers'));
  if (!status || !sent) return null;
  const message = OURS.exec((await PostalMime.parse(sent)).messageId ?? '')?.[1];
  if (!message) return null;
  // Of its groups of fields the first is about the message, each other one about somebody whom it was for.
  const [, ...groups] = new TextDecoder()
    .decode(status)
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .filter((group) => group.trim() !== '')
    .map(fieldsOf);
  return { message, recipients: groups.map(recipientOf) };
}

const OURS = /^<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@outbox\.practice-review-library>$/i;

function contentOf({ attachments }: Email, mimeType: string): Uint8Array | null {
  const content = attachments.find((one) => one.mimeType === mimeType)?.content;
  if (content === undefined) return null;
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

const fieldsOf = (group: string): Map<string, string> =>
  new Map(
    group.split('\n').flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value!] as const];
    }),
  );

const recipientOf = (fields: Map<string, string>): ReportedRecipient => ({
  addresses: ['original-recipient', 'final-recipient'].flatMap((name) => addressOf(fields.get(name))),
  action: (fields.get('action') ?? '').toLowerCase(),
  status: /\b\d\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null,
});

/** “rfc822; sam@example.org”. */
function addressOf(field = ''): string[] {
  const [, address] = /^rfc822\s*;\s*<?([^<>\s]+)>?/i.exec(field) ?? [];
  return address === undefined ? [] : [address.toLowerCase()];
}
