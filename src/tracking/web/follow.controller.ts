import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { LibraryError } from '../../platform/http/errors/library-error.js';
import { Requires } from '../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../platform/http/access/routes.decorators.js';
import { OptionalId, OptionalLine } from '../../platform/http/forms/field.decorators.js';
import { readForm } from '../../platform/http/forms/read-form.js';
import { togetherIn } from '../../platform/http/forms/several-values.js';
import { ShowsAgain } from '../../platform/http/forms/shows-again.decorator.js';
import { problemWith, type FormProblem } from '../../platform/pages/form-problem.js';
import { cutAtWord } from '../../platform/text/text.js';
import { FollowedTexts } from '../../recommendations/followed-texts.js';
import { RecommendationQueries } from '../../recommendations/recommendation.queries.js';
import { ReviewQueries } from '../../reviews/review.queries.js';
import { sayReview } from '../../reviews/web/say-review.js';
import { TrackingAnswers } from '../api/answers.js';
import { FollowedItems, type FollowedAs } from '../followed-items.js';
import { followerOf, type Follower } from '../follower.js';
import { ItemsService, type FollowWish } from '../items.service.js';
import { ORIGIN_WORDS, ORIGINS, type SourceOrigin } from '../tracking.js';
import {
  choicesOf,
  namedChoices,
  OptionalChoice,
  OptionalWords,
  TickedIds,
  TypedDay,
  whenField,
  type FormField,
} from './fields.js';
import { askedByForm, presentForm, refusalOf, showAgain, type FormView, type SentForm } from './form-page.js';
import { presentFrame, type Frame } from './frame.presenter.js';
import { isActiveAgency, TrackingRoom } from './tracking-room.js';

class FollowForm {
  @OptionalId('Open this form again from the page of the recommendation')
  recommendation?: string;

  @OptionalId('Open this form again from the page of the review')
  learningPoint?: string;

  @OptionalLine('The review', 300)
  review?: string;

  @TickedIds('Tick what you want to follow')
  recommendations?: string[];

  @OptionalChoice(ORIGINS, 'Choose where it comes from')
  origin?: SourceOrigin;

  @OptionalLine('What it is called', 300)
  title?: string;

  @OptionalWords('What is followed')
  text?: string;

  @TickedIds('Choose agencies from the list')
  addressees?: string[];

  @TypedDay('The last day for responses')
  responseDueOn?: string;

  @TypedDay('The day')
  on?: string;
}

/** What of the library is to be followed, or that it is not in the library. */
interface Chosen {
  kind: 'recommendation' | 'learningPoint' | 'review' | 'other';
  heading: string;
  /** Its own words. */
  text: string;
  from: { href: string; text: string; facts: string } | null;
  /** The names that it is addressed to. */
  addressees: string[];
  /** What of a review can be followed, and is. */
  parts: Part[];
  fields: FormField[];
}

interface Part {
  id: string;
  name: string;
  text: string;
  followed: FollowedAs | null;
  /** The form for this one alone. */
  form: string;
}

interface FollowPage {
  frame: Frame;
  chosen: Chosen;
  form: FormView;
  problems: FormProblem[];
}

type Asking = Pick<FollowForm, 'recommendation' | 'learningPoint' | 'review'>;

