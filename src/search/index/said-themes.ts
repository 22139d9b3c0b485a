import type { Thesaurus } from '../analysis/thesaurus.js';
import type { ThesaurusTheme } from '../analysis/thesaurus-theme.js';
import { themesOfName } from '../analysis/named-themes.js';
import { tellingWords, wordsOf } from '../analysis/words.js';

/** A full stop inside a word is none: "C.S.E." */
const SENTENCE_ENDS = /[;:!?()\n]+|\.(?=\s|$)/;

/**
 * The themes that texts name, whoever wrote them: with all the words of a name in one go, or by an abbreviation in
 * capitals. Of names that begin at the same word the longest counts: "parental alcohol misuse" is not "alcohol misuse".
 */
export function themesSaid(texts: string[], thesaurus: Thesaurus): ThesaurusTheme[] {
  const said = new Set<ThesaurusTheme>();
  for (const sentence of texts.flatMap((text) => text.split(SENTENCE_ENDS))) {
    const words = tellingWords(wordsOf(sentence));
    for (let at = 0; at < words.length; at += 1) {
      const name = thesaurus
        .namesBeginning(words[at]!.stem)
        .find(({ ordered }) => ordered.every((stem, further) => words[at + further]?.stem === stem));
      if (name) {
        said.add(name.theme);
        at += name.ordered.length - 1;
      } else {
        const meant = thesaurus.shortNamed(words[at]!.typed);
        if (meant) said.add(meant);
      }
    }
  }
  return [...said];
}

const placed = new WeakMap<ThesaurusTheme, ThesaurusTheme[]>();

/** Where editors would place a theme that is only proposed: the accepted themes that its label names. */
export function themesMeant(proposed: ThesaurusTheme, thesaurus: Thesaurus): ThesaurusTheme[] {
  let meant = placed.get(proposed);
  if (!meant) placed.set(proposed, (meant = themesOfName(proposed.label, thesaurus)));
  return meant;
}
