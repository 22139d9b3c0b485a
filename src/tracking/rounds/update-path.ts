/** Where a link to somebody’s actions leads. */
export const updatePath = (token: string): string => `/updates/${token}`;
