import { describe, expect, it } from '@jest/globals';
import { ChoiceField, LineField, OptionalLine } from './field.decorators.js';
import { readForm } from './read-form.js';

class Common {
  @ChoiceField(['a', 'b'], 'Choose')
  choice: string;

  @OptionalLine('The note')
  note?: string;
}

class Whole extends Common {
  @LineField('The name')
  name: string;

  @LineField('The end')
  end: string;
}

describe('what is wrong with a form', () => {
  const wrong = async (body: Record<string, string>): Promise<string[]> =>
    (await readForm(Whole, body)).problems.map(({ href }) => href);

  it('is said in the order of the page, whichever class has the field', async () => {
    expect(await wrong({ name: '', choice: 'c', note: 'a\nb', end: '' })).toEqual([
      '#name',
      '#choice',
      '#note',
      '#end',
    ]);
    expect(await wrong({ choice: '', note: '', name: '', end: '' })).toEqual(['#choice', '#name', '#end']);
  });

  it('has a choice that was not made, which browsers do not send, before the field that follows it', async () => {
    expect(await wrong({ name: '', note: '', end: '' })).toEqual(['#name', '#choice', '#end']);
    expect(await wrong({})).toHaveLength(3);
  });
});
