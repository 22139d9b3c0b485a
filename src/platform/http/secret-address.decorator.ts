import { Header } from '@nestjs/common';

/**
 * For pages whose address is a secret: no request that they lead to says where it comes from, but for its site. With
 * `no-referrer` browsers would hide that as well, and the page's own form would be taken for another site's.
 */
export const SecretAddress = (): MethodDecorator => Header('Referrer-Policy', 'strict-origin');
