import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TextComparison, TextIndex } from './similarity.js';

const text = fc.array(fc.constantFrom('ask', 'the', 'child', 'who', 'visits', 'Visits,'), { maxLength: 12 });

it('says of many texts at once what it says of each', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (many, one) => {
      const texts = many.map((words) => words.join(' '));
      const comparison = new TextComparison();
      const given = one.join(' ');
      expect([...new TextIndex(comparison, texts).similarities(given)]).toEqual(
        texts.map((other) => comparison.similarity(given, other)),
      );
    }),
  );
});
