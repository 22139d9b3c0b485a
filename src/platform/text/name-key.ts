/** The form in which names of partnerships and agencies are compared: capitals, spacing and kind of apostrophe aside. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
