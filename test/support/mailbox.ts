import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Taken {
  to: string[];
  raw: string;
}

/** A mail server that takes everything, but for nobody at all. */
export class Mailbox {
  readonly taken: Taken[] = [];
  private server: SMTPServer | null = null;
  /** So long it thinks about an address, in milliseconds. */
  slowMs = 0;
  port = 0;

  async open(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: ({ address }, _session, answer) => {
        const refusal = address.startsWith('nobody')
          ? Object.assign(new Error(`${address} is not here`), { responseCode: 550 })
          : undefined;
        if (this.slowMs === 0) answer(refusal);
        else setTimeout(() => answer(refusal), this.slowMs);
      },
      onData: (stream, session, answer) => {
        let raw = '';
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
        stream.on('end', () => {
          this.taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
          answer();
        });
      },
    });
    // Whoever sends may die on the way.
    this.server.on('error', () => undefined);
    const listening = this.server.listen(this.port, '127.0.0.1');
    await once(listening, 'listening');
    this.port = (listening.address() as AddressInfo).port;
  }

  /** To this address, oldest first. */
  to(address: string): Taken[] {
    return this.taken.filter(({ to }) => to.includes(address));
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server!.close(() => done()));
  }
}

/** An e-mail as its reader sees it: without what carried it over lines that must not be long. */
export const readMail = ({ raw }: Taken): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
