import { isNoDate } from '../dates/read-date.js';
import type { FormerAgency, PlanNote } from '../preview.js';
import { noteOf } from './note-list.js';
import type { ReadingContext } from './reading-context.js';
import type { RowReading } from './row-reading.js';

/** Who acts, as one row says it. */
export interface ReadWho {
  agencies: string[];
  notKnown: string[];
  former: FormerAgency[];
  officers: string[];
  notes: PlanNote[];
}

/** The agencies and officers of a row (rule 11 of docs/spreadsheets.md). Each unknown agency is asked about at its cell. */
export function readWho(row: RowReading, { agencies, questions }: ReadingContext): ReadWho {
  const who: ReadWho = { agencies: [], notKnown: [], former: [], officers: [], notes: [] };
  for (const entry of row.all('agency')) {
    if (isNoDate(entry.text)) {
      who.notes.push(noteOf(entry, entry.text));
      continue;
    }
    const read = agencies.read(entry.text);
    addTo(who.agencies, read.names);
    addTo(who.notKnown, read.notKnown);
    addTo(who.officers, read.officers);
    who.former.push(...read.former);
    if (read.notKnown.length) questions.ask('agency-not-known', entry.cell, entry.text, read.notKnown);
  }
  const namesNone = !who.agencies.length && !who.notKnown.length;
  const own = who.officers.splice(0);
  for (const entry of row.all('officer')) addOfficers(who, entry.text, namesNone, agencies);
  addTo(who.officers, own);
  return who;
}

/** “Officer (Agency)” in a column of officers names the agency where no other column does. */
function addOfficers(
  who: ReadWho,
  text: string,
  namesNone: boolean,
  agencies: ReadingContext['agencies'],
): void {
  const read = namesNone ? agencies.read(text) : null;
  if (!read?.names.length) return addTo(who.officers, [text]);
  addTo(who.agencies, read.names);
  who.former.push(...read.former);
  addTo(who.officers, [...read.officers, ...read.notKnown]);
}

function addTo(list: string[], more: readonly string[]): void {
  for (const item of more) if (!list.includes(item)) list.push(item);
}
