import type { HeadingKind } from '../words/heading-words.js';
import { RECOMMENDATION_RANK } from '../words/heading-words.js';
import type { PlanAgencies } from './plan-agencies.js';
import { readScope } from './answers.js';
import { colourWord } from './colour-names.js';
import type { FoundHeading } from './find-headings.js';
import { headingKey } from './headings.js';
import { looksLikeNumber } from './numbers.js';
import { readStatus } from './status.js';
import { WordsGiven } from './words-given.js';

/** What a column turned out to be, once its cells were looked at. */
export type ColumnKind = Exclude<HeadingKind, 'revisedDue' | 'lead' | 'completionDate'>;

/** A heading with what stands below it. */
export interface KindChoice extends FoundHeading {
  hidden: boolean;
  texts: string[];
  /** How many of the cells are dates of the workbook. */
  dates: number;
}

/** Columns that there can be only one of. Of the rest, each adds to the others. */
const SINGLE: readonly HeadingKind[] = [
  ...(['number', 'ref', 'action', 'due', 'originalDue', 'revisedDue', 'completed', 'status', 'rag'] as const),
  ...(['response', 'scope', 'milestones', 'impact', 'review'] as const),
];

/** A number or a title is short; a recommendation is a sentence. */
const LONG_NUMBER = 25;

/** What each column holds, by its heading, its cells and the other columns. In the order given. */
export function chooseKinds(choices: readonly KindChoice[], agencies: PlanAgencies): ColumnKind[] {
  const kinds = choices.map((choice) => byCells(choice));
  const steps = [
    takeOutNumbers,
    keepOneRecommendation,
    findRecommendation,
    chooseDueDates,
    keepSingles,
    statesInColours,
  ];
  for (const step of steps) step(kinds, choices);
  chooseLeads(kinds, choices, agencies);
  chooseCompletion(kinds, choices);
  return kinds as ColumnKind[];
}

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length ? texts.filter(test).length / texts.length : 0;

/** What only the cells can tell: “Level” may be that of a scope or of a risk. */
function byCells(choice: KindChoice): HeadingKind {
  const { kind, texts, dates } = choice;
  if (kind === 'scope' && texts.length && share(texts, (text) => readScope(text) !== null) < 0.5)
    return 'note';
  if (kind === 'review' && dates > texts.length / 2) return 'note';
  return kind;
}

/** “Recommendation” merged over a column of numbers and a column of words. */
function takeOutNumbers(kinds: HeadingKind[], choices: readonly KindChoice[]): void {
  for (const [from, to] of [
    ['recommendation', 'number'],
    ['action', 'ref'],
  ] as const) {
    const columns = indexesOf(kinds, from);
    if (columns.length < 2) continue;
    const numbers = columns.find(
      (at) => choices[at]!.texts.length && share(choices[at]!.texts, looksLikeNumber) > 0.8,
    );
    if (numbers !== undefined) kinds[numbers] = kinds.includes(to) ? 'note' : to;
  }
}

/** “Finding” beside “Recommendation”: the one that is more surely a recommendation is. */
function keepOneRecommendation(kinds: HeadingKind[], choices: readonly KindChoice[]): void {
  const rank = (at: number): number =>
    RECOMMENDATION_RANK.findIndex((pattern) => pattern.test(headingKey(choices[at]!.text)));
  const isHidden = (at: number): number => Number(choices[at]!.hidden);
  const ranked = indexesOf(kinds, 'recommendation').sort(
    (a, b) => isHidden(a) - isHidden(b) || rank(a) - rank(b) || a - b,
  );
  for (const at of ranked.slice(1)) kinds[at] = 'note';
}

/** A column “Rec.” that holds sentences is no column of numbers. */
function findRecommendation(kinds: HeadingKind[], choices: readonly KindChoice[]): void {
  const number = kinds.indexOf('number');
  if (number < 0 || kinds.includes('recommendation')) return;
  const { texts } = choices[number]!;
  const length = texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1);
  if (length > LONG_NUMBER) kinds[number] = 'recommendation';
}

/** Beside a revised date, a plain one is the original (rule 8). */
function chooseDueDates(kinds: HeadingKind[]): void {
  const revised = kinds.lastIndexOf('revisedDue');
  if (revised < 0) return;
  for (const at of indexesOf(kinds, 'revisedDue')) kinds[at] = at === revised ? 'revisedDue' : 'note';
  const plain = kinds.indexOf('due');
  if (plain >= 0) kinds[plain] = kinds.includes('originalDue') ? 'note' : 'originalDue';
  kinds[revised] = 'due';
}

/** A second number behind the recommendation is the action's own; of two columns of one kind, the first holds the field. */
function keepSingles(kinds: HeadingKind[]): void {
  const recommendation = kinds.indexOf('recommendation');
  for (const kind of SINGLE) {
    for (const at of indexesOf(kinds, kind).slice(1)) {
      const isOwn = kind === 'number' && at > recommendation && !kinds.includes('ref');
      kinds[at] = isOwn ? 'ref' : 'note';
    }
  }
}

/** A status that is written in colours is a red-amber-green column. */
function statesInColours(kinds: HeadingKind[], choices: readonly KindChoice[]): void {
  const status = kinds.indexOf('status');
  if (status < 0 || kinds.includes('rag')) return;
  if (share(choices[status]!.texts, (text) => colourWord(text) !== null) > 0.5) kinds[status] = 'rag';
}

/** A lead is an agency where its cells name agencies and no other column does, else a person. */
function chooseLeads(kinds: HeadingKind[], choices: readonly KindChoice[], agencies: PlanAgencies): void {
  const leads = indexesOf(kinds, 'lead');
  const most = leads
    .map((at) => ({ at, known: share(choices[at]!.texts, (text) => agencies.knowsSome(text)) }))
    .reduce((best, next) => (next.known > best.known ? next : best), { at: -1, known: 0 });
  const isAgency = !kinds.includes('agency') && (most.known > 0 || !kinds.includes('officer'));
  for (const at of leads) {
    const noOther = leads.length === 1 && !kinds.includes('officer');
    kinds[at] =
      isAgency && (at === most.at ? most.known > 0 : noOther && isNoPerson(choices[at]!))
        ? 'agency'
        : 'officer';
  }
}

/** Nobody in the column is known; short capitals are more likely bodies than people. */
const isNoPerson = ({ texts }: KindChoice): boolean =>
  share(texts, (text) => /^[A-Z&]{2,8}(?:\s*[/,;&]\s*[A-Z&]{2,8})*$/.test(text)) > 0.5;

/** “Completion date” is the day planned where it stands beside states of work that is not completed, and no other column says when. */
function chooseCompletion(kinds: HeadingKind[], choices: readonly KindChoice[]): void {
  const words = new WordsGiven();
  const habits = { order: 'day-first', words, stateColumn: true } as const;
  const isOpen = (text: string): boolean =>
    (readStatus(text, habits)?.delivery ?? 'completed') !== 'completed';
  const someOpen = choices.some(({ texts }, at) => kinds[at] === 'status' && texts.some(isOpen));
  for (const at of indexesOf(kinds, 'completionDate')) {
    const planned =
      !kinds.includes('due') && !kinds.includes('originalDue') && (someOpen || kinds.includes('completed'));
    kinds[at] = planned ? 'due' : kinds.includes('completed') ? 'note' : 'completed';
  }
}

const indexesOf = (kinds: readonly HeadingKind[], kind: HeadingKind): number[] =>
  kinds.flatMap((other, at) => (other === kind ? [at] : []));
