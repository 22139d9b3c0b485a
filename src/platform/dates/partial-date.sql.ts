/** `formatPartialDate` as SQL: as much of the date as is known, or null. */
export const partialDate = (alias: string, name: 'published' | 'relayed' | 'guidance_reviewed'): string =>
  `to_char(${alias}.${name}_on, case ${alias}.${name}_precision
     when 'year' then 'YYYY' when 'month' then 'YYYY-MM' else 'YYYY-MM-DD' end)`;
