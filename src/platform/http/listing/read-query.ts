import { parse, type ParsedUrlQuery } from 'node:querystring';

/** `theme[]` and `theme[0]`: how some programs write that a parameter is repeated. */
const REPEATED = /\[\d{0,4}\]$/;

/** The parameters of an address: each a text, or a list where it is repeated. No other form of brackets means anything. */
export function readQuery(text: string | null): ParsedUrlQuery {
  const given = parse(text ?? '');
  if (text === null) return given;
  if (!text.includes('%5B') && !text.includes('%5b') && !text.includes('[')) return given;
  const read = Object.create(null) as ParsedUrlQuery;
  for (const [written, value] of Object.entries(given)) {
    const name = written.replace(REPEATED, '') || written;
    read[name] = name in read ? [read[name], value].flat().filter((one) => one !== undefined) : value;
  }
  return read;
}
