import { Injectable } from '@nestjs/common';

/** A file that goes with an e-mail. */
export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** Makes the files of an e-mail when it is sent, by the id of its message. */
export type AttachmentMaker = (messageId: string) => Promise<MailAttachment[]>;

/**
 * Who makes the files of which kind of e-mail. They are made when the e-mail is sent and never lie in the queue: words that are
 * redacted meanwhile are in none.
 */
@Injectable()
export class MailAttachments {
  private readonly makers = new Map<string, AttachmentMaker>();

  /** Call while the application is put together. */
  register(kind: string, maker: AttachmentMaker): void {
    if (this.makers.has(kind)) throw new Error(`Two makers of files for e-mails of the kind ${kind}`);
    this.makers.set(kind, maker);
  }

  async of({ id, kind }: { id: string; kind: string }): Promise<MailAttachment[]> {
    return (await this.makers.get(kind)?.(id)) ?? [];
  }
}