/** Begins to follow: from the page of a recommendation or a review, or something of the partnership’s own. */
@PageRoutes('tracking/follow')
export class FollowController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly items: ItemsService,
    private readonly followed: FollowedItems,
    private readonly texts: FollowedTexts,
    private readonly recommendations: RecommendationQueries,
    private readonly reviews: ReviewQueries,
    private readonly answers: TrackingAnswers,
    private readonly room: TrackingRoom,
  ) {}

  @Get()
  @Requires('tracking.lead')
  async page(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const who = followerOf(request, 'page');
    const asking = askingIn(query);
    const known = await this.followed.of(who.partnership.id);
    const item = known.get(asking.recommendation ?? asking.learningPoint ?? '');
    if (item) response.redirect(303, `/tracking/items/${item.id}`);
    else response.render('tracking/follow', await this.view(request, asking, null, []));
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.lead')
  async follow(@Body() body: SentForm, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { form, problems } = await readForm(
      FollowForm,
      togetherIn(body, ['recommendations', 'addressees']),
    );
    const asking = askingIn(body);
    const again = async (found: FormProblem[], status = 400): Promise<void> =>
      showAgain(response, 'tracking/follow', await this.view(request, asking, body, found), status);
    if (problems.length > 0) return await again(problems);
    const who = followerOf(request, 'page');
    if (form.review) {
      if (!form.recommendations)
        return await again([problemWith('recommendations', 'Tick what you want to follow')]);
      await this.followAll(who, form, form.recommendations);
      return response.redirect(
        303,
        `/tracking/items?review=${encodeURIComponent(form.review)}&done=followed`,
      );
    }
    if (!form.recommendation && !form.learningPoint && !form.origin)
      return await again([problemWith('origin', 'Choose where it comes from')]);
    try {
      const { subject } = await this.items.follow(who, wishOf(form), askedByForm(request, form));
      response.redirect(303, `/tracking/items/${subject}?done=followed`);
    } catch (error) {
      const refused = refusalOf(error, OWN_FIELDS);
      await again(refused.problems, refused.status);
    }
  }

  /** What somebody else has begun to follow meanwhile is followed once. */
  private async followAll(who: Follower, form: FollowForm, ids: readonly string[]): Promise<void> {
    for (const recommendation of ids)
      try {
        await this.items.follow(who, { recommendation, on: form.on, responseDueOn: form.responseDueOn });
      } catch (error) {
        if (!(error instanceof LibraryError) || error.code !== 'already-followed') throw error;
      }
  }

  private async view(
    request: Request,
    asking: Asking,
    given: SentForm | null,
    problems: FormProblem[],
  ): Promise<FollowPage> {
    const who = followerOf(request, 'page');
    const chosen = await this.chosen(who, asking);
    const action = '/tracking/follow';
    return {
      ...{ frame: presentFrame(who, this.answers.moment(), { path: action }), chosen, problems },
      form: presentForm(chosen.fields, {
        ...{ given, problems, action, version: null },
        button: chosen.kind === 'review' ? 'Follow what is ticked' : 'Follow this',
      }),
    };
  }

  /** @throws LibraryError not-found for what the public does not see */
  private async chosen(who: Follower, { recommendation, learningPoint, review }: Asking): Promise<Chosen> {
    const agencies = (await this.room.agencies(who)).filter(isActiveAgency);
    const beside = besideFields(agencies);
    if (review) return await this.ofReview(who, review);
    if (recommendation) {
      const found = await this.recommendations.find(recommendation);
      const named = sayReview(found.review);
      return {
        ...{ kind: 'recommendation', text: found.text, parts: [] },
        heading: `Follow recommendation${found.number ? ` ${found.number}` : ''}`,
        from: { href: found.url, text: named.label, facts: named.facts },
        addressees: found.addressees.map(({ name }) => name),
        fields: [unseen('recommendation', recommendation), ownWords('', 'optional'), ...beside],
      };
    }
    if (learningPoint) {
      const found = await this.texts.find(this.source.manager, 'learning-point', learningPoint);
      if (!found) throw new LibraryError('not-found', 'There is no such learning point.');
      return {
        ...{ kind: 'learningPoint', text: found.text ?? '', heading: 'Follow a finding', from: null },
        ...{ addressees: [], parts: [] },
        fields: [unseen('learningPoint', learningPoint), ownWords(found.text ?? '', 'needed'), ...beside],
      };
    }
    return {
      ...{ kind: 'other', heading: 'Follow something that is not in the library', text: '', from: null },
      ...{ addressees: [], parts: [], fields: [...OWN_FIELDS, ...beside] },
    };
  }

  private async ofReview(who: Follower, slug: string): Promise<Chosen> {
    const review = await this.reviews.find(slug);
    const [recommendations, { learning }, known] = await Promise.all([
      this.recommendations.ofReview(review.id),
      this.reviews.partsOf(review.id),
      this.followed.of(who.partnership.id),
    ]);
    const named = sayReview(review);
    const open = recommendations.filter(({ id }) => !known.has(id));
    const partOf = (kind: string, id: string, name: string, text: string): Part => ({
      ...{ id, name, text, followed: known.get(id) ?? null, form: `/tracking/follow?${kind}=${id}` },
    });
    return {
      ...{ kind: 'review', heading: `Follow ${review.label}`, text: '', addressees: [] },
      from: { href: named.url, text: named.label, facts: named.facts },
      parts: [
        ...recommendations.map(({ id, number, text }) =>
          partOf('recommendation', id, `Recommendation${number ? ` ${number}` : ''}`, text),
        ),
        ...learning.flatMap(({ id, statement, theme }) =>
          statement === null ? [] : [partOf('learningPoint', id, theme.label, statement)],
        ),
      ],
      fields: [
        unseen('review', slug),
        ...(open.length > 0
          ? [
              {
                ...{ kind: 'ticks', name: 'recommendations', label: 'Which recommendations do you follow?' },
                choices: namedChoices(
                  open.map(({ id, number, text }) => ({
                    ...{ id, name: `${number ? `${number}: ` : ''}${cutAtWord(text, LONGEST_CHOICE)}` },
                  })),
                ),
                initial: open.map(({ id }) => id),
              } satisfies FormField,
              ...WHEN_FIELDS,
            ]
          : []),
      ],
    };
  }
}

