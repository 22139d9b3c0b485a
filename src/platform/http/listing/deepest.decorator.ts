import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const DEEPEST = 'deepest';

/** Says that a list is not read beyond so many items, however many it has: no page that goes further is offered. */
export const Deepest = (items: number): CustomDecorator => SetMetadata(DEEPEST, items);
