import type { ImportRun, Staged, StagedState } from '../platform/bundle/import-run.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import type { LabelRow, ThemeBook, ThemeRow } from './theme-book.js';
import type { LabelKind } from './theme.js';
import type { ThemeRecord } from './theme.record.js';

type Problems = ImportRun['problems'];

export interface PlannedTheme {
  record: Staged<ThemeRecord>;
  theme: ThemeRow;
  state: StagedState;
  /** `wordsOf` before the import: what it lent to the documents of its uses. */
  before: string;
  relatedIds: Set<string>;
}

/** What a bundle's themes mean for the thesaurus. */
export class ThemePlan {
  constructor(
    readonly planned: PlannedTheme[],
    /** Uses of the one become uses of the other: a proposed theme that was taken in, or a theme that was replaced. */
    readonly moves: { from: ThemeRow; into: ThemeRow; absorbed: boolean }[],
  ) {}

  /**
   * Works it out, and changes the book so in memory. All give up their old names before any takes its new ones, so that a
   * name may move from one theme of the bundle to another.
   * @param refused names of themes of this bundle that have problems of their own
   */
  static make(
    book: ThemeBook,
    records: Staged<ThemeRecord>[],
    problems: Problems,
    refused: ReadonlySet<string>,
  ): ThemePlan {
    return new Planner(book, problems, refused).plan(records);
  }
}

/** A theme's names in the order in which they are granted: the first of equal ones stays. */
export function namesOfTheme(
  fields: ThemeRecord,
): { field: string; text: string; kind: LabelKind; position: number }[] {
  const listed = (
    field: 'altLabels' | 'abbreviations' | 'hiddenLabels',
    kind: LabelKind,
  ): ReturnType<typeof namesOfTheme> =>
    fields[field].map((text, position) => ({ field: `${field}[${position}]`, text, kind, position }));
  return [
    { field: 'label', text: fields.label, kind: 'preferred', position: 0 },
    ...listed('altLabels', 'alternative'),
    ...listed('abbreviations', 'abbreviation'),
    ...listed('hiddenLabels', 'hidden'),
  ];
}

class Planner {
  private readonly byTheme = new Map<string, PlannedTheme>();
  private readonly seen = new Set<string>();
  private readonly moves: ThemePlan['moves'] = [];

  constructor(
    private readonly book: ThemeBook,
    private readonly problems: Problems,
    private readonly refused: ReadonlySet<string>,
  ) {}

  plan(records: Staged<ThemeRecord>[]): ThemePlan {
    const names = namesByTheme(this.book);
    for (const record of records) this.identify(record, names);
    const planned = [...this.byTheme.values()];
    const changed = planned.filter(({ state }) => state !== 'same');
    const theirs = new Set(changed.map(({ theme }) => theme.id));
    for (const [normalised, { themeId }] of this.book.labels)
      if (theirs.has(themeId)) this.book.labels.delete(normalised);
    for (const each of changed) this.claimNames(each, (kind) => kind === 'preferred');
    for (const each of changed) this.claimNames(each, (kind) => kind !== 'preferred');
    for (const each of changed) this.replace(each);
    for (const each of changed) this.placeUnder(each);
    for (const each of changed) this.refuseCircle(each, 'broader', ({ broaderId }) => broaderId);
    for (const each of planned) this.relate(each);
    for (const { theme } of changed) {
      const into = this.book.current(theme);
      if (into !== theme) this.moves.push({ from: theme, into, absorbed: false });
    }
    const moves = this.moves.map((move) => ({ ...move, into: this.book.current(move.into) }));
    return new ThemePlan(planned, moves);
  }

  /** A record is about the theme whose preferred label it has, accepted or proposed; otherwise about a new one. */
  private identify(record: Staged<ThemeRecord>, names: Map<string, string>): void {
    const { label } = record.fields;
    const normalised = normaliseLabel(label);
    // The same theme twice in a bundle has been reported.
    if (this.seen.has(normalised)) return;
    this.seen.add(normalised);
    const row = this.book.labels.get(normalised);
    const known = row?.kind === 'preferred' ? this.book.themes.get(row.themeId) : undefined;
    const theme = known ?? this.book.create(label, 'accepted');
    const state = !known ? 'new' : known.importedHash === record.hash ? 'same' : 'changed';
    const before = wordsLent(theme, names);
    this.byTheme.set(theme.id, { record, theme, state, before, relatedIds: new Set() });
    if (state === 'same') return;
    theme.label = label;
    theme.status = 'accepted';
    theme.broaderId = null;
    theme.replacedById = null;
  }

