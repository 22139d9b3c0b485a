import { describe, expect, it } from '@jest/globals';
import { asConcepts, type ConceptRow, type ThemeConcept } from './concept.js';

const row = (slug: string, given: Partial<ConceptRow> = {}): ConceptRow => ({
  ...{ slug, label: slug, definition: null, altLabels: [], broader: null, related: [] },
  ...{ replacedBy: null, isReplaced: false, updatedAt: null },
  ...given,
});
const concepts = (...rows: ConceptRow[]): Record<string, ThemeConcept> =>
  Object.fromEntries(asConcepts(rows));

describe('asConcepts', () => {
  it('gives every broader theme its narrower one', () => {
    const { top, below } = concepts(row('below', { broader: 'top' }), row('top'));
    expect(top).toMatchObject({ broader: null, narrower: ['below'] });
    expect(below).toMatchObject({ broader: 'top', narrower: [] });
  });

  it('opens a ring in one place', () => {
    const { a, b, c } = concepts(
      row('a', { broader: 'b' }),
      row('b', { broader: 'c' }),
      row('c', { broader: 'a' }),
    );
    expect([a, b, c].map((each) => each!.broader)).toEqual([null, 'c', 'a']);
    expect(concepts(row('self', { broader: 'self' })).self).toMatchObject({ broader: null, narrower: [] });
  });

  it('relates in both directions, and never along the hierarchy', () => {
    const { a, b, c } = concepts(
      row('a', { related: ['c', 'a', 'nobody'] }),
      row('b', { broader: 'a' }),
      row('c', { broader: 'b' }),
    );
    expect([a, b, c].map((each) => each!.related)).toEqual([[], [], []]);
    const { x, y } = concepts(row('x', { related: ['y'] }), row('y'));
    expect([x, y].map((each) => each!.related)).toEqual([['y'], ['x']]);
  });

  it('takes what was replaced out of the hierarchy', () => {
    const replaced = { isReplaced: true, replacedBy: 'new', broader: 'top', related: ['new'] };
    const { top, old, below } = concepts(
      row('top'),
      row('old', replaced),
      row('new'),
      row('below', { broader: 'old' }),
    );
    expect(top!.narrower).toEqual([]);
    expect(old).toMatchObject({ broader: null, narrower: [], related: [], replacedBy: 'new' });
    expect(below!.broader).toBeNull();
  });

  it('says no name twice', () => {
    expect(concepts(row('a', { label: 'CSE', altLabels: ['cse', 'One', 'ONE'] })).a!.altLabels).toEqual([
      'One',
    ]);
  });
});
