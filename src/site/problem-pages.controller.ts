import { Get, Param, Render } from '@nestjs/common';
import { Public } from '../platform/http/access/public.decorator.js';
import { PageRoutes } from '../platform/http/access/routes.decorators.js';
import { ERROR_STATUSES } from '../platform/http/errors/error-statuses.js';
import { LibraryError, type ErrorCode } from '../platform/http/errors/library-error.js';
import { PROBLEM_GUIDES, type ProblemGuide } from '../platform/http/errors/problem-guides.js';
import { problemPath } from '../platform/http/errors/problem-path.js';

interface ProblemView extends ProblemGuide {
  /** What of the example a program could send; empty where it is told in words alone. */
  request: string;
  code: string;
  title: string;
  status: number;
  url: string;
}

const PROBLEMS = Object.keys(PROBLEM_GUIDES).map((name): ProblemView => {
  const code = name as ErrorCode;
  const guide = PROBLEM_GUIDES[code];
  const [request = ''] = /^[A-Z]{3,6} \/\S+/.exec(guide.example) ?? [];
  const example = guide.example.slice(request.length);
  return { code, url: problemPath(code), ...ERROR_STATUSES[code], ...guide, request, example };
});

/** What the problems are that answers name by `type`: that is the address of their page. */
@PageRoutes('problems')
export class ProblemPagesController {
  @Get()
  @Public()
  @Render('problems')
  list(): { guides: ProblemView[] } {
    return { guides: PROBLEMS.toSorted((one, other) => one.status - other.status) };
  }

  @Get(':code')
  @Public()
  @Render('problem')
  find(@Param('code') code: string): { problem: ProblemView } {
    const problem = PROBLEMS.find((one) => one.code === code);
    if (!problem) throw new LibraryError('not-found', 'There is no problem of this name.');
    return { problem };
  }
}
