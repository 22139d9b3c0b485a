import { describe, expect, it } from '@jest/globals';
import { aRecord } from '../../../test/support/library-record.js';
import type { LearningPoint } from '../learning.model.js';
import { presentLearning } from './learning.presenter.js';

const point = (given: Partial<LearningPoint> = {}): LearningPoint => ({
  ...aRecord('learning-point', '/reviews/x#home-care'),
  theme: { slug: 'neglect', label: 'Neglect and acts of omission' },
  anchor: 'neglect',
  learningKind: 'finding',
  statement: 'Nobody came.',
  phrase: null,
  pages: [],
  ...given,
});

describe('a theme that the review only names', () => {
  const named = (given: Partial<LearningPoint> = {}): LearningPoint =>
    point({ learningKind: 'theme-named', statement: null, ...given });

  it('stands apart from what was taught, once, with the words and pages joined and every anchor kept', () => {
    const view = presentLearning(
      [
        named({ phrase: 'home care', pages: [3] }),
        point({ anchor: 'neglect-2' }),
        named({ phrase: 'pressure ulcers', anchor: 'neglect-3', pages: [2] }),
        named({ phrase: 'home care', anchor: 'neglect-4' }),
      ],
      true,
    );
    expect(view.points.map(({ id }) => id)).toEqual(['neglect-2']);
    expect(view.named).toEqual([
      {
        ids: ['neglect', 'neglect-3', 'neglect-4'],
        theme: { slug: 'neglect', label: 'Neglect and acts of omission' },
        phrases: 'The source’s words: “home care” and “pressure ulcers”',
        pages: 'pages 2 and 3',
      },
    ]);
  });

  it('says nothing where the source has no words of its own', () => {
    expect(presentLearning([named()], false)).toEqual({
      allAre: '',
      points: [],
      named: [expect.objectContaining({ ids: [], phrases: '', pages: '' })],
    });
  });
});

describe('the kind of a learning point', () => {
  it('is not said twice where the theme says it', () => {
    const theme = { slug: 'good-practice', label: 'Good practice' };
    const { points } = presentLearning(
      [point({ theme, learningKind: 'good-practice' }), point({ theme })],
      false,
    );
    expect(points.map(({ kindWords }) => kindWords)).toEqual([null, 'Finding']);
    expect(points[0]?.id).toBeNull();
  });

  it('is said once on the page of a review where all points are of one kind', () => {
    const said = (kinds: LearningPoint['learningKind'][], onOwnPage = true): unknown => {
      const { allAre, points } = presentLearning(
        kinds.map((learningKind) => point({ learningKind })),
        onOwnPage,
      );
      return [allAre, ...points.map(({ kindWords }) => kindWords)];
    };
    expect(said(['finding', 'finding'])).toEqual(['Each of these is a finding.', null, null]);
    expect(said(['key-lesson', 'key-lesson'])).toEqual(['Each of these is a key lesson.', null, null]);
    expect(said(['good-practice', 'good-practice'])).toEqual(['All of this is good practice.', null, null]);
    expect(said(['finding'])).toEqual(['', 'Finding']);
    expect(said(['finding', 'key-lesson'])).toEqual(['', 'Finding', 'Key lesson']);
    expect(said(['finding', 'finding'], false)).toEqual(['', 'Finding', 'Finding']);
  });
});
