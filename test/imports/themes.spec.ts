import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { clear, everything, forgetJobs, importRecords, problemsOfRecords, queued, sizes } from './library.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => await clear(database.owner));
afterAll(async () => await database.close());

const all = async <Row>(query: string): Promise<Row[]> => await database.dataSource.query<Row[]>(query);
const add = async (...records: object[]): ReturnType<typeof importRecords> =>
  await importRecords(database.dataSource, ...records);
const refuse = async (...records: object[]): ReturnType<typeof problemsOfRecords> =>
  await problemsOfRecords(database.dataSource, ...records);

const theme = (label: string, more: object = {}): object => ({ kind: 'theme', label, ...more });
const review = (label: string, ...themes: string[]): object => ({
  ...{ kind: 'review', publisher: 'Anytown', label, learning: themes.map((name) => ({ theme: name })) },
  recommendations: [{ text: 'Act', themes }],
});
interface ThemeState {
  label: string;
  status: string;
  replacement: string | null;
}
const themes = async (): Promise<ThemeState[]> =>
  await all(`select t.label, t.status, r.label as replacement from theme t
               left join theme r on r.id = t.replaced_by_id order by t.label`);
const uses = async (): Promise<string[]> =>
  (
    await all<{ use: string }>(`select r.label || ': ' || t.label as use from learning_point p
     join review r on r.id = p.review_id join theme t on t.id = p.theme_id order by r.label, p.position`)
  ).map(({ use }) => use);
const idOf = async (table: string, label: string): Promise<string> =>
  (await all<{ id: string }>(`select id from ${table} where label = '${label}'`))[0]!.id;

const CARE = theme('Parental mental health', {
  altLabels: ['maternal mental health'],
  hiddenLabels: ['mad mum'],
  abbreviations: ['PMH'],
});

describe('a name of a theme', () => {
  it('is known in every form, whatever its case and punctuation', async () => {
    await add(
      CARE,
      review(
        'A',
        'PARENTAL MENTAL-HEALTH',
        'Maternal mental health',
        'p.m.h'.replaceAll('.', ''),
        'Mad (mum)',
      ),
    );
    expect(await uses()).toEqual(Array.from({ length: 4 }, () => 'A: Parental mental health'));
    expect((await sizes(database.dataSource)).recommendation_theme).toBe(1);
  });

  it('that nobody knows becomes one proposed theme', async () => {
    const { named } = await add(review('A', 'Unseen men'), review('B', 'unseen MEN!'));
    expect(named.themes).toBe(1);
    expect(await all(`select slug, label, status from theme`)).toEqual([
      { slug: 'unseen-men', label: 'Unseen men', status: 'proposed' },
    ]);
    expect(await all(`select normalised, text, kind from theme_label`)).toEqual([
      { normalised: 'unseen men', text: 'Unseen men', kind: 'preferred' },
    ]);
    expect((await queued(database.dataSource)).theme).toEqual([await idOf('theme', 'Unseen men')]);
  });

  it('of a theme that was replaced means the one that replaced it', async () => {
    await add(theme('Grooming lines'), review('A', 'Grooming lines'));
    await add(theme('Grooming lines', { replacedBy: 'Exploitation' }), theme('Exploitation'));
    await add(review('B', 'grooming lines'));
    expect(await uses()).toEqual(['A: Exploitation', 'B: Exploitation']);
  });

  it('counts once where a theme has it twice', async () => {
    await add(theme('Self-neglect', { altLabels: ['self neglect', 'Hoarding'], hiddenLabels: ['hoarding'] }));
    expect(await all(`select text, kind from theme_label order by text`)).toEqual([
      { text: 'Hoarding', kind: 'alternative' },
      { text: 'Self-neglect', kind: 'preferred' },
    ]);
  });

  it('may pass from one theme of a bundle to another', async () => {
    await add(theme('A', { altLabels: ['x', 'y'] }), theme('B'));
    await add(theme('B', { altLabels: ['x'] }), theme('A', { altLabels: ['y'] }));
    expect(
      await all(
        `select t.label, l.text from theme_label l join theme t on t.id = l.theme_id where l.kind = 'alternative' order by 1`,
      ),
    ).toEqual([
      { label: 'A', text: 'y' },
      { label: 'B', text: 'x' },
    ]);
  });

  it('that another theme has is refused, by that theme’s name', async () => {
    await add(theme('Neglect', { altLabels: ['failure to care'] }));
    const problems = await refuse(
      theme('Abuse', { hiddenLabels: ['fine', 'Failure-to-care'] }),
      theme('Failure to care'),
      theme('One', { altLabels: ['both'] }),
      theme('Two', { abbreviations: ['BOTH'] }),
    );
    expect(problems).toEqual([
      {
        line: 1,
        field: 'hiddenLabels[1]',
        message: 'hiddenLabels[1] “Failure-to-care” is already a name of the theme “Neglect”',
      },
      {
        line: 2,
        field: 'label',
        message: 'label “Failure to care” is already a name of the theme “Neglect”',
      },
      {
        line: 4,
        field: 'abbreviations[0]',
        message: 'abbreviations[0] “BOTH” is already a name of the theme “One”, on line 3',
      },
    ]);
  });
});

