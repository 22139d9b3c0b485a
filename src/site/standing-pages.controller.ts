import { Get, Inject, Render } from '@nestjs/common';
import { CONFIG, type Config } from '../platform/config.js';
import { Public } from '../platform/http/access/public.decorator.js';
import { PageRoutes } from '../platform/http/access/routes.decorators.js';

/** Pages that say the same to everyone. */
@PageRoutes()
export class StandingPagesController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('about')
  @Public()
  @Render('about')
  about(): { contactEmail: string | null } {
    return { contactEmail: this.config.contactEmail ?? null };
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
}
