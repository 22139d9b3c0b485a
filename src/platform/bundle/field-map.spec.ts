import { describe, expect, it } from '@jest/globals';
import {
  column,
  columnsOf,
  identifies,
  links,
  partialDateColumns,
  parts,
  rowOf,
  signature,
} from './field-map.js';

const MAP = {
  name: column('name'),
  seenOn: partialDateColumns('published'),
  owner: identifies('owner_id'),
  themes: links('themes'),
};

describe('where fields go', () => {
  it('is told in columns and rows', () => {
    expect(columnsOf(MAP)).toEqual({ name: 'text', published_on: 'date', published_precision: 'text' });
    expect(rowOf(MAP, { name: 'A', seenOn: '2024-05', owner: 'O', themes: [] })).toEqual({
      ...{ name: 'A', published_on: '2024-05-01', published_precision: 'month' },
    });
    expect(rowOf(MAP, { name: undefined, seenOn: undefined, owner: 'O', themes: [] })).toEqual({
      ...{ name: null, published_on: null, published_precision: null },
    });
  });

  it('has another signature when a field is added, goes elsewhere, or a part learns to keep one', () => {
    const others = [
      { ...MAP, text: column('text') },
      { ...MAP, name: column('title') },
      { ...MAP, name: column('name', 'jsonb') },
      { ...MAP, themes: links('subjects') },
      { ...MAP, parts: parts({ name: column('name') }) },
      { ...MAP, parts: parts({ name: column('name'), text: column('text') }) },
    ];
    expect(new Set([MAP, ...others].map(signature)).size).toBe(others.length + 1);
    expect(signature({ ...MAP })).toBe(signature(MAP));
  });
});
