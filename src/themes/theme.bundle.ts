import { fieldProblem, type BundleKind, type RecordProblem } from '../platform/bundle/bundle-kind.js';
import { allOf } from '../platform/bundle/import-run.js';
import { normaliseLabel } from '../platform/text/normalise-label.js';
import { ThemePlan, namesByTheme, wordsLent } from './plan-themes.js';
import { ThemeBook } from './theme-book.js';
import { THEME_FIELDS, ThemeRecord } from './theme.record.js';
import { ThemeService } from './theme.service.js';

/** A concept of the thesaurus. What other kinds call by one of its names is looked up in the `ThemeBook` it shares. */
export const themeKind: BundleKind<'theme', ThemeRecord> = {
  name: 'theme',
  plural: 'Themes',
  record: ThemeRecord,
  fields: THEME_FIELDS,
  identifiedBy: 'label',
  identify: ({ label }) => ({ name: normaliseLabel(label) }),
  check: halfReviewed,
  async settle(run) {
    const book = await ThemeBook.load(run.manager);
    const plan = ThemePlan.make(book, await allOf(run, themeKind), run.problems, run.refused('theme'));
    await run.manager.query(
      `update import_record s set state = p.state from unnest($1::int[], $2::text[]) as p(seq, state)
        where s.seq = p.seq`,
      [plan.planned.map(({ record }) => record.seq), plan.planned.map(({ state }) => state)],
    );
    run.share(book);
    run.share(plan);
  },
  async write(run) {
    const [book, plan] = [run.shared(ThemeBook), run.shared(ThemePlan)];
    const changed = plan.planned.filter(({ state }) => state !== 'same');
    const names = namesByTheme(book);
    const others = changed.filter(
      ({ theme, before, state }) => state === 'changed' && before !== wordsLent(theme, names),
    );
    const stale = book.withNarrower(others.map(({ theme }) => theme.id));
    run.stale.add('theme', stale);
    await run.addUsersOfThemes([...stale, ...plan.moves.map(({ from }) => from.id)]);
    await new ThemeService().import(run, book, plan);
    await run.moveThemes(
      plan.moves.map(({ from, into }) => ({ fromId: from.id, intoId: into.id, label: from.label })),
    );
    await run.forgetWords(
      [...changed.map(({ theme }) => theme.id), ...plan.moves.map(({ into }) => into.id)],
      (themeId, words) => book.isPhrase(book.themes.get(themeId)!, words),
    );
    run.notes.absorbedThemes = plan.moves.filter(({ absorbed }) => absorbed).length;
    book.countProposedIn(run.notes);
  },
};

/** Who reviewed the guidance says little without when, and when says nothing without who. */
function halfReviewed({ guidanceReviewedBy, guidanceReviewedOn }: ThemeRecord): RecordProblem[] {
  if ((guidanceReviewedBy === undefined) === (guidanceReviewedOn === undefined)) return [];
  return guidanceReviewedBy === undefined
    ? [fieldProblem('guidanceReviewedBy', 'is required where guidanceReviewedOn is given')]
    : [fieldProblem('guidanceReviewedOn', 'is required where guidanceReviewedBy is given')];
}
