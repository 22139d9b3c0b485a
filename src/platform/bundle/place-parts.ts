import { Any, type EntityManager } from 'typeorm';
import type { ImportRun, PartKind, Staged } from './import-run.js';
import { IdBook, type IdentityWords } from './record-id.js';
import { pairParts, type KnownPart, type PairingRules, type Reading } from './pair-parts.js';

/** Parts of one kind that records of one kind have, in a table with `id`, `review_id`, `position`, `left_source_at`. */
export interface PartsOf<Fields, Known, Given> extends PairingRules<Known, Given> {
  table: string;
  kind: PartKind;
  /** For the person who is asked: “recommendation”. */
  noun: string;
  /** The record's field that holds them. */
  field: string;
  /** What else is read of the known ones: an SQL list of columns of `t`. */
  columns: string;
  /** Names the record in words that are the same in every library. */
  owner: (fields: Fields) => string;
  given: (fields: Fields) => Given[];
  /** What its id is made from, beside its owner. An id must not pass to another text: so it is what the part says. */
  identity: (part: Given) => IdentityWords;
  /** A known part, for the person who is asked: “number 3”. */
  say: (known: Known) => string;
}

/** A part of a bundle's record and which row is its own. */
export interface Placed<Known, Given> {
  id: string;
  reviewId: string;
  position: number;
  part: Given;
  /** What the library has of it; null where it is new. */
  known: Known | null;
}

/**
 * Gives the parts of each record the rows of those they are, or new ones, and notes which are no longer in the source:
 * they are kept, for an address or an action may hang on them. Where two readings are possible the bundle is refused,
 * with both and their codes.
 * @param changed those among the records that the library has already
 */
export async function placeParts<
  Fields,
  Known extends KnownPart & { reviewId: string },
  Given extends object,
>(
  run: ImportRun,
  parts: PartsOf<Fields, Known, Given>,
  records: Staged<Fields>[],
  changed: Staged<Fields>[],
): Promise<Placed<Known, Given>[]> {
  const known = await knownParts<Known>(run.manager, parts, changed);
  const tally = run.notes.parts[parts.kind];
  const left: string[] = [];
  const placed = records.flatMap((record) => {
    const own = known.get(record.targetId) ?? [];
    const given = parts.given(record.fields);
    const pairings = pairParts(own, given, parts, {
      letter: parts.noun.charAt(0),
      owner: parts.owner(record.fields),
      any: run.acceptsAny,
      accepts: (code) => run.accepts(code),
    });
    const found = new Set<Known>();
    const ids = new IdBook(
      parts.table,
      own.map(({ id }) => id),
    );
    const result = pairings.map((pairing, position): Placed<Known, Given> => {
      const part = given[position]!;
      if ('readings' in pairing) ask(run, parts, record, position, pairing.readings);
      const same = 'known' in pairing ? pairing.known : null;
      if (same) found.add(same);
      if (same?.left) tally.returned += 1;
      if ('reworded' in pairing) tally.reworded += 1;
      const id = same?.id ?? ids.claim([record.targetId, ...parts.identity(part)]);
      return { id, reviewId: record.targetId, position, part, known: same };
    });
    left.push(...own.filter((one) => !one.left && !found.has(one)).map(({ id }) => id));
    return result;
  });
  tally.left += left.length;
  if (left.length > 0)
    await run.manager.update(parts.table, { id: Any(left) }, { leftSourceAt: () => 'now()' });
  return placed;
}

async function knownParts<Known extends KnownPart & { reviewId: string }>(
  manager: EntityManager,
  { table, columns }: { table: string; columns: string },
  records: { targetId: string }[],
): Promise<Map<string, Known[]>> {
  if (records.length === 0) return new Map();
  const all = await manager.query<Known[]>(
    `select t.id, t.review_id as "reviewId", t.left_source_at is not null as left, ${columns}
       from ${table} t where t.review_id = any($1::uuid[]) order by t.review_id, t.position, t.id`,
    [records.map(({ targetId }) => targetId)],
  );
  return Map.groupBy(all, ({ reviewId }) => reviewId);
}

function ask<Fields, Known extends KnownPart, Given>(
  { problems }: ImportRun,
  { noun, field, text, say }: PartsOf<Fields, Known, Given>,
  { file, line }: Staged<Fields>,
  place: number,
  readings: Reading<Known>[],
): void {
  const name = `${field}[${place}]`;
  const said = readings.map(({ code, known, similarity }) =>
    known
      ? `    --accept ${code}  it is ${say(known)}, reworded (${Math.round(similarity * 100)} % alike)` +
        `${known.left ? ' and in the source again' : ''}: “${shortened(text(known))}”`
      : `    --accept ${code}  it is a new ${noun}, and none of those`,
  );
  const message = `${name} can be read in more than one way. Say which by adding one of these to the command:`;
  problems.add(file, line, name, [message, ...said].join('\n'));
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 99).trimEnd()}…`;
};
