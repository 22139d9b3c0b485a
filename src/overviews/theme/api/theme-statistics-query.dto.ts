import { PageQuery } from '../../../platform/http/listing/page-query.dto.js';

/** Which part of the later reviews of a theme's statistics. */
export class ThemeStatisticsQuery extends PageQuery {}
