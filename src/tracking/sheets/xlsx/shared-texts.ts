import type { ReadingBudget } from './budget.js';
import type { WorkbookPackage } from './package.js';
import { readXml } from './read-xml.js';
import { RichText, type TextRun } from './rich-text.js';

/** The texts that cells refer to by number. */
export async function readSharedTexts(
  from: WorkbookPackage,
  part: string,
  budget: ReadingBudget,
): Promise<TextRun[][]> {
  const texts: TextRun[][] = [];
  let text: RichText | undefined;
  await readXml(from.text(part), {
    open(name, attributes) {
      if (name === 'si') text = new RichText();
      else text?.open(name, attributes);
    },
    text: (piece) => text?.text(piece),
    close(name) {
      if (name !== 'si') return text?.close(name);
      budget.spend('texts');
      texts.push(text?.runs ?? []);
      text = undefined;
    },
  });
  return texts;
}
