import { applyDecorators, Header, SetMetadata } from '@nestjs/common';

export const RIGHT_IN_ADDRESS = 'right-in-address';

/**
 * For pages whose address is itself the right to what they show and take, for people without an account. Who does not know the
 * address cannot send the form, and who knows it may: the token that tells our forms from others’ would add nothing, and would
 * lose what was typed where cookies are blocked or the page was open for days. Nothing leads on from there with its address.
 */
export const RightInAddress = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(RIGHT_IN_ADDRESS, true),
    Header('Referrer-Policy', 'no-referrer'),
    Header('Cache-Control', 'private, no-store'),
    Header('X-Robots-Tag', 'noindex, nofollow'),
  );
