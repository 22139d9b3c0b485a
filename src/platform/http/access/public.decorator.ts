import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from './permissions.js';

export const ACCESS = 'access';

/** What a route asks of who uses it: nothing, an account, an account and more than an e-mail for a proof, or a permission. */
export type Access = 'public' | 'signed-in' | 'own-account' | { permission: Permission };

/** Says that anyone may use this route. A route that says nothing is closed. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS, 'public' satisfies Access);
