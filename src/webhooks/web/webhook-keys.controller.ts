import { Get, Header } from '@nestjs/common';
import { Public } from '../../platform/http/access/public.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { Webhooks } from '../webhooks.service.js';

/** The public keys with which messages can be checked, by the id of the webhook; two while one takes the place of the other. */
@PageRoutes('.well-known')
export class WebhookKeysController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get('webhook-keys')
  @Public()
  @Header('Cache-Control', 'no-cache')
  async keys(): Promise<{ webhooks: { id: string; publicKeys: string[] }[] }> {
    return { webhooks: await this.webhooks.publicKeys() };
  }
}
