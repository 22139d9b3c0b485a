import { Get, Render } from '@nestjs/common';
import { Public } from '../platform/http/access/public.decorator.js';
import { PageRoutes } from '../platform/http/access/routes.decorators.js';

/** Pages that say the same to everyone. */
@PageRoutes()
export class StandingPagesController {
  @Get('about')
  @Public()
  @Render('about')
  about(): Record<string, never> {
    return {};
  }

  @Get('accessibility')
  @Public()
  @Render('accessibility')
  accessibility(): Record<string, never> {
    return {};
  }

  @Get('contact')
  @Public()
  @Render('contact')
  contact(): Record<string, never> {
    return {};
  }

  @Get('privacy')
  @Public()
  @Render('privacy')
  privacy(): Record<string, never> {
    return {};
  }

  @Get('api/docs')
  @Public()
  @Render('api-docs')
  apiDocs(): Record<string, never> {
    return {};
  }
}
