import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { contentRevision } from '../../publishing/content-revision.js';
import { ThesaurusStore } from '../analysis/thesaurus.store.js';
import { normaliseLabel } from '../../platform/text/normalise-label.js';
import { PublishedResults, type PublishedResult } from '../results/published-results.js';
import { MeiliFirst } from '../retrieval/meili-first.js';
import { compose } from './compose.js';
import { findRecords } from './record-finder.js';
import { USUAL_SUGGESTIONS, type SuggestQuery } from './api/suggest-query.dto.js';
import type { SuggestAnswer, Suggestion } from './api/suggest-answer.model.js';
import { suggestThemes, type ThemeSuggestion } from './suggest-themes.js';

/** One letter begins too much to be of use. */
const FEWEST_CHARACTERS = 2;

/** Suggests where to go while somebody types: what the database says is published, as it says it. */
@Injectable()
export class SuggestService {
  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly engine: MeiliFirst,
    private readonly results: PublishedResults,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async suggest({ q = '', limit = USUAL_SUGGESTIONS }: SuggestQuery): Promise<SuggestAnswer> {
    const words = normaliseLabel(q).split(' ');
    if (words.join(' ').length < FEWEST_CHARACTERS) return { query: q, items: [], degraded: false };
    const [revision, { ids, degraded }] = await Promise.all([
      contentRevision(this.source),
      findRecords(this.engine, words, limit),
    ]);
    const [thesaurus, records] = await Promise.all([
      this.thesaurus.at(revision),
      this.results.read(ids, revision),
    ]);
    const themes = suggestThemes(q, thesaurus, limit);
    return { query: q, items: compose([...themes.map(ofTheme), ...records.map(ofRecord)], limit), degraded };
  }
}

const ofTheme = ({ theme: { slug, label }, matched }: ThemeSuggestion): Suggestion => ({
  ...{ kind: 'theme', label, hint: matched, url: `/themes/${slug}`, slug },
});

/** “Child J”, whose title only repeats that; but “Jay Review: Shattered lives”, whose title is what people remember. */
function ofRecord({ kind, title, url, review, publisher, publishedOn }: PublishedResult): Suggestion {
  const label = review?.label ?? title;
  const isRepeated = title.toLowerCase().startsWith(label.toLowerCase());
  const year = (review ?? { publishedOn }).publishedOn?.slice(0, 4);
  return {
    kind: kind as 'review' | 'briefing',
    label: isRepeated ? label : `${label}: ${title}`,
    hint: [review?.publisher ?? publisher, year].filter(Boolean).join(', ') || null,
    url,
    slug: url.split('/').at(-1)!,
  };
}
