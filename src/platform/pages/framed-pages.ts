/**
 * Pages that other sites show in a frame: `/embed/<one of these>/…`. They alone may be framed, and they alone are made without
 * a look at who asks: a frame on another site sends no cookies of ours, and should say nothing that depends on one.
 */
const FRAMED = ['themes', 'publishers', 'reviews', 'briefings', 'resources', 'search'] as const;

const FRAMED_PATH = new RegExp(`^/embed/(?:${FRAMED.join('|')})(?:/|$)`, 'i');

/** What such pages are made of: the scripts and the style sheet of `src/embed/browser`. */
const FRAMED_FILE = /^\/embed(?:-frame)?(?:\.[0-9a-f]+)?\.(?:js|css)$/;

export const isFramed = (path: string): boolean => FRAMED_PATH.test(path) || FRAMED_FILE.test(path);

/** The same as the router takes it, for what is done before every other page. */
export const FRAMED_ROUTES: readonly string[] = FRAMED.flatMap((noun) => [
  `embed/${noun}`,
  `embed/${noun}/{*path}`,
]);
