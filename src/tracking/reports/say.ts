import { sayPartialDate } from '../../platform/dates/partial-date.js';
import { count } from '../../platform/text/words.js';
import { formatDay, type KnownDay } from '../day.js';
import { lastWords, type TrackedAction, type TrackedItemAnswer } from '../tracked-item.model.js';
import { DELIVERY_WORDS, IMPACT_WORDS, JUDGEMENT_WORDS, RECHECK_WORDS, RESPONSE_WORDS } from '../tracking.js';
import type { ReportValue } from './report.js';

const QUARTER_MONTHS = ['January to March', 'April to June', 'July to September', 'October to December'];

/** As much of a day as is known, for people: “October to December 2024”. */
export function sayKnownDay(day: KnownDay): string {
  if (day.precision !== 'quarter') return sayPartialDate(formatDay(day));
  return `${QUARTER_MONTHS[Number(day.on.slice(5, 7)) / 3 - 1]} ${day.on.slice(0, 4)}`;
}

/** A quarter as partnerships count them, from April: “Q3 2024/25” is October to December 2024. */
export function sayQuarter({ on }: KnownDay): string {
  const [year, quarter] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)) / 3];
  const begun = quarter === 1 ? year - 1 : year;
  return `Q${quarter === 1 ? 4 : quarter - 1} ${begun}/${String((begun + 1) % 100).padStart(2, '0')}`;
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const onDay = (on: string | null): string => (on ? `, ${sayPartialDate(on)}` : '');
const because = (reason: string | null): string => (reason ? ` Reason: ${sentence(reason)}` : '');
export const NO_REASON = 'No reason is in the library.';

/** What each addressee has said, one a line. */
export const sayResponses = ({ responses }: TrackedItemAnswer): string[] =>
  responses.each.map(({ agency, response, on, reason, late }) => {
    const word = RESPONSE_WORDS[response].toLowerCase();
    if (response !== 'awaiting') return sentence(`${agency.name}: ${word}${onDay(on)}`) + because(reason);
    return late
      ? `${agency.name}: no response yet; one was asked for by ${sayPartialDate(responses.dueOn)}.`
      : `${agency.name}: awaiting, asked for by ${sayPartialDate(responses.dueOn)}.`;
  });

/** How far an action is, with its reason and day. */
export function sayDelivery({ delivery, completedOn, deliveryReason }: TrackedAction): string[] {
  return [sentence(`${DELIVERY_WORDS[delivery]}${onDay(completedOn)}`) + because(deliveryReason)];
}

/** Each date that took the place of another, and why. */
export const sayMoves = ({ moved, slippedDays }: TrackedAction): string[] => {
  const lines = moved.map(
    ({ from, to, reason }) => `From ${sayKnownDay(from)} to ${sentence(sayKnownDay(to))}${because(reason)}`,
  );
  return slippedDays > 0 ? [...lines, `In all ${count(slippedDays, 'day')} later.`] : lines;
};

/** The last that was said of an action, with its day. */
export function sayUpdate({ updates }: TrackedAction): ReportValue {
  const [last, said] = [updates.at(-1), lastWords(updates)];
  if (!last) return null;
  return [
    ...(last.isUnchanged ? [`${sayPartialDate(last.on)}: no change`] : []),
    ...(said ? [`${sayPartialDate(said.on)}: ${said.text ?? 'words that were taken out'}`] : []),
  ];
}

/** What the audit lead makes of it, why, and when it is looked at again. */
export function sayJudgement({ judgement, judged, supersedes }: TrackedItemAnswer): string[] {
  const { on, reason, recheckOn, noRecheckReason, noEvidence, supersededBy } = judged;
  return [
    sentence(`${JUDGEMENT_WORDS[judgement]}${onDay(on)}`) + because(reason),
    ...(supersededBy ? [`Superseded by item ${supersededBy.ref}.`] : []),
    ...(noEvidence ? ['Closed with no evidence of impact yet.'] : []),
    ...(recheckOn ? [`To be checked again on ${sayPartialDate(recheckOn)}.`] : []),
    ...(noRecheckReason ? [`Not to be checked again: ${sentence(noRecheckReason)}`] : []),
    ...(supersedes.length > 0
      ? [`In the place of item ${supersedes.map(({ ref }) => ref).join(', ')}.`]
      : []),
  ];
}

/** Evidence that something became better, with its sample or source, and what checks have shown. */
export function sayImpact({ impact, impactEvidence, rechecks }: TrackedItemAnswer): string[] {
  const { on, text, sample, source, isClaimed } = impactEvidence;
  return [
    sentence(`${IMPACT_WORDS[impact]}${onDay(on)}`) + (text ? ` ${sentence(text)}` : ''),
    ...(sample ? [`Sample: ${sentence(sample)}`] : []),
    ...(source ? [`Source: ${sentence(source)}`] : []),
    ...(isClaimed ? ['As claimed: this level asks for a sample or a source, which is not given.'] : []),
    ...rechecks.map(
      ({ result, on: day, reason }) =>
        sentence(`Checked again${onDay(day)}: ${RECHECK_WORDS[result].toLowerCase()}`) + because(reason),
    ),
  ];
}

/** What an item is called: “2. Child R7, recommendation 1”. */
export function sayItem({ ref, recommendation, review, source }: TrackedItemAnswer): string {
  const number = recommendation?.number;
  const words = [review?.label ?? source?.title ?? '', number ? `recommendation ${number}` : ''];
  return `${ref}. ${words.filter(Boolean).join(', ') || 'Recommendation'}`;
}
