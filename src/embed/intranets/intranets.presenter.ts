import { addressOf } from '../../platform/pages/addresses.js';
import { escapeHtml } from '../../platform/text/escape-html.js';
import type { ThemeRef } from '../../themes/theme-ref.model.js';
import type { ThemeNode } from '../../themes/theme.model.js';
import { MOST_ITEMS } from '../api/embed-query.dto.js';
import { embedAddress, embedFile } from '../embed-files.js';
import { fittingFrame, frameTag, heightFor, NARROWEST } from '../frame-tag.js';

/** One choice of a list. */
interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

/** All that somebody copies. */
export interface Snippets {
  page: string;
  frameAddress: string;
  /** High enough for a narrow column. */
  frame: string;
  /** As high as its width asks for. */
  fittingFrame: string;
  /** How high it has to be in half a page, and across a whole one, in pixels. */
  columnHeight: number;
  wideHeight: number;
  script: string;
  scriptOrigin: string;
  wordpressProvider: string;
  oembedEndpoint: string;
  pagePattern: string;
  rss: string;
  api: string;
  changes: string;
  swagger: string;
  mcp: string;
}

export interface IntranetsView {
  theme: ThemeRef;
  /** Words that are searched for, instead of the theme; empty for the theme. */
  words: string;
  /** What is embedded, in words. */
  label: string;
  number: number;
  host: string;
  groups: { label: string; choices: Choice[] }[];
  numbers: Choice[];
  /** On this page the frame is asked for without the origin. */
  previewPath: string;
  snippets: Snippets;
}

/** What is to be shown: a theme, or a search. Paths are those of the library. */
interface Subject {
  label: string;
  page: string;
  frame: string;
  feed: string;
  api: string;
  /** Of `<practice-learning>`. */
  attribute: readonly [name: string, value: string];
}

const ofTheme = ({ slug, label }: ThemeRef, limit: number): Subject => {
  const place = encodeURIComponent(slug);
  return {
    ...{ label, page: `/themes/${place}`, attribute: ['theme', slug] },
    frame: addressOf(`/embed/themes/${place}`, { limit }),
    feed: `/feeds/themes/${place}.rss`,
    api: addressOf(`/api/v1/themes/${place}/learning`, { limit }),
  };
};

const ofSearch = (q: string, limit: number): Subject => ({
  ...{ label: `“${q}”`, page: addressOf('/search', { q }), attribute: ['search', q] },
  frame: addressOf('/embed/search', { q, limit }),
  feed: addressOf('/feeds/search.rss', { q }),
  api: addressOf('/api/v1/search', { q, limit }),
});

/** @param words that are searched for instead of the theme; empty for the theme */
export function presentIntranets(
  tree: readonly ThemeNode[],
  theme: ThemeRef,
  words: string,
  number: number,
  origin: string,
): IntranetsView {
  const subject = words ? ofSearch(words, number) : ofTheme(theme, number);
  const known = tree.flatMap(withAllBelow).some((node) => node.slug === theme.slug);
  const choice = ({ slug: value, label: text }: ThemeRef): Choice => ({
    ...{ value, text, selected: value === theme.slug },
  });
  const groups = tree.map((top) => ({ label: top.label, choices: withAllBelow(top).map(choice) }));
  return {
    ...{ theme, words, label: subject.label, number, host: new URL(origin).host },
    previewPath: subject.frame,
    // A name that only records use stands in no group, and can be embedded all the same.
    groups: known ? groups : [{ label: 'Chosen', choices: [choice(theme)] }, ...groups],
    numbers: Array.from({ length: MOST_ITEMS }, (_, at) => ({
      ...{ value: String(at + 1), text: String(at + 1), selected: at + 1 === number },
    })),
    snippets: snippetsOf(subject, number, origin),
  };
}

/** The theme of which most reviews speak: something to start with. */
export const foremostTheme = (tree: readonly ThemeNode[]): ThemeRef | null =>
  tree.flatMap(withAllBelow).reduce<ThemeNode | null>((best, node) => {
    return best && best.counts.reviews >= node.counts.reviews ? best : node;
  }, null);

const withAllBelow = (node: ThemeNode): ThemeNode[] => [node, ...node.narrower.flatMap(withAllBelow)];

function snippetsOf(subject: Subject, number: number, origin: string): Snippets {
  const page = origin + subject.page;
  const frameAddress = origin + subject.frame;
  const title = `${subject.label}: what practice reviews teach`;
  const [name, value] = subject.attribute;
  return {
    ...{ page, frameAddress, scriptOrigin: new URL(origin).origin },
    frame: frameTag(frameAddress, title, { width: '100%', height: heightFor(number, NARROWEST) }),
    fittingFrame: fittingFrame(frameAddress, title, number),
    wideHeight: heightFor(number, 1200),
    columnHeight: heightFor(number, 600),
    script: [
      `<script src="${origin}${embedAddress('embed.js')}" integrity="${embedFile('embed.js').integrity}" crossorigin="anonymous" defer></script>`,
      `<practice-learning ${name}="${escapeHtml(value)}" limit="${number}" library="${escapeHtml(origin)}">`,
      `  <a href="${escapeHtml(page)}">${escapeHtml(title)}</a>`,
      `</practice-learning>`,
    ].join('\n'),
    wordpressProvider: `wp_oembed_add_provider( '${origin}/*', '${origin}/oembed' );`,
    oembedEndpoint: `${origin}/oembed`,
    pagePattern: `${origin}/themes/*`,
    rss: origin + subject.feed,
    api: origin + subject.api,
    changes: `${origin}/api/v1/changes`,
    swagger: `${origin}/api/v1/swagger.json`,
    mcp: `${origin}/mcp`,
  };
}
