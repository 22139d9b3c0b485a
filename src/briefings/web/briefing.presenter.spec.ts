import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../test/support/library-record.js';
import type { BriefingDetail } from '../briefing.model.js';
import { paragraphsOf, presentBriefingPage } from './briefing.presenter.js';

const briefing = (given: Partial<BriefingDetail> = {}): BriefingDetail => ({
  ...aRecord('briefing', '/briefings/safe-sleep'),
  title: 'Safe sleep',
  type: null,
  publisher: null,
  publisherSlug: null,
  publishedOn: null,
  summaryByLibrary: false,
  relayedOn: '2025-02',
  themes: [],
  link: null,
  publisherLink: null,
  publisherWebsite: null,
  sections: [],
  reviews: [],
  sources: [],
  summarised: null,
  ...given,
});

describe('presentBriefingPage', () => {
  it('says the newsletter’s date only where no other is known, and says that it is that', () => {
    expect(presentBriefingPage(briefing()).facts).toBe('Briefing · In a newsletter, February 2025');
    expect(
      presentBriefingPage(briefing({ type: 'thematic', publisher: 'NSPCC', publishedOn: '2019-06' })).facts,
    ).toBe('Thematic briefing · NSPCC · June 2019');
  });

  it('quotes what is known', () => {
    expect(presentBriefingPage(briefing()).citation).toBe('Safe sleep.');
    expect(presentBriefingPage(briefing({ publisher: 'NSPCC', publishedOn: '2019' })).citation).toBe(
      'NSPCC (2019), Safe sleep.',
    );
  });
});

describe('paragraphsOf', () => {
  it('parts a text at its empty lines', () => {
    expect(paragraphsOf('One\nstill one\n \n\nTwo\n')).toEqual(['One\nstill one', 'Two']);
  });
});
