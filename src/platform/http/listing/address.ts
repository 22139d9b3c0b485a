/** Can this be the slug of a record at all? What cannot is not asked of the database, which refuses some characters. */
export const isSlug = (text: string): boolean => text.length <= 300 && /^\P{Cc}+$/u.test(text);

/** Is this the id of a record, as PostgreSQL writes it? */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
