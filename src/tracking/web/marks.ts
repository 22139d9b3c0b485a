import type { Colour } from '../standing.js';

/** A word in its colour: the word says it, the colour helps to find it. */
export interface MarkView {
  word: string;
  classes: string;
}

const TAGS: Readonly<Record<Colour, string>> = {
  grey: 'govuk-tag--grey',
  blue: 'govuk-tag--blue',
  red: 'govuk-tag--red',
  amber: 'govuk-tag--yellow',
  green: 'govuk-tag--green',
};

export const presentMark = ({ word, colour }: { word: string; colour: Colour }): MarkView => ({
  word,
  classes: `app-mark ${TAGS[colour]}`,
});
