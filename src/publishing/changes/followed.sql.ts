/** Arrays of ids, as parameters of a query; each that is null narrows nothing. */
export interface FollowedBy {
  themes: string;
  publishers: string;
}

/** SQL: whether a row `p` of `published_record` is on one of these themes, or on one below it, and of one of these publishers. */
export const isAmong = ({ themes, publishers }: FollowedBy): string =>
  `((${themes}::uuid[] is null or p.theme_ids && ${themes}::uuid[])
    and (${publishers}::uuid[] is null or p.publisher_id = any(${publishers}::uuid[])))`;

/** SQL: whether it is, or ever was: whoever follows these is told of it, and that it is gone when it left them. */
export const wasAmong = ({ themes, publishers }: FollowedBy): string =>
  `((${themes}::uuid[] is null or p.ever_theme_ids && ${themes}::uuid[])
    and (${publishers}::uuid[] is null or p.publisher_id = any(${publishers}::uuid[])
      or p.former_publisher_ids && ${publishers}::uuid[]))`;
