import type { FormerAgency, GivenAgency } from '../preview.js';
import {
  IN_BRACKETS,
  OFFICER_DASH,
  OFFICER_ROLES,
  SURE_SEPARATORS,
  UNSURE_SEPARATOR,
} from '../words/separators.js';

/** The agencies of one cell. */
export interface ReadAgencies {
  /** Names from the partnership's list, in the order written. */
  names: string[];
  notKnown: string[];
  officers: string[];
  former: FormerAgency[];
}

/** The form in which names of agencies are compared: `&` equals “and” (rule 11 of docs/spreadsheets.md). */
export const agencyKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/** The agencies of a partnership by all of their names. */
export class PlanAgencies {
  private readonly agencies = new Map<string, GivenAgency>();

  /** @param words what people have said that unknown names mean */
  constructor(given: readonly GivenAgency[], words: Readonly<Record<string, string>> = {}) {
    for (const agency of given) this.agencies.set(agencyKey(agency.name), agency);
    for (const agency of given) for (const name of agency.otherNames) this.addName(name, agency);
    for (const [word, meaning] of Object.entries(words)) {
      const agency = this.find(meaning);
      if (agency) this.agencies.set(agencyKey(word), agency);
    }
  }

  private addName(name: string, agency: GivenAgency): void {
    const key = agencyKey(name);
    if (key && !this.agencies.has(key)) this.agencies.set(key, agency);
  }

  private find(name: string): GivenAgency | undefined {
    return (
      this.agencies.get(agencyKey(name)) ?? this.agencies.get(agencyKey(name.replace(OFFICER_ROLES, '')))
    );
  }

  /** Whether a cell names an agency of the partnership at all. */
  knowsSome(text: string): boolean {
    return this.read(text).names.length > 0;
  }

  read(text: string): ReadAgencies {
    const read: ReadAgencies = { names: [], notKnown: [], officers: [], former: [] };
    const parts = this.find(text) ? [text] : text.split(SURE_SEPARATORS).filter((part) => part.trim());
    for (const part of parts) this.readPart(part.trim(), read);
    return read;
  }

  private readPart(part: string, read: ReadAgencies): void {
    const known = this.find(part) ?? this.parted(part);
    if (known) return [known].flat().forEach((agency) => addAgency(agency, read));
    const pair = this.withOfficer(part);
    if (!pair) return void addOnce(read.notKnown, part);
    pair.agencies.forEach((agency) => addAgency(agency, read));
    addOnce(read.officers, pair.officer);
  }

  /** “Police, Education, Skills and Early Years”: parted only so that every part is a known name, in as few parts as can be. */
  private parted(text: string): GivenAgency[] | null {
    const cuts = [...text.matchAll(UNSURE_SEPARATOR)];
    const ways: (GivenAgency[] | null)[] = [[]];
    const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
    const ends = [...cuts.map(({ index }) => index), text.length];
    for (const [last, end] of ends.entries()) {
      const found = starts.slice(0, last + 1).map((start, first) => {
        const agency = this.find(text.slice(start, end));
        const before = ways[first];
        return agency && before ? [...before, agency] : null;
      });
      ways.push(found.find((way) => way !== null) ?? null);
    }
    return ways.at(-1) ?? null;
  }

  /** “Agency – officer”, “Officer (Agency)”: taken apart when the agency is known. */
  private withOfficer(text: string): { agencies: GivenAgency[]; officer: string } | null {
    const dashes = [...text.matchAll(OFFICER_DASH)].map((dash): [string, string] => [
      text.slice(0, dash.index),
      text.slice(dash.index + dash[0].length),
    ]);
    const [, outside = '', inside = ''] = IN_BRACKETS.exec(text) ?? [];
    const pairs: [agency: string, officer: string][] = [
      ...dashes,
      [inside, outside],
      [outside, inside],
      ...dashes.map(([before, after]): [string, string] => [after, before]),
    ];
    for (const [name, officer] of pairs) {
      const agencies = name && officer.trim() ? [this.find(name) ?? this.parted(name) ?? []].flat() : [];
      if (agencies.length) return { agencies, officer: officer.trim() };
    }
    return null;
  }
}

function addAgency({ name, until, succeededBy }: GivenAgency, read: ReadAgencies): void {
  if (addOnce(read.names, name) && until) read.former.push({ name, became: succeededBy ?? null });
}

function addOnce(list: string[], item: string): boolean {
  if (!item || list.includes(item)) return false;
  return list.push(item) > 0;
}
