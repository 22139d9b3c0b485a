import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const ACCESS = 'access';

/** Says that anyone may use this route. A route that says nothing is closed. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS, 'public');
