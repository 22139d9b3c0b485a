import { Module } from '@nestjs/common';
import { ApiDescription } from './api-description.js';
import { DescriptionController } from './api/description.controller.js';
import { DocsPagesController } from './web/docs-pages.controller.js';

/** Says what the API is: to programs in two ways, and to people on pages that are made from the same. */
@Module({
  controllers: [DescriptionController, DocsPagesController],
  providers: [ApiDescription],
})
export class DescribingModule {}
