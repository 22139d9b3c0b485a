import { fileTypeFromBuffer } from 'file-type';
import { LibraryError } from '../platform/http/errors/library-error.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** What is taken, by what a file holds, with the endings that its name may have. Emails carry files of any kind: they are not taken. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  [`${OFFICE}wordprocessingml.document`]: ['docx'],
  [`${OFFICE}spreadsheetml.sheet`]: ['xlsx'],
  [`${OFFICE}presentationml.presentation`]: ['pptx'],
  [`${OPEN_DOCUMENT}text`]: ['odt'],
  [`${OPEN_DOCUMENT}spreadsheet`]: ['ods'],
  [`${OPEN_DOCUMENT}presentation`]: ['odp'],
};
const TEXT_ENDINGS: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv' };

/** Endings of the names that are taken, as a page says them to a browser. */
export const TAKEN_ENDINGS: readonly string[] = [
  ...Object.values(ENDINGS).flat(),
  ...Object.keys(TEXT_ENDINGS),
];
/** As a page says them to a person. */
export const TAKEN_WORDS =
  'PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), OpenDocument, PNG or JPEG, plain text or CSV';

/** Names of what runs by itself when a document is opened, as archives of documents have them: macros, and controls. */
const RUNS = /vbaProject|xl\/macrosheets\/|\/activeX\/|Basic\/script|Scripts\/[a-z]/i;
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|\?xml)\b/i;
const SNIFFED_LENGTH = 2048;

/**
 * What a file is by what it holds; its name has to fit that.
 * @returns its media type
 * @throws LibraryError unsupported-media-type for what is not taken
 */
export async function evidenceType(name: string, bytes: Buffer): Promise<string> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) throw refused('The file is empty');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) {
    const type = TEXT_ENDINGS[ending];
    if (!type || !isPlainText(bytes)) throw refused(`Choose a file of one of these kinds: ${TAKEN_WORDS}`);
    return type;
  }
  const endings = ENDINGS[found.mime];
  if (!endings) throw refused(`Choose a file of one of these kinds: ${TAKEN_WORDS}`);
  if (!endings.includes(ending))
    throw refused(`The file is not what its name says: by what it holds, its name ends in .${endings[0]}`);
  if (found.mime.startsWith('application/vnd.') && RUNS.test(bytes.toString('latin1')))
    throw refused('The document holds macros or controls. Save it without them, or as PDF');
  return found.mime;
}

const refused = (message: string): LibraryError =>
  new LibraryError('unsupported-media-type', `${message}.`, [{ field: 'file', message }]);

/** Words and nothing else: no control characters, no markup that a browser would take for a page, no script of a shell. */
function isPlainText(bytes: Buffer): boolean {
  const text = decoded(bytes);
  // eslint-disable-next-line no-control-regex
  if (text === null || /[\x00-\x08\x0e-\x1f]/.test(text)) return false;
  return !text.startsWith('#!') && !MARKUP.test(text.slice(0, SNIFFED_LENGTH));
}

function decoded(bytes: Buffer): string | null {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff && 'utf-16be';
  for (const encoding of marked ? [marked] : ['utf-8', 'windows-1252'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // It is not written so.
    }
  return null;
}
