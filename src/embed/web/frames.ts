import { Injectable } from '@nestjs/common';
import type nunjucks from 'nunjucks';
import { viewEnvironment } from '../../site/views.js';
import type { Embed, EmbedContact } from '../embed.model.js';
import { embedAddress } from '../embed-files.js';

/** What is said where there is nothing to show. */
export interface NothingToShow {
  title: string;
  /** What to do about it; null where there is nothing to be done. */
  message: string | null;
  contact: EmbedContact | null;
}

/** Makes the pages that other sites show in a frame. */
@Injectable()
export class Frames {
  private readonly views: nunjucks.Environment = viewEnvironment();

  page(embed: Embed): string {
    return this.views.render('embed/frame.njk', { ...EMBED_FILES, embed, contact: embed.contact });
  }

  nothing(nothing: NothingToShow): string {
    return this.views.render('embed/nothing.njk', { ...EMBED_FILES, ...nothing });
  }
}

const EMBED_FILES = { embedFile: embedAddress };
