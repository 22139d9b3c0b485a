import { describe, expect, it } from '@jest/globals';
import { aRecord, themeCounts } from '../../../../test/support/library-record.js';
import type { ThemePage } from '../theme-page.model.js';
import type { ThemeDetail, ThemeNode } from '../../../themes/theme.model.js';
import { presentThemeIndex } from '../../../themes/web/theme-index.presenter.js';
import { presentThemePage } from './theme.presenter.js';

const node = (label: string, reviews: number, narrower: ThemeNode[] = []): ThemeNode => ({
  slug: label.toLowerCase(),
  label,
  url: `/themes/${label.toLowerCase()}`,
  definition: null,
  counts: themeCounts({ reviewCount: reviews }),
  narrower,
});

describe('presentThemeIndex', () => {
  it('counts all that is below a group and names first what most reviews show', () => {
    const [group] = presentThemeIndex([
      node('Top', 9, [
        node('Beta', 1, [node('Deep', 4)]),
        node('Alpha', 1),
        node('Gamma', 0),
        node('Delta', 2),
      ]),
    ]);
    expect(group?.size).toBe('5 themes');
    expect(group?.foremost.map(({ label }) => label)).toEqual(['Deep', 'Delta', 'Alpha', 'Beta']);
    expect(group?.themes.map(({ label, seen }) => [label, seen])).toEqual([
      ['Beta', '1 review'],
      ['Alpha', '1 review'],
      ['Gamma', ''],
      ['Delta', '2 reviews'],
    ]);
  });
});

const theme: ThemeDetail = {
  ...aRecord('theme', '/themes/neglect'),
  label: 'Neglect',
  status: 'accepted',
  definition: null,
  broader: { slug: 'harm', label: 'Harm' },
  counts: themeCounts(),
  altLabels: ['not looked after'],
  abbreviations: ['NG'],
  guidance: { note: 'Written here.', reviewedBy: null, reviewedOn: null },
  emergency: [],
  lookFor: ['Hunger'],
  ask: [],
  askYourself: [],
  do: ['Write it down'],
  path: [{ slug: 'harm', label: 'Harm' }],
  narrower: [],
  related: [],
  replacedBy: null,
  sources: [],
};
const nothing = { total: 0, items: [] };
const page = (given: Partial<ThemePage> = {}): ThemePage => ({
  theme,
  learning: { page: 1, limit: 10, total: 0, items: [] },
  recommendations: nothing,
  briefings: nothing,
  resources: nothing,
  statistics: null,
  ...given,
});

describe('presentThemePage', () => {
  it('shows only the guidance that there is', () => {
    expect(presentThemePage(page()).guidance.map(({ title }) => title)).toEqual(['Look for', 'Do']);
  });

  it('parts the questions to others from those to oneself', () => {
    const given = {
      ...theme,
      ask: ['Who helps you?'],
      askYourself: ['What did I see?'],
      lookFor: [],
      do: [],
    };
    expect(presentThemePage(page({ theme: given })).guidance).toEqual([
      { name: 'ask', title: 'Ask them', points: ['Who helps you?'] },
      { name: 'yourself', title: 'Ask yourself', points: ['What did I see?'] },
    ]);
  });

  it('says what the guidance is, and who has reviewed it once someone has', () => {
    expect(presentThemePage(page()).guidanceNote).toBe(
      'Written here. No named professional has reviewed this guidance yet.',
    );
    const guidance = { note: 'Written here.', reviewedBy: 'Jo Bloggs, named nurse', reviewedOn: '2026-05' };
    expect(presentThemePage(page({ theme: { ...theme, guidance } })).guidanceNote).toBe(
      'Written here. Reviewed by Jo Bloggs, named nurse, May 2026.',
    );
    const none = { ...theme, lookFor: [], do: [] };
    expect(presentThemePage(page({ theme: none })).guidanceNote).toBe('');
    const urgent = { ...none, emergency: ['Call 999.'] };
    expect(presentThemePage(page({ theme: urgent })).guidanceNote).not.toBe('');
  });

  it('leads to the rest of a list that is longer', () => {
    const view = presentThemePage(page({ recommendations: { total: 14, items: [] } }));
    expect(view.recommendations.rest).toEqual({
      href: '/recommendations?theme=neglect',
      text: 'See all 14 recommendations',
    });
    expect(view.briefings.rest).toBeNull();
  });

  it('shows the way to it, its neighbours and its other names', () => {
    const view = presentThemePage(page());
    expect(view.crumbs).toEqual([
      { text: 'Themes', href: '/themes' },
      { text: 'Harm', href: '/themes/harm' },
    ]);
    expect(view.neighbours).toEqual([{ title: 'Part of', themes: [{ slug: 'harm', label: 'Harm' }] }]);
    expect(view.alsoKnownAs).toEqual(['NG', 'not looked after']);
  });

  it('pages through the reviews', () => {
    const view = presentThemePage(page({ learning: { page: 2, limit: 10, total: 25, items: [] } }));
    expect(view.isFirstPage).toBe(false);
    expect(view.learningCount).toBe('Seen in 25 reviews, newest first.');
    expect(view.pagination?.next).toEqual({ href: '/themes/neglect?page=3#reviews' });
  });
});
