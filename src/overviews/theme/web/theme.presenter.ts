import { count } from '../../../platform/text/words.js';
import { presentBriefing, type BriefingView } from '../../../briefings/web/briefing.presenter.js';
import {
  presentRecommendationItem,
  type RecommendationView,
} from '../../../recommendations/web/recommendation.presenter.js';
import { presentResource, type ResourceView } from '../../../resources/web/resource.presenter.js';
import { presentLearningGroup, type LearningGroupView } from '../../../reviews/web/learning.presenter.js';
import { addressOf } from '../../../platform/pages/addresses.js';
import { paginationOf, type Pagination } from '../../../platform/pages/pagination.js';
import { asTerm } from '../../../publishing/schema-org.js';
import { presentSources, type SourceView } from '../../../publishing/sources.presenter.js';
import type { StructuredData } from '../../../platform/pages/structured-data.js';
import type { Some, ThemePage } from '../theme-page.model.js';
import type { ThemeRef } from '../../../themes/theme-ref.model.js';
import type { ThemeDetail } from '../../../themes/theme.model.js';
import { presentGuidance, type GuidanceView } from '../../../themes/web/guidance.presenter.js';
import { presentThemePicture, type ThemePictureView } from './theme-picture.presenter.js';

/** The first few of a longer list, and where the rest is. */
export interface SomeView<Item> {
  items: Item[];
  /** “See all 14 recommendations”; null where these are all. */
  rest: { href: string; text: string } | null;
}

export interface ThemePageView extends GuidanceView {
  slug: string;
  label: string;
  definition: string | null;
  /** Other names, as people use them; hidden ones are not among them. */
  alsoKnownAs: string[];
  isProposed: boolean;
  replacedBy: ThemeRef | null;
  /** The way to it from all themes. */
  crumbs: { text: string; href: string }[];
  /** For the printed sheet; three or none. */
  teamQuestions: string[];
  learning: LearningGroupView[];
  /** “Seen in 4 reviews, newest first.”. */
  learningCount: string;
  pagination: Pagination | null;
  recommendations: SomeView<RecommendationView>;
  briefings: SomeView<BriefingView>;
  resources: SomeView<ResourceView>;
  /** Null where there is nothing to show. */
  picture: ThemePictureView | null;
  /** Narrower, broader and related themes; those without any are not there. */
  neighbours: { title: string; themes: ThemeRef[] }[];
  sources: SourceView[];
  /** Only the first page shows everything; the others go on with the reviews. */
  isFirstPage: boolean;
  /** For search engines; null where it is no term of the thesaurus. */
  structured: StructuredData | null;
}

export function presentThemePage({ theme, ...page }: ThemePage): ThemePageView {
  const { learning } = page;
  return {
    slug: theme.slug,
    label: theme.label,
    definition: theme.definition,
    alsoKnownAs: namesOf(theme),
    isProposed: theme.status === 'proposed',
    replacedBy: theme.replacedBy,
    crumbs: [
      { text: 'Themes', href: '/themes' },
      ...theme.path.map(({ slug, label }) => ({ text: label, href: `/themes/${slug}` })),
    ],
    ...presentGuidance(theme),
    teamQuestions: teamQuestionsOf(theme),
    learning: learning.items.map(presentLearningGroup),
    learningCount:
      learning.total > 0
        ? `Seen in ${count(learning.total, 'review')}${learning.total > 1 ? ', newest first' : ''}.`
        : '',
    pagination: paginationOf(learning, (number) => `${addressOf(theme.url, { page: number })}#reviews`),
    recommendations: some(page.recommendations, presentRecommendationItem, theme, 'recommendations'),
    briefings: some(page.briefings, presentBriefing, theme, 'briefings'),
    resources: some(page.resources, presentResource, theme, 'resources'),
    picture: page.statistics && presentThemePicture(page.statistics),
    neighbours: [
      { title: 'Themes within this one', themes: theme.narrower },
      { title: 'Related themes', themes: theme.related },
      { title: 'Part of', themes: theme.broader ? [theme.broader] : [] },
    ].filter(({ themes }) => themes.length > 0),
    sources: presentSources(theme.sources),
    isFirstPage: learning.page === 1,
    structured: theme.status === 'accepted' ? asTerm({ ...theme, otherNames: namesOf(theme) }) : null,
  };
}

const namesOf = ({ abbreviations, altLabels }: ThemeDetail): string[] => [...abbreviations, ...altLabels];

const TEAM_QUESTIONS = 3;

/** Three questions to bring to a team, on paper: from the guidance alone, those to oneself first; none where it has too few. */
function teamQuestionsOf({ ask, askYourself }: ThemeDetail): string[] {
  if (ask.length === 0) return [];
  const questions = [...askYourself, ...ask.map((question) => `Have we asked: “${question}”`)];
  return questions.length < TEAM_QUESTIONS ? [] : questions.slice(0, TEAM_QUESTIONS);
}

/** Of each list so many that a reader on a phone still reaches the end of the page. */
const SHOWN = 5;

function some<Item, View>(
  { items, total }: Some<Item>,
  present: (item: Item) => View,
  theme: ThemeRef,
  noun: string,
): SomeView<View> {
  const shown = items.slice(0, SHOWN);
  return {
    items: shown.map(present),
    rest:
      total > shown.length
        ? {
            href: addressOf(`/${noun}`, { theme: [theme.slug] }),
            text: `See all ${total.toLocaleString('en-GB')} ${noun}`,
          }
        : null,
  };
}
