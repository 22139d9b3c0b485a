import type { Ask } from '../support/baselines.ts';
import { ndcg, precision, recall } from '../support/measures.ts';

/** A search, and which reviews should come back: see test/relevance/README.md. */
export interface Judged {
  q: string;
  kind: string;
  theme?: string | null;
  relevant: Record<string, number>;
  not?: string[];
  held?: boolean;
}

/** A theme as somebody would put it who does not know its name. */
export interface Paraphrase {
  q: string;
  theme: string;
  held: boolean;
}

export interface Score {
  judged: Judged;
  ndcg: number;
  recall: number;
  precision: number;
  /** Results of any kind that are listed. */
  shown: number;
  found: number;
  theme: string | null;
  themeFirst: boolean | null;
  wrong: string[];
}

export const isAnswerable = ({ judged }: Pick<Score, 'judged'>): boolean =>
  Object.keys(judged.relevant).length > 0;

/** Asks every query. */
export async function scoreAll(queries: Judged[], ask: Ask): Promise<Score[]> {
  const scores: Score[] = [];
  for (const judged of queries) {
    const { references, theme, shown } = await ask(judged.q);
    scores.push({
      ...{ judged, shown, theme, found: references.length },
      ndcg: ndcg(references, judged.relevant, 10),
      recall: recall(references, judged.relevant, 20),
      precision: precision(references, judged.relevant, 5),
      themeFirst: judged.theme ? theme === judged.theme : null,
      wrong: (judged.not ?? []).filter((reference) => references.slice(0, 10).includes(reference)),
    });
  }
  return scores;
}
