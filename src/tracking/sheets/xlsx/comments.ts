import type { WorkbookPackage } from './package.js';
import { readXml } from './read-xml.js';
import { textOfRuns, RichText } from './rich-text.js';

/** What Excel writes above a threaded comment, for programs that know only the older kind. */
const THREAD_NOTICE = /^\s*\[Threaded comment\][\s\S]*?Comment:\s*/i;

/** The comments of a sheet, by the address of their cell. */
export async function readComments(from: WorkbookPackage, part: string): Promise<Map<string, string>> {
  const comments = new Map<string, string>();
  let address = '';
  let text = new RichText();
  await readXml(from.text(part), {
    open(name, attributes) {
      if (name !== 'comment') return text.open(name, attributes);
      address = attributes.ref ?? '';
      text = new RichText();
    },
    text: (piece) => text.text(piece),
    close(name) {
      if (name !== 'comment') return text.close(name);
      const said = textOfRuns(text.runs).replace(/\r\n?/g, '\n').replace(THREAD_NOTICE, '').trim();
      if (said) comments.set(address, said);
    },
  });
  return comments;
}
