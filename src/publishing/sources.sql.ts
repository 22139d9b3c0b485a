/** The sources of a record as `SourceLink`s. */
export const sourceLinks = (alias: string): string =>
  `(select coalesce(json_agg(json_build_object('title', source ->> 'title', 'link', source ->> 'url')), '[]'::json)
     from jsonb_array_elements(${alias}.sources) as source)`;
