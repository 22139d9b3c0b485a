import { titledKind } from '../themes/titled.bundle.js';
import { BRIEFING_FIELDS, BriefingRecord } from './briefing.record.js';
import { BriefingService } from './briefing.service.js';

/** A short paper, known by publisher and title. Its reviews are found when reviews settle. */
export const briefingKind = titledKind(
  {
    name: 'briefing',
    plural: 'Briefings',
    record: BriefingRecord,
    fields: BRIEFING_FIELDS,
    identify({ publisher, title, reviews }, noted) {
      const own = noted.publisher(publisher);
      for (const [place, named] of reviews.entries()) noted.usesReview(place, noted.review(named, own));
      return { publisher: own, name: title };
    },
  },
  BriefingService,
);
