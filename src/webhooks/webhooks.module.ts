import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesModule } from '../themes/themes.module.js';
import { DeliverWebhooks } from './sending/deliver-webhooks.js';
import { SendMessage } from './sending/send-message.js';
import { TryOut } from './sending/try-out.js';
import { WriteDown } from './sending/write-down.js';
import { WebhookKeys } from './signing/webhook-keys.js';
import { WebhookKeysController } from './web/webhook-keys.controller.js';
import { WebhookPagesController } from './web/webhook-pages.controller.js';
import { WebhookChoiceQueries } from './webhook-choices.js';
import { WebhookFollows } from './webhook-follows.js';
import { WebhookHistory } from './webhook-history.js';
import { Webhooks } from './webhooks.service.js';

/** Other sites that are told what changes for the public, by messages that say where to read it (Standard Webhooks). */
@Module({
  imports: [PublishingModule, ThemesModule],
  controllers: [WebhookPagesController, WebhookKeysController],
  providers: [
    ...[Webhooks, WebhookKeys, WebhookFollows, WebhookHistory, WebhookChoiceQueries],
    ...[DeliverWebhooks, WriteDown, SendMessage, TryOut],
  ],
})
export class WebhooksModule {}
