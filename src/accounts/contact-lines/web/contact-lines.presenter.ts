import { CONTACT_ABOUT_WORDS, CONTACT_AUDIENCE_WORDS } from '../../../partnerships/partnership.js';
import type { ContactLineItem } from '../../../partnerships/partnership.model.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import type { TypedLine } from './contact-lines-form.js';

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

/** The fields of a partnership's lines. */
export interface ContactLinesView {
  name: string;
  lines: { number: number; abouts: Choice[]; audiences: Choice[]; team: string; phone: string }[];
  problems: FormProblem[];
}

/** Rows of the form that stay empty for more lines. */
const SPARE_LINES = 2;

export function presentContactLines(
  name: string,
  given: readonly (TypedLine | ContactLineItem)[],
  problems: FormProblem[] = [],
): ContactLinesView {
  const empty: TypedLine = { about: 'child', audience: 'everyone', team: '', phone: '' };
  const spare = problems.length > 0 ? [] : Array.from({ length: SPARE_LINES }, () => empty);
  const lines = [...given, ...spare].map(({ about, audience, team, phone }, at) => ({
    ...{ number: at + 1, team: team ?? '', phone, abouts: choicesOf(CONTACT_ABOUT_WORDS, about) },
    audiences: choicesOf(CONTACT_AUDIENCE_WORDS, audience),
  }));
  return { name, lines, problems };
}

const choicesOf = (words: Record<string, string>, chosen: string): Choice[] =>
  Object.entries(words).map(([value, [first = '', ...rest]]) => ({
    ...{ value, text: first.toUpperCase() + rest.join(''), selected: value === chosen },
  }));