describe('a proposed theme', () => {
  it('is promoted in place by a record of its own', async () => {
    await add(review('A', 'unseen men'));
    const id = await idOf('theme', 'unseen men');
    const { counts } = await add(theme('Unseen men', { definition: 'Nobody met him' }));
    expect(counts.theme).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await all(`select id, slug, label, status from theme`)).toEqual([
      { id, slug: 'unseen-men', label: 'Unseen men', status: 'accepted' },
    ]);
    expect(await uses()).toEqual(['A: Unseen men']);
  });

  it.each(['altLabels', 'hiddenLabels', 'abbreviations'])(
    'is taken in by the theme that has it among its %s',
    async (field) => {
      await add(
        review('A', 'Unseen men', 'Unseen adults'),
        review('B', 'Unseen men'),
        { kind: 'briefing', title: 'Brief', themes: ['Unseen men', 'Unseen adults'] },
        { kind: 'resource', title: 'Form', themes: ['Unseen men'] },
      );
      await forgetJobs(database.dataSource);
      const { absorbedThemes } = await add(theme('Unseen adults', { [field]: ['unseen men'] }));
      expect(absorbedThemes).toBe(1);
      expect(await themes()).toEqual([
        { label: 'Unseen adults', status: 'accepted', replacement: null },
        { label: 'Unseen men', status: 'proposed', replacement: 'Unseen adults' },
      ]);
      expect(await uses()).toEqual(['A: Unseen adults', 'A: Unseen adults', 'B: Unseen adults']);
      expect(await sizes(database.dataSource)).toMatchObject({
        ...{ theme_label: 2, recommendation_theme: 2, briefing_theme: 1, resource_theme: 1 },
      });
      const jobs = await queued(database.dataSource);
      expect(Object.entries(jobs).map(([kind, ids]) => `${kind} ${ids.length}`)).toEqual([
        ...['briefing 1', 'resource 1', 'review 2', 'theme 2'],
      ]);
      const before = await everything(database.dataSource);
      await add(theme('Unseen adults', { [field]: ['unseen men'] }), review('B', 'Unseen men'));
      expect(await everything(database.dataSource)).toEqual(before);
    },
  );
});

describe('a theme’s place', () => {
  it('may name themes that come later, by any name', async () => {
    await add(
      theme('Child', { broader: 'PA', related: ['Sister'] }),
      theme('Sister'),
      theme('Parent', { abbreviations: ['pa'] }),
    );
    expect(
      await all(`select t.label, b.label as broader from theme t join theme b on b.id = t.broader_id`),
    ).toEqual([{ label: 'Child', broader: 'Parent' }]);
    expect((await sizes(database.dataSource)).theme_related).toBe(2);
  });

  it('is related both ways, and stays so when only one of the two is changed', async () => {
    await add(theme('A', { related: ['B'] }), theme('B'), theme('C', { related: ['A'] }));
    await add(
      theme('A', { related: ['B'] }),
      theme('B', { definition: 'x' }),
      theme('C', { related: ['A'] }),
    );
    expect((await sizes(database.dataSource)).theme_related).toBe(4);
    await add(theme('A'), theme('B', { definition: 'x' }), theme('C'));
    expect(await sizes(database.dataSource)).not.toHaveProperty('theme_related');
  });

  it('may not name what there is not, itself, or go in a circle', async () => {
    await add(theme('Old', { broader: 'Older' }), theme('Older'));
    const problems = await refuse(
      theme('A', { broader: 'Nothing', related: ['A', 'Nobody'] }),
      theme('B', { broader: 'C' }),
      theme('C', { broader: 'B' }),
      theme('D', { broader: 'D' }),
      theme('E', { replacedBy: 'F' }),
      theme('F', { replacedBy: 'E' }),
      theme('Older', { broader: 'Old' }),
    );
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '1: broader “Nothing” names no theme of the library or of this bundle',
      '1: related[0] “A” is the theme itself',
      '1: related[1] “Nobody” names no theme of the library or of this bundle',
      '2: broader goes in a circle: B → C → B',
      '3: broader goes in a circle: C → B → C',
      '4: broader goes in a circle: D → D',
      '6: replacedBy goes in a circle: F → E → F',
      '7: broader goes in a circle: Older → Old → Older',
    ]);
  });
});

describe('search', () => {
  it('is updated for all that carries the words of a theme', async () => {
    await add(
      theme('Top'),
      theme('Middle', { broader: 'Top' }),
      theme('Other'),
      review('A', 'Middle'),
      review('B', 'Other'),
    );
    const [a, top, middle] = await Promise.all([
      idOf('review', 'A'),
      idOf('theme', 'Top'),
      idOf('theme', 'Middle'),
    ]);
    await forgetJobs(database.dataSource);
    await add(theme('Top', { definition: 'Only words of its own' }));
    expect(await queued(database.dataSource)).toMatchObject({ theme: [top, middle].toSorted() });
    expect(await queued(database.dataSource)).not.toHaveProperty('review');
    await add(theme('Top', { altLabels: ['Summit'] }));
    expect((await queued(database.dataSource)).review).toEqual([a]);
  });
});
