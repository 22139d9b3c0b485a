import { readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { embedAddress, embedFile } from './embed-files.js';

/**
 * Keeps the script of today (`npm run release:embed`): among those that are served for ever, for snippets on other sites name
 * it by its hash, and in the SharePoint web part, which packages it. `--instead-of <file>` takes away one that was kept since
 * the last release and that no snippet can name yet.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const released = join(root, 'src/embed/browser/released');
const { bytes } = embedFile('embed.js');

const [flag, instead] = process.argv.slice(2);
if (flag === '--instead-of' && instead && (await readdir(released)).includes(instead))
  await unlink(join(released, instead));
await writeFile(join(released, embedAddress('embed.js').slice(1)), bytes);
await writeFile(join(root, 'clients/spfx/src/webparts/practiceLearning/embed.js'), bytes);