const LONGEST_CHOICE = 200;

function askingIn(given: Record<string, unknown>): Asking {
  const text = (name: string): string | undefined => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    recommendation: text('recommendation'),
    learningPoint: text('learningPoint'),
    review: text('review'),
  };
}

function wishOf({ recommendation, learningPoint, origin, title, ...form }: FollowForm): FollowWish {
  const { text, addressees, responseDueOn, on } = form;
  const source = !recommendation && !learningPoint && origin ? { origin, title } : undefined;
  return { recommendation, learningPoint, source, text, addressees, responseDueOn, on };
}

const unseen = (name: string, initial: string): FormField => ({ kind: 'hidden', name, label: '', initial });

const ownWords = (initial: string, need: 'needed' | 'optional'): FormField => ({
  ...{ kind: 'words', name: 'text', rows: 3, initial },
  label:
    need === 'needed' ? 'What is followed, in the board’s own words?' : 'In the board’s own words (optional)',
  hint:
    need === 'needed'
      ? 'Leave out names of children, adults and families'
      : 'Leave it empty to follow the recommendation in its own words, which is best where they will do',
});

const WHEN_FIELDS: FormField[] = [
  whenField('Since when do you follow it? (optional)'),
  {
    ...{
      kind: 'line',
      name: 'responseDueOn',
      label: 'Responses are asked for by (optional)',
      autocomplete: 'off',
    },
    ...{
      hint: 'If you leave it empty: so many days later as your settings say',
      width: 'govuk-input--width-10',
    },
  },
];

const besideFields = (agencies: readonly { id: string; name: string }[]): FormField[] => [
  ...(agencies.length > 0
    ? [
        {
          ...{ kind: 'ticks', name: 'addressees', label: 'Who is asked to respond? (optional)' },
          hint: 'If you tick none, the agencies that a recommendation names are asked',
          choices: namedChoices(agencies),
        } satisfies FormField,
      ]
    : []),
  ...WHEN_FIELDS,
];

const OWN_FIELDS: FormField[] = [
  {
    ...{
      kind: 'radios',
      name: 'origin',
      label: 'Where does it come from?',
      choices: choicesOf(ORIGIN_WORDS),
    },
    hint: 'What is not in the library is never shown to the public',
  },
  {
    ...{ kind: 'line', name: 'title', label: 'What is it called? (optional)', autocomplete: 'off' },
    hint: 'Such as “Rapid review RR12”',
  },
  ownWords('', 'needed'),
];
