import { Inject, Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { goBy } from '../../platform/cache/gone-by.js';
import { CONFIG, type Config } from '../../platform/config.js';
import type { KeptUntil } from '../../platform/http/access/revalidated.decorator.js';
import { etagOf, alreadyHas } from '../../platform/http/if-none-match.js';
import { libraryOrigin } from '../../platform/http/origin.js';
import { ContentState, type State } from '../content-state.js';
import { answerAddress } from './answer-address.js';
import {
  compressed,
  ENCODINGS,
  KeptAnswers,
  ownBytes,
  type Encoding,
  type Heads,
  type KeptAnswer,
} from './kept-answers.js';
import { isNeverKept } from './never-keep.js';

/**
 * Answers from memory what was answered before in the same state of the content, to whoever asks without being signed in; and
 * keeps what is answered. Routes say by `@Revalidated()` that their answers may be kept. Errors are not: what is not there yet
 * may be there next.
 */
@Injectable()
export class AnswerFromKept implements NestMiddleware {
  private readonly kept = new KeptAnswers();

  constructor(
    private readonly content: ContentState,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const until = keptUntil(request);
    if (until === null) {
      next();
      return;
    }
    const address = answerAddress(request, libraryOrigin(request, this.config));
    // Before anything is read for an answer: what is made from newer content than this says is made anew next time.
    const now = await this.content.now();
    const state = stamp(now, until);
    const answer = this.kept.find(address, state, request.headers);
    if (answer) await sendKept(request, response, answer);
    else {
      this.keepWhatIsSent(request, response, { address, state });
      goBy(now.revision, next);
    }
  }

  private keepWhatIsSent(
    request: Request,
    response: Response,
    { address, state }: { address: string; state: string },
  ): void {
    const before = response.getHeaders();
    const send = response.send.bind(response);
    response.send = (answer: unknown): Response => {
      if (typeof answer !== 'string' && !Buffer.isBuffer(answer)) return send(answer);
      // It comes here once more where it was given as an object, and no more often.
      response.send = send;
      if (typeof answer === 'string' && response.getHeader('content-type') === undefined)
        response.type('html');
      const body = ownBytes(answer);
      if (response.statusCode !== 200) return send(answer);
      // What is kept is compressed by whoever sends it, and comes before what says so of other answers.
      response.vary('Accept-Encoding');
      const etag = etagOf(body);
      response.setHeader('etag', etag);
      if (isNeverKept(response)) return send(body);
      const heads = headsSince(before, response);
      const made = { state, etag, heads, body, varied: variedBy(request, heads) };
      this.kept.keep(address, made);
      // As it is sent to all who come after: in the same encodings, with the same head.
      sendKept(request, response, made).catch(() => response.destroy());
      return response;
    };
  }
}

/** Null where the answer is not to be kept, or is for somebody who may be told more than others. */
const keptUntil = ({ addressed, method, actor }: Request): KeptUntil | null =>
  (method === 'GET' || method === 'HEAD') && !actor && addressed?.read?.access === 'public'
    ? addressed.read.keptUntil
    : null;

const stamp = ({ revision, ...time }: State, until: KeptUntil): string => `${revision} ${time[until]}`;

/** What was said since: by the route, and by what stands between it and us. */
function headsSince(before: ReturnType<Response['getHeaders']>, response: Response): Heads {
  const now = Object.entries(response.getHeaders());
  return Object.fromEntries(
    now.flatMap(([name, value]) => (value === undefined || value === before[name] ? [] : [[name, value]])),
  );
}

/** Every answer varies by how it may be compressed, which is seen to when it is sent. */
function variedBy({ headers }: Request, { vary = '' }: Heads): [string, string][] {
  const names = String(vary).toLowerCase().split(',');
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'accept-encoding')
    .map((name) => [name, String(headers[name] ?? '')]);
}

async function sendKept(request: Request, response: Response, answer: KeptAnswer): Promise<void> {
  const { heads, etag, body } = answer;
  const isKnown = alreadyHas(request.headers['if-none-match'], etag);
  for (const [name, value] of Object.entries(heads))
    if (isKnown && /^content-/.test(name)) response.removeHeader(name);
    else response.setHeader(name, value);
  if (isKnown) {
    response.status(304).end();
    return;
  }
  // Compressed for its head alone too: that says how long what is read would be (RFC 9110, 8.6).
  const encoding = encodingFor(request);
  const small = encoding && (await compressed(answer, encoding));
  if (small) response.setHeader('Content-Encoding', encoding);
  const sent = small ?? body;
  response.setHeader('Content-Length', sent.length);
  response.end(request.method === 'HEAD' ? undefined : sent);
}

/** Null where it wants none. What is mostly said is understood at once: to weigh it costs more than all the rest. */
function encodingFor(request: Request): Encoding | null {
  const accepted = request.headers['accept-encoding'];
  if (typeof accepted !== 'string') return null;
  if (!accepted.includes('q=') && /(?:^|[\s,])gzip(?:$|[\s,])/.test(accepted)) return 'gzip';
  const best = request.acceptsEncodings([...ENCODINGS, 'identity']) || 'identity';
  return best === 'identity' ? null : (best as Encoding);
}
