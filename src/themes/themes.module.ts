import { Module } from '@nestjs/common';
import { PublishingModule } from '../publishing/publishing.module.js';
import { ThemesController } from './api/themes.controller.js';
import { ConceptQueries } from './concept.queries.js';
import { ThemeDirectory } from './theme-directory.js';
import { MeantThemes } from './meant-themes.js';
import { ThemesByName } from './themes-by-name.js';
import { ThemeQueries } from './theme.queries.js';
import { ThemeTreePageController } from './web/theme-tree-page.controller.js';

@Module({
  imports: [PublishingModule],
  controllers: [ThemesController, ThemeTreePageController],
  providers: [ThemeQueries, ThemesByName, MeantThemes, ThemeDirectory, ConceptQueries],
  exports: [ThemeQueries, ThemesByName, MeantThemes, ThemeDirectory, ConceptQueries],
})
export class ThemesModule {}
