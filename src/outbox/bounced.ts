import type { EntityManager } from 'typeorm';
import type { DeliveryReport } from './delivery-report.js';
import { OutboxMessage } from './outbox-message.entity.js';

/** What became of a report. */
export type ReportTaken = 'marked' | 'marked-before' | 'unknown' | 'not-final';

/**
 * Marks a message as refused that was sent, and of which it is reported later that it could not be delivered. Whoever reports must
 * name both the message and the address that it was for: a report of anything else changes nothing.
 */
export async function takeReport(
  manager: EntityManager,
  { message, recipients }: DeliveryReport,
): Promise<ReportTaken> {
  const found = await manager.findOneBy(OutboxMessage, { id: message });
  const own = recipients.filter(({ addresses }) => found && addresses.includes(found.recipientAddress));
  if (!found || own.length === 0 || found.state === 'waiting') return 'unknown';
  // Failed is final, whatever class its status has: the server has given up (RFC 3464, 2.3.3).
  const failed = own.find(({ action }) => action === 'failed');
  if (!failed) return 'not-final';
  const lastError = `DSN ${failed.status ?? 'failed'}`;
  const { affected } = await manager.update(
    OutboxMessage,
    { id: message, state: 'sent' },
    { state: 'refused', lastError },
  );
  return affected === 1 ? 'marked' : 'marked-before';
}
