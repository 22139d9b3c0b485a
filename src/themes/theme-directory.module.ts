import { Module } from '@nestjs/common';
import { ThemeDirectory } from './theme-directory.js';

/** The thesaurus's shape, for those whom the themes module itself needs. */
@Module({ providers: [ThemeDirectory], exports: [ThemeDirectory] })
export class ThemeDirectoryModule {}
