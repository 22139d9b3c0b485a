import type { Work, WorkKind } from './work.js';

const WHAT: Record<WorkKind, string> = { review: 'report', briefing: 'briefing', resource: 'resource' };

/** Whose a work is, and who wrote what is said of it here: a sentence each. */
export const rightsOfWork = ({ kind, publisher, summaryByLibrary }: Work): string[] => [
  `Copyright of the ${WHAT[kind]} stays with its publisher${publisher === null ? '' : `, ${publisher}`}.`,
  ...(summaryByLibrary ? ['Summarised by this library from its sources; not checked by its publisher.'] : []),
];
