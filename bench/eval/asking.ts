import type { Ask } from '../support/baselines.ts';

interface Answer {
  total: number;
  themes: { slug: string }[];
  help: { nearest: { slug: string }[] };
  items: {
    kind: string;
    title: string;
    review: { reference: string | null } | null;
    explanation: { score: number; reasons: { because: string; score: number }[] } | null;
  }[];
}

const search = async (url: string, q: string, more: string): Promise<Answer> =>
  (await (await fetch(`${url}/api/v1/search?q=${encodeURIComponent(q)}&${more}`)).json()) as Answer;

/** Asks the public API of a library. */
export const asking =
  (url: string): Ask =>
  async (q) => {
    const answer = await search(url, q, 'limit=50');
    const references = answer.items
      .map(({ review }) => review?.reference)
      .filter((one) => typeof one === 'string');
    return {
      references: [...new Set(references)],
      theme: answer.themes[0]?.slug ?? null,
      shown: answer.total,
    };
  };

/** Why the first results of a query rank where they do, beside what was judged. */
export async function explain(url: string, q: string, grades: Record<string, number>): Promise<void> {
  const answer = await search(url, q, 'explain=true&limit=14');
  const slugs = (themes: { slug: string }[]): string => themes.map(({ slug }) => slug).join(', ');
  console.log(
    `\n“${q}”: ${answer.total} results; ${slugs(answer.themes)}; near: ${slugs(answer.help.nearest)}`,
  );
  for (const { kind, title, review, explanation } of answer.items) {
    const reasons = explanation?.reasons
      .map(({ because, score: part }) => `${because} ${part.toFixed(1)}`)
      .join(', ');
    const grade = grades[review?.reference ?? ''] ?? '-';
    const name = review?.reference ?? `${kind} ${title}`;
    console.log(`  ${grade} ${explanation?.score.toFixed(2)} ${name}: ${reasons}`);
  }
  console.log(`  judged: ${JSON.stringify(grades)}`);
}
