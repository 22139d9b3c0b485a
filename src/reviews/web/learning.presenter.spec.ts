import { describe, expect, it } from '@jest/globals';
import type { LearningPoint } from '../learning.model.js';
import { presentLearning } from './learning.presenter.js';

const point = (given: Partial<LearningPoint> = {}): LearningPoint => ({
  id: '1',
  url: '/reviews/x#home-care',
  theme: { slug: 'neglect', label: 'Neglect and acts of omission' },
  anchor: 'neglect',
  kind: 'finding',
  statement: null,
  phrase: null,
  pages: [],
  ...given,
});

describe('a learning point without a statement', () => {
  it('gives the words of the source, and says nothing of the review', () => {
    expect(presentLearning([point({ phrase: 'home care' })], true)[0]?.noStatement).toBe(
      'The source’s words: “home care”. It gives no more detail.',
    );
    expect(presentLearning([point()], true)[0]?.noStatement).toBe(
      'The source names this theme and gives no more detail.',
    );
  });

  it('is shown once for a theme, with the words joined and every anchor kept', () => {
    const views = presentLearning(
      [
        point({ phrase: 'home care', pages: [3] }),
        point({ statement: 'Nobody came.', anchor: 'neglect-2' }),
        point({ phrase: 'pressure ulcers', anchor: 'neglect-3', pages: [2] }),
        point({ phrase: 'home care', anchor: 'neglect-4' }),
        point({ kind: 'good-practice', anchor: 'neglect-5' }),
      ],
      true,
    );
    expect(views.map(({ ids }) => ids)).toEqual([
      ['neglect', 'neglect-3', 'neglect-4'],
      ['neglect-2'],
      ['neglect-5'],
    ]);
    expect(views[0]).toMatchObject({
      noStatement: 'The source’s words: “home care” and “pressure ulcers”. It gives no more detail.',
      pages: 'pages 2 and 3',
    });
  });
});

describe('the kind of a learning point', () => {
  it('is not said twice where the theme says it', () => {
    const theme = { slug: 'good-practice', label: 'Good practice' };
    const kinds = presentLearning([point({ theme, kind: 'good-practice' }), point({ theme })], false);
    expect(kinds.map(({ kindWords }) => kindWords)).toEqual([null, 'Finding']);
    expect(kinds[0]?.ids).toEqual([]);
  });
});
