import { Header } from '@nestjs/common';

/**
 * May be kept, but must be asked about before it is shown again (the ETag makes that cheap): what is withdrawn
 * disappears from caches at once. Said of errors too, for a record that is not there yet may be published.
 */
export const Revalidated = (): MethodDecorator => Header('Cache-Control', 'no-cache');
