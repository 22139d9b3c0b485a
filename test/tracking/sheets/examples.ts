import { readFileSync } from 'node:fs';

const FOLDER = new URL('examples/', import.meta.url);

export const exampleFile = (name: string): Buffer => readFileSync(new URL(name, FOLDER));

/** What an example must be read as. */
export const exampleOf = (name: string): object =>
  JSON.parse(exampleFile(`${name}.expected.json`).toString()) as object;

interface ExampleAgency {
  name: string;
  aliases: string[];
  from?: string;
  until?: string;
  succeededBy?: string;
  group?: boolean;
}

/** The agencies of the examples' partnership, which does not exist. */
export const exampleAgencies = (JSON.parse(exampleFile('agencies.json').toString()) as ExampleAgency[]).map(
  ({ aliases, group, ...agency }) => ({ ...agency, otherNames: aliases, isGroup: group ?? false }),
);
