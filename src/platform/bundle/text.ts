/** Composed letters, no space around it, and in long text one kind of line end. */
export function tidy(text: string, long: boolean): string {
  return (long ? text.replace(/\r\n?/g, '\n') : text).normalize('NFC').trim();
}

/** What in a text neither a page nor PostgreSQL can take; null when it is sound. */
export function controlOrBroken(text: string, long: boolean): string | null {
  if (!text.isWellFormed()) return 'has half of a character in it (a lone surrogate)';
  const control = (long ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u).exec(text);
  if (!control) return null;
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const name = { '000A': ' (a line break)', '0009': ' (a tab)', '000D': ' (a line break)' }[code] ?? '';
  return `has a control character in it: U+${code}${name}, the ${ordinal(control.index + 1)} character`;
}

function ordinal(number: number): string {
  const end = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${end}`;
}

/** A day of the calendar, `YYYY-MM-DD`, perhaps with a time of day, `THH:MM`. */
export function isDay(text: string): boolean {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?$/.exec(text) ?? [];
  if (!day) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day) return false;
  const year = Number(day.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  return hour === undefined || (Number(hour) < 24 && Number(minute) < 60);
}

/** "a, b or c". */
export function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
