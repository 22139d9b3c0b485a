import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { DemoPagesController } from './web/demo-pages.controller.js';

/** Being one of the invented people. Only the demonstration has this module. */
@Module({ imports: [AccountsModule], controllers: [DemoPagesController] })
export class DemoModule {}
