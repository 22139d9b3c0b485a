import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { OptionalLine } from '../../../platform/http/forms/field.decorators.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import type { IdentifyingHit } from '../../../publishing/anonymity/identifying.js';
import { TrackingAnswers } from '../../api/answers.js';
import { followerOf, type Follower } from '../../follower.js';
import type { TrackedItemAnswer } from '../../tracked-item.model.js';
import { WordsField, type FormField } from '../../web/fields.js';
import {
  askedByForm,
  carriedVersion,
  presentForm,
  refusalOf,
  showAgain,
  type FormView,
  type SentForm,
} from '../../web/form-page.js';
import { presentFrame, type Frame } from '../../web/frame.presenter.js';
import { LONGEST_LINE } from '../api/lines.dto.js';
import { PublicLines } from '../public-lines.service.js';
import { clearingFields, clearingsIn, hitsOf, markHits, problemsOfHits, type TextPart } from './hits.js';

class LineForm {
  @WordsField('The line', LONGEST_LINE)
  text: string;
}

/** It asks nothing but whether. */
class ReleaseForm {
  @OptionalLine('The version', 20)
  version?: string;
}

class WithdrawLineForm {
  @WordsField('The reason')
  reason: string;
}

/** What one of the three pages asks. */
interface Step {
  Class: new () => object;
  path: '' | '/approve' | '/withdrawal';
  heading: string;
  explain: string;
  button: string;
  done: 'written' | 'released' | 'withdrawn';
  fields: (item: TrackedItemAnswer) => FormField[];
  send: (lines: PublicLines, sent: Sent) => Promise<unknown>;
}

interface Sent {
  who: Follower;
  id: string;
  form: { text?: string; reason?: string };
  body: SentForm;
  request: Request;
}

const asked = ({ request, form }: Sent): ReturnType<typeof askedByForm> => askedByForm(request, form);

const WRITE: Step = {
  ...{ Class: LineForm, path: '', heading: 'Write a public line', button: 'Save the line', done: 'written' },
  explain:
    'Say in neutral words what was done and what came of it. Name nobody, and no place that tells who it was. Somebody else reads it before it is public; with it the public sees how the item stood on the day of the release: responses as counts, delivery, judgement and impact.',
  fields: ({ publicLine }) => [
    { kind: 'words', name: 'text', label: 'The public line', rows: 5, initial: publicLine?.text ?? '' },
  ],
  send: (lines, sent) =>
    lines.write(sent.who, sent.id, { text: sent.form.text!, cleared: clearingsIn(sent.body) }, asked(sent)),
};

const APPROVE: Step = {
  ...{ Class: ReleaseForm, path: '/approve', heading: 'Release a public line', button: 'Release it' },
  ...{ done: 'released', fields: () => [] },
  explain:
    'From then on everybody can read the line, with how the item stands now. What is recorded later is not public.',
  send: (lines, sent) => lines.approve(sent.who, sent.id, { cleared: clearingsIn(sent.body) }, asked(sent)),
};

const WITHDRAW: Step = {
  ...{
    Class: WithdrawLineForm,
    path: '/withdrawal',
    heading: 'Withdraw a public line',
    button: 'Withdraw it',
  },
  done: 'withdrawn',
  explain:
    'It is gone at once: from pages, and from what programs read. A line that waits for approval goes with it.',
  fields: () => [{ kind: 'words', name: 'reason', label: 'Why?', rows: 3 }],
  send: (lines, sent) => lines.withdraw(sent.who, sent.id, sent.form.reason, asked(sent)),
};

interface ReleasePage {
  frame: Frame;
  heading: string;
  explain: string;
  about: { name: string; text: string | null; href: string };
  /** What is released or withdrawn, with what the check found marked; empty where it stands in the form alone. */
  parts: TextPart[];
  /** Where the list is kept of what the review protects; null for whoever keeps none. */
  protects: string | null;
  form: FormView;
  problems: FormProblem[];
}

/** The pages on which a public line is written, released and withdrawn. */
@PageRoutes('tracking/items/:id/public-line')
export class LinePagesController {
  constructor(
    private readonly lines: PublicLines,
    private readonly answers: TrackingAnswers,
  ) {}

  @Get()
  @Requires('tracking.lead')
  async writePage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(WRITE, id, request, response);
  }

  @Post()
  @ShowsAgain()
  @Requires('tracking.lead')
  async write(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(WRITE, id, body, request, response);
  }

  @Get('approve')
  @Requires('tracking.approve')
  async approvePage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(APPROVE, id, request, response);
  }

  @Post('approve')
  @ShowsAgain()
  @Requires('tracking.approve')
  async approve(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(APPROVE, id, body, request, response);
  }

  @Get('withdrawal')
  @Requires('tracking.approve')
  async withdrawPage(
    @Param('id') id: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.show(WITHDRAW, id, request, response);
  }

  @Post('withdrawal')
  @ShowsAgain()
  @Requires('tracking.approve')
  async withdraw(
    @Param('id') id: string,
    @Body() body: SentForm,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.take(WITHDRAW, id, body, request, response);
  }

  private async show(step: Step, id: string, request: Request, response: Response): Promise<void> {
    response.render(
      'tracking/release',
      await this.page(step, id, request, { given: null, problems: [], hits: [] }),
    );
  }

  private async take(
    step: Step,
    id: string,
    body: SentForm,
    request: Request,
    response: Response,
  ): Promise<void> {
    const who = followerOf(request, 'page');
    const { form, problems } = await readForm(step.Class, body);
    const again = async (wrong: FormProblem[], hits: IdentifyingHit[] = [], status?: number): Promise<void> =>
      showAgain(
        response,
        'tracking/release',
        await this.page(step, id, request, { given: body, problems: wrong, hits }),
        status,
      );
    if (problems.length > 0) return await again(problems);
    try {
      await step.send(this.lines, { who, id, form, body, request });
    } catch (error) {
      const { problems: wrong, status } = refusalOf(error, step.fields(await this.item(who, id)));
      const hits = hitsOf(error);
      return await again(hits.length > 0 ? problemsOfHits(hits) : wrong, hits, status);
    }
    response.redirect(303, `/tracking/items/${id}?done=${step.done}#public-line`);
  }

  private async item(who: Follower, id: string): Promise<TrackedItemAnswer> {
    return await this.answers.item(who, id, this.answers.moment());
  }

  private async page(
    step: Step,
    id: string,
    request: Request,
    { given, problems, hits }: { given: SentForm | null; problems: FormProblem[]; hits: IdentifyingHit[] },
  ): Promise<ReleasePage> {
    const who = followerOf(request, 'page');
    const item = await this.item(who, id);
    const path = `/tracking/items/${id}/public-line`;
    const frame = presentFrame(who, this.answers.moment(), { path });
    const written = item.publicLine?.text ?? '';
    const text =
      step === WRITE && typeof given?.text === 'string' ? given.text.replace(/\r\n/g, '\n').trim() : written;
    const fields = [...step.fields(item), ...(given ? clearingFields(text, hits, given) : [])];
    return {
      ...{ frame, heading: step.heading, explain: step.explain, problems },
      about: { name: `Item ${item.ref}`, text: item.text, href: `/tracking/items/${id}#public-line` },
      parts: step === WRITE && hits.length === 0 ? [] : markHits(text, hits),
      protects: frame.leads && item.review ? `/tracking/public/${item.review.slug}/protected` : null,
      form: presentForm(fields, {
        ...{ given, problems, action: path + step.path, button: step.button },
        version: given ? carriedVersion(given.version) : item.version,
      }),
    };
  }
}
