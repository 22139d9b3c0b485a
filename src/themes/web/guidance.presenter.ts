import { sayPartialDate } from '../../platform/dates/partial-date.js';
import type { ThemeDetail, ThemeGuidance } from '../theme.model.js';

/** What a theme says to look for, ask and do, as it is framed wherever it is shown. */
export interface GuidanceView {
  /** What is an emergency, and whom to call: before all else. */
  emergency: string[];
  guidance: { name: 'look' | 'ask' | 'yourself' | 'do'; title: string; points: string[] }[];
  /** What the guidance is, and who has reviewed it; empty where there is none. */
  guidanceNote: string;
}

export function presentGuidance(theme: ThemeDetail): GuidanceView {
  const cards: GuidanceView['guidance'] = [
    { name: 'look', title: 'Look for', points: theme.lookFor },
    { name: 'ask', title: 'Ask them', points: theme.ask },
    { name: 'yourself', title: 'Ask yourself', points: theme.askYourself },
    { name: 'do', title: 'Do', points: theme.do },
  ];
  const guidance = cards.filter(({ points }) => points.length > 0);
  const { emergency } = theme;
  const saysHowToAct = emergency.length > 0 || guidance.length > 0;
  return { emergency, guidance, guidanceNote: saysHowToAct ? sayGuidance(theme.guidance) : '' };
}

/** “Written for this library. … Reviewed by Jo Bloggs, named nurse, May 2026.” */
function sayGuidance({ note, reviewedBy, reviewedOn }: ThemeGuidance): string {
  return reviewedBy === null
    ? `${note} No named professional has reviewed this guidance yet.`
    : `${note} Reviewed by ${reviewedBy}, ${sayPartialDate(reviewedOn)}.`;
}
