/** The lists of the API that hold the records of each kind, as any client reads them. */
const LISTS_BY_THEME = ['reviews', 'recommendations', 'learning', 'briefings', 'resources'];
const LISTS = [...LISTS_BY_THEME, 'partnerships', 'agencies', 'themes?status=accepted&status=proposed'];

interface Listed {
  id: string;
  kind: string;
}

/**
 * Everything that the lists of a library show while nobody writes, by kind and id; of what is counted nothing.
 * @param theme only what is on it, or on one below it: of the kinds that are
 */
export async function whatLibraryShows(url: string, theme?: string): Promise<Record<string, object>> {
  const shown: Record<string, object> = {};
  const lists = theme === undefined ? LISTS : LISTS_BY_THEME.map((list) => `${list}?theme=${theme}`);
  for (const list of lists) {
    for (let page = 1, seen = 0, total = 1; seen < total; page += 1) {
      const answer = await fetch(
        `${url}/api/v1/${list}${list.includes('?') ? '&' : '?'}limit=100&page=${page}`,
      );
      const read = (await answer.json()) as { total: number; items: Listed[] };
      for (const item of read.items) shown[`${item.kind} ${item.id}`] = withoutCounts(item);
      [seen, total] = [seen + read.items.length, read.items.length === 0 ? 0 : read.total];
    }
  }
  return shown;
}

/** How much of everything carries a theme changes with everything, and is told of by no change of the theme. */
function withoutCounts(item: Listed): object {
  const { counts: _, ...rest } = item as Listed & { counts?: object };
  return rest;
}
