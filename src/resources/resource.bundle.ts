import { fieldProblem, type RecordProblem } from '../platform/bundle/bundle-kind.js';
import { titledKind } from '../themes/titled.bundle.js';
import { RESOURCE_FIELDS, ResourceRecord } from './resource.record.js';
import { ResourceService } from './resource.service.js';

/** Something to use next, known by publisher, title and start: one course runs on several days. */
export const resourceKind = titledKind(
  {
    name: 'resource',
    plural: 'Resources',
    record: ResourceRecord,
    fields: RESOURCE_FIELDS,
    identify: ({ publisher, title, startsOn }, noted) => ({
      ...{ publisher: noted.publisher(publisher), name: title, edition: startsOn },
    }),
    check: endBeforeStart,
  },
  ResourceService,
  't.starts_on',
);

function endBeforeStart({ startsOn, endsOn }: ResourceRecord): RecordProblem[] {
  if (!endsOn || !startsOn) return [];
  const known = Math.min(startsOn.length, endsOn.length);
  return endsOn.slice(0, known) < startsOn.slice(0, known)
    ? [fieldProblem('endsOn', 'must not be before startsOn')]
    : [];
}
