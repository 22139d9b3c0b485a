import { Injectable } from '@nestjs/common';
import { LibrarySecrets } from '../../platform/secrets/library-secrets.js';
import { seal, unseal } from '../../platform/secrets/sealed.js';
import type { Signature } from '../webhook.js';
import type { Webhook } from '../webhook.entity.js';
import { newMessageKey } from './message-keys.js';

/** For so long after a new key the one before signs beside it. */
export const ROTATION_MS = 24 * 60 * 60 * 1000;

/** The keys of webhooks, which lie sealed in the database. */
@Injectable()
export class WebhookKeys {
  constructor(private readonly secrets: LibrarySecrets) {}

  /** @returns what is kept of a new key, and the secret to be shown once; null where there is none to be shown */
  make(signature: Signature): Pick<Webhook, 'sealedKey' | 'publicKey'> & { shown: string | null } {
    const { key, publicKey } = newMessageKey(signature);
    const shown = signature === 'v1' ? key : null;
    return { sealedKey: seal(key, this.sealingKey), publicKey, shown };
  }

  /** Those that sign at an instant, the newest first. */
  signing({ sealedKey, oldSealedKey, oldUntil }: Webhook, now: Date): string[] {
    const sealed = oldSealedKey && oldUntil && oldUntil > now ? [sealedKey, oldSealedKey] : [sealedKey];
    return sealed.map((one) => {
      const key = unseal(one, this.sealingKey);
      if (key === null) throw new Error('The key of a webhook is not one of this library');
      return key;
    });
  }

  private get sealingKey(): Buffer {
    return this.secrets.keyFor('webhooks');
  }
}
