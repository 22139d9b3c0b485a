import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../platform/config.js';
import { presentNotice, SummaryNotices, type Noticed } from './summary-notice.js';

const ROW = {
  url: '/reviews/testshire-child-a-2025',
  sources: [
    { title: 'Newsletter', link: null },
    { title: 'Report', link: 'https://www.example.org/x' },
  ],
  summarised: true,
};
const noticed = (environment: Record<string, string> = {}, row = ROW): Noticed<typeof ROW> =>
  new SummaryNotices(readConfig(environment)).on(row, 'report');

describe('what is said of a summary', () => {
  it('names its sources, who wrote it and who did not check it', () => {
    expect(noticed().summarised!.text).toBe(
      'Summarised from “Newsletter”, “Report (example.org)” by this library; not checked by its publisher; the report may say more',
    );
  });

  it('is not said of what its publisher wrote', () => {
    const { summarised } = noticed({}, { ...ROW, summarised: false });
    expect(summarised).toBeNull();
    expect(presentNotice({ ...ROW, summarised }, 'report')).toBeNull();
  });

  it('leads to the address for mistakes, with the page that is meant; without one to a page that says whom to ask', () => {
    const { summarised } = noticed({ CONTACT_EMAIL: 'library+mistakes@example.org' });
    expect(summarised!.mistakes).toBe(
      'mailto:library%2Bmistakes@example.org?subject=Mistake%20in%20%2Freviews%2Ftestshire-child-a-2025',
    );
    expect(presentNotice({ ...ROW, summarised }, 'report')).toMatchObject({
      address: 'library+mistakes@example.org',
    });
    expect(noticed().summarised!.mistakes).toBe('/about#mistakes');
    expect(presentNotice({ ...ROW, ...noticed() }, 'report')).toMatchObject({ address: null });
  });
});
