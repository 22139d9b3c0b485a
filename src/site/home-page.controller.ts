import { Get, Render } from '@nestjs/common';
import { Public } from '../platform/http/access/public.decorator.js';
import { PageRoutes } from '../platform/http/access/routes.decorators.js';
import { PopularityQueries } from '../popularity/popularity.queries.js';
import { ReviewQueries } from '../reviews/review.queries.js';
import { ExampleSearches } from '../search/web/example-searches.js';
import { ThemeQueries } from '../themes/theme.queries.js';
import { presentHome, type HomeView } from './home.presenter.js';

const LATEST = 3;

@PageRoutes()
export class HomePageController {
  constructor(
    private readonly themes: ThemeQueries,
    private readonly reviews: ReviewQueries,
    private readonly popularity: PopularityQueries,
    private readonly examples: ExampleSearches,
  ) {}

  @Get()
  @Public()
  @Render('home')
  async home(): Promise<HomeView> {
    const [tree, latest, popular, recent, examples] = await Promise.all([
      this.themes.tree(),
      this.reviews.list({ limit: LATEST }),
      this.popularity.popular(),
      this.popularity.recent(),
      this.examples.read(),
    ]);
    return presentHome(tree, latest, { popular, recent, examples });
  }
}
