import { PageQuery } from '../../platform/http/listing/page-query.dto.js';

/** Which part of the learning on a theme. */
export class ThemeLearningQuery extends PageQuery {}
