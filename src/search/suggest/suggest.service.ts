import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { contentRevision } from '../../publishing/content-revision.js';
import { ThesaurusStore } from '../analysis/thesaurus.store.js';
import { normaliseLabel } from '../../platform/text/normalise-label.js';
import { compose } from './compose.js';
import { PublishedSuggestions } from './published-suggestions.js';
import { RecordFinder } from './record-finder.js';
import { USUAL_SUGGESTIONS, type SuggestQuery } from './suggest-query.dto.js';
import type { SuggestAnswer } from './suggest.model.js';
import { ThemePrefixes } from './theme-prefixes.js';

/** One letter begins too much to be of use. */
const FEWEST_CHARACTERS = 2;

/** Suggests where to go while somebody types. */
@Injectable()
export class SuggestService {
  constructor(
    private readonly thesaurus: ThesaurusStore,
    private readonly records: RecordFinder,
    private readonly published: PublishedSuggestions,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  async suggest({ q = '', limit = USUAL_SUGGESTIONS }: SuggestQuery): Promise<SuggestAnswer> {
    const words = normaliseLabel(q).split(' ');
    if (words.join(' ').length < FEWEST_CHARACTERS) return { query: q, items: [], degraded: false };
    const [thesaurus, records] = await Promise.all([
      contentRevision(this.source).then((revision) => this.thesaurus.at(revision)),
      this.records.find(words, limit),
    ]);
    const themes = ThemePrefixes.of(thesaurus).find(q, limit);
    const found = await this.published.read([
      ...themes.map(({ theme: { id, accepted }, matched }) => ({
        id,
        kind: 'theme' as const,
        isProposed: !accepted,
        matched,
      })),
      ...records.candidates,
    ]);
    return { query: q, items: compose(found, limit), degraded: records.degraded };
  }
}
