import { describe, expect, it } from '@jest/globals';
import { placeOf } from './place.js';

describe('placeOf', () => {
  it.each([
    ['Darlington Safeguarding Partnership', 'Darlington'],
    ['Derby and Derbyshire Safeguarding Children Partnership', 'Derby and Derbyshire'],
    ['Kent Safeguarding Children Multi-Agency Partnership', 'Kent'],
    ['City of London Local Safeguarding Children’s Board (LSCB)', 'City of London'],
    ['Safeguarding Adults Board for the Isle of Wight', 'Isle of Wight'],
    ['The Safeguarding Adults and Children Partnership', null],
    ['Action for Children', null],
  ])('of %s is %j', (name, place) => {
    expect(placeOf(name)).toBe(place);
  });
});
