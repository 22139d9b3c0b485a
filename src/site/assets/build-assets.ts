import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSETS_FOLDER } from './asset-files.js';

/**
 * Makes `dist/assets` from `src/site/assets` and GOV.UK Frontend: one style sheet, a few scripts, our images. Run after
 * `nest build`; when nothing has changed it does nothing, for `npm start` runs it every time.
 */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const source = join(root, 'src/site/assets');
/** What pages of other sites show (`src/embed`). */
const embed = join(root, 'src/embed/browser');
const govuk = join(root, 'node_modules/govuk-frontend');

/** What is copied as it is: from, to. Of GOV.UK Frontend only the scripts that our pages use. */
const COPIES: readonly [string, string][] = [
  [join(source, 'browser'), 'js'],
  [join(source, 'images'), 'images'],
  ...['service-navigation', 'error-summary', 'skip-link'].map((name): [string, string] => [
    join(govuk, `dist/govuk/components/${name}/${name}.bundle.mjs`),
    `js/govuk/${name}.mjs`,
  ]),
];
const STYLES = 'library.css';

/** Every file below a folder, or the file itself. */
async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function isCurrent(): Promise<boolean> {
  const made = await stat(join(ASSETS_FOLDER, STYLES)).catch(() => null);
  if (!made) return false;
  // This file is an input too: what it copies may have changed.
  const packages = [join(govuk, 'package.json')];
  const inputs = [
    ...(await filesOf(source)),
    ...(await filesOf(embed)),
    ...packages,
    fileURLToPath(import.meta.url),
  ];
  // A folder's own time tells of a file that was taken away.
  const folders = [
    embed,
    join(embed, 'released'),
    source,
    join(source, 'browser'),
    join(source, 'images'),
    join(source, 'styles'),
  ];
  const times = await Promise.all([...inputs, ...folders].map(async (path) => (await stat(path)).mtimeMs));
  return times.every((time) => time <= made.mtimeMs);
}

/** The script carries its style sheet as text, for a page of another site may not let it ask for one. */
async function buildEmbed(): Promise<void> {
  const to = join(ASSETS_FOLDER, 'embed');
  await mkdir(join(to, 'released'), { recursive: true });
  const css = await readFile(join(embed, 'embed.css'), 'utf8');
  const script = await readFile(join(embed, 'embed.mjs'), 'utf8');
  const compact = css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .trim();
  await writeFile(join(to, 'embed.css'), compact);
  await writeFile(
    join(to, 'embed.js'),
    script.replace('replaceSync(__EMBED_CSS__', () => 'replaceSync(' + JSON.stringify(compact)),
  );
  await copyFile(join(embed, 'embed-frame.mjs'), join(to, 'embed-frame.js'));
  for (const file of await filesOf(join(embed, 'released')))
    await copyFile(file, join(to, 'released', basename(file)));
}

async function build(): Promise<void> {
  // Only here: a production image serves what was built and does not carry the compiler.
  const { compileAsync } = await import('sass');
  const { css } = await compileAsync(join(source, 'library.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  });
  await rm(ASSETS_FOLDER, { recursive: true, force: true });
  for (const [from, to] of COPIES) {
    for (const file of await filesOf(from)) {
      const target = join(ASSETS_FOLDER, to, file.slice(from.length));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(file, target);
    }
  }
  await buildEmbed();
  // Last: its time says that everything before it is there.
  await writeFile(join(ASSETS_FOLDER, STYLES), css);
}

if (!(await isCurrent())) await build();
