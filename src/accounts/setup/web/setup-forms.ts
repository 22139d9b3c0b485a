import { OptionalId, OptionalLine } from '../../../platform/http/forms/field.decorators.js';

export class OwnPartnershipForm {
  @OptionalId('Choose a partnership from the list')
  partnership?: string;

  @OptionalLine('The name of your partnership')
  name?: string;
}
