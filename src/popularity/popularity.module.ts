import { Module } from '@nestjs/common';
import { ThemeDirectoryModule } from '../themes/theme-directory.module.js';
import { PopularityQueries } from './popularity.queries.js';
import { PopularityService } from './popularity.service.js';

/** Which themes people look for, from counts alone, and which the newest reviews are about. */
@Module({
  imports: [ThemeDirectoryModule],
  providers: [PopularityService, PopularityQueries],
  exports: [PopularityService, PopularityQueries],
})
export class PopularityModule {}
