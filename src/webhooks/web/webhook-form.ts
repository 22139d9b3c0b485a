import { IsIn, IsOptional, MaxLength } from 'class-validator';
import {
  ChoiceField,
  EmailField,
  EmptyIsNothing,
  LineField,
  OptionalId,
} from '../../platform/http/forms/field.decorators.js';
import { SeveralValues } from '../../platform/http/forms/several-values.js';
import { PUBLIC_KINDS, type PublicKind } from '../../publishing/changes/public-kinds.js';
import { SIGNATURES, type Signature } from '../webhook.js';
import type { WebhookWish } from '../webhook-wish.js';

export class WebhookForm {
  @LineField('What the webhook is for', 100)
  name: string;

  @LineField('The address', 1000)
  address: string;

  @EmailField()
  email: string;

  @ChoiceField(SIGNATURES, 'Choose how messages are signed')
  signature: Signature;

  /** None chosen: all. */
  @SeveralValues()
  @IsOptional()
  @IsIn(PUBLIC_KINDS, { each: true, message: 'Choose kinds from the list' })
  kinds?: PublicKind[];

  @OptionalId('Choose a theme from the list')
  theme?: string;

  @OptionalId('Choose a publisher from the list')
  publisher?: string;

  @ChoiceField(['now', 'beginning'], 'Choose what it is told first')
  from: 'now' | 'beginning';
}

export const webhookWishOf = ({ kinds, theme, publisher, from, ...said }: WebhookForm): WebhookWish => ({
  ...said,
  ...{ kinds: kinds ?? null, themeId: theme ?? null, publisherId: publisher ?? null },
  fromBeginning: from === 'beginning',
});

/** What of a webhook is sent again. */
export class ReplayForm {
  @ChoiceField(['given-up', 'beginning', 'cursor'], 'Choose what is sent again')
  from: 'given-up' | 'beginning' | 'cursor';

  @EmptyIsNothing()
  @IsOptional()
  @MaxLength(400, { message: 'This is no cursor: copy one from the list of messages' })
  cursor?: string;
}
