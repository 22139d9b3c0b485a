import { Module } from '@nestjs/common';
import { ThemesModule } from '../themes/themes.module.js';
import { PopularityQueries } from './popularity.queries.js';
import { PopularityService } from './popularity.service.js';

/** Which themes people look for, from counts alone, and which the newest reviews are about. */
@Module({
  imports: [ThemesModule],
  providers: [PopularityService, PopularityQueries],
  exports: [PopularityService, PopularityQueries],
})
export class PopularityModule {}
