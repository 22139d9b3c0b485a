import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from './permissions.js';
import { ACCESS, type Access } from './public.decorator.js';

/** Says that whoever has signed in may use this route, in whatever role or none: it is about their own account. */
export const SignedIn = (): CustomDecorator => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Says that this route changes how somebody signs in: not for a session that an e-mail began, for more than it may do. */
export const OwnAccount = (): CustomDecorator => SetMetadata(ACCESS, 'own-account' satisfies Access);

/** Says that only those may use this route whose present role has this permission. */
export const Requires = (permission: Permission): CustomDecorator =>
  SetMetadata(ACCESS, { permission } satisfies Access);