  private claimNames(claimant: PlannedTheme, now: (kind: LabelKind) => boolean): void {
    const { record, theme } = claimant;
    for (const { field, text, kind, position } of namesOfTheme(record.fields)) {
      if (!now(kind)) continue;
      const normalised = normaliseLabel(text);
      const holder = this.book.labels.get(normalised);
      const label: LabelRow = { themeId: theme.id, text, kind, position };
      if (!holder) this.book.labels.set(normalised, label);
      else if (holder.themeId !== theme.id) this.takeName(claimant, holder, field, normalised, label);
    }
  }

  private takeName(
    claimant: PlannedTheme,
    held: LabelRow,
    field: string,
    normalised: string,
    label: LabelRow,
  ): void {
    const holder = this.book.themes.get(held.themeId)!;
    const inBundle = this.byTheme.get(holder.id);
    if (holder.status === 'proposed' && !inBundle) {
      this.book.labels.set(normalised, label);
      holder.replacedById = claimant.theme.id;
      this.moves.push({ from: holder, into: claimant.theme, absorbed: true });
      return;
    }
    // An old theme's name leads to the theme that replaced it as it is.
    const replacement = inBundle?.record.fields.replacedBy;
    const names = namesOfTheme(claimant.record.fields).map(({ text }) => normaliseLabel(text));
    if (replacement && names.includes(normaliseLabel(replacement))) return;
    if (this.book.current(holder) === claimant.theme) return;
    const where = inBundle ? `, on line ${inBundle.record.line}` : '';
    this.report(claimant, field, `“${label.text}” is already a name of the theme “${holder.label}”${where}`);
  }

  private replace(each: PlannedTheme): void {
    const name = each.record.fields.replacedBy;
    if (name === undefined) return;
    const other = this.resolve(each, 'replacedBy', name, (wanted) => this.book.holderOf(wanted));
    if (!other) return;
    each.theme.replacedById = other.id;
    this.refuseCircle(each, 'replacedBy', ({ replacedById }) => replacedById);
  }

  private placeUnder(each: PlannedTheme): void {
    const name = each.record.fields.broader;
    if (name === undefined) return;
    const other = this.resolve(each, 'broader', name, (wanted) => this.book.find(wanted));
    if (other) each.theme.broaderId = other.id;
  }

  /** Being related is mutual: what one of the bundle's themes says holds for both. */
  private relate(each: PlannedTheme): void {
    each.record.fields.related.forEach((name, place) => {
      const field = `related[${place}]`;
      // A theme that is not written anew does not become wrong by what has happened to others since.
      const other =
        each.state === 'same'
          ? this.book.find(name)
          : this.resolve(each, field, name, (wanted) => this.book.find(wanted));
      if (!other) return;
      if (other.id === each.theme.id) {
        if (each.state !== 'same') this.report(each, field, `“${name}” is the theme itself`);
        return;
      }
      each.relatedIds.add(other.id);
      this.byTheme.get(other.id)?.relatedIds.add(each.theme.id);
    });
  }

  private resolve(
    each: PlannedTheme,
    field: string,
    name: string,
    find: (name: string) => ThemeRow | undefined,
  ): ThemeRow | undefined {
    const found = find(name);
    if (!found && !this.refused.has(normaliseLabel(name)))
      this.report(each, field, `“${name}” names no theme of the library or of this bundle`);
    return found;
  }

  private refuseCircle(
    each: PlannedTheme,
    field: 'broader' | 'replacedBy',
    next: (theme: ThemeRow) => string | null,
  ): void {
    const path = [each.theme];
    const seen = new Set([each.theme.id]);
    for (let id = next(each.theme); id;) {
      const theme = this.book.themes.get(id);
      if (!theme) return;
      if (theme === each.theme) {
        const circle = [...path, theme].map(({ label }) => label).join(' → ');
        this.report(each, field, `goes in a circle: ${circle}`);
        return;
      }
      // A circle further up is reported where it is made.
      if (seen.has(id)) return;
      seen.add(id);
      path.push(theme);
      id = next(theme);
    }
  }

  private report({ record }: PlannedTheme, field: string, message: string): void {
    this.problems.add(record.file, record.line, field, `${field} ${message}`);
  }
}

/** All that a theme lends to the documents it is used in: its names and its place. */
export const wordsLent = (theme: ThemeRow, names: Map<string, string>): string =>
  [theme.label, theme.status, theme.broaderId, theme.replacedById, names.get(theme.id)].join('\n');

/** All names of each theme in one text, to compare by. */
export function namesByTheme(book: ThemeBook): Map<string, string> {
  const names = new Map<string, string[]>();
  for (const [normalised, { themeId, kind, text }] of book.labels) {
    const all = names.get(themeId);
    const name = `${normalised}|${kind}|${text}`;
    if (all) all.push(name);
    else names.set(themeId, [name]);
  }
  return new Map([...names].map(([id, all]) => [id, all.toSorted().join('\n')]));
}
