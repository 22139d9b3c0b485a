import { Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config.js';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import { Public } from '../../../platform/http/access/public.decorator.js';
import { OwnAccount, Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { LibraryError } from '../../../platform/http/errors/library-error.js';
import { libraryOrigin } from '../../../platform/http/origin.js';
import { ownPath } from '../../../platform/http/own-path.js';
import { LibrarySecrets } from '../../../platform/secrets/library-secrets.js';
import { deviceOf } from '../../device.js';
import { OwnSessions } from '../../own-sessions.js';
import { SetupService } from '../../setup/setup.service.js';
import { SessionService } from '../../session.service.js';
import { leadTo } from '../../web/lead.js';
import { keepAttempt, takeAttempt, type Attempt, type Purpose } from '../attempt.js';
import { OpenIdConnect, type Claims } from '../openid-connect.js';
import { ProviderSignIn } from '../provider-sign-in.service.js';
import { ProviderService } from '../provider.service.js';
import { backAddress, presentTry } from './provider.presenter.js';

/**
 * The way to a provider and back. It begins with a link: our content policy lets no form lead to another site. What the link
 * sets, only its own answer can match.
 */
@PageRoutes()
export class ProviderSignInController {
  constructor(
    private readonly providers: ProviderService,
    private readonly openid: OpenIdConnect,
    private readonly service: ProviderSignIn,
    private readonly own: OwnSessions,
    private readonly setup: SetupService,
    private readonly sessions: SessionService,
    private readonly secrets: LibrarySecrets,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Get('sign-in/with/:slug')
  @Public()
  async signIn(
    @Param('slug') slug: string,
    @Query() given: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.leave('sign-in', slug, ownPath(given.to, '/account'), request, response);
  }

  @Get('account/join/:slug')
  @OwnAccount()
  async join(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    onlyFromHere(request);
    await this.leave('join', slug, '/account', request, response);
  }

  @Get('providers/:slug/try')
  @Requires('providers.manage')
  async try(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    onlyFromHere(request);
    await this.leave('try', slug, `/providers/${slug}`, request, response);
  }

  @Get('sign-in/with/:slug/back')
  @Public()
  async back(@Param('slug') slug: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cache-Control', 'private, no-store');
    const attempt = takeAttempt(request, response, this.key);
    const provider = await this.providers.find(slug);
    if (attempt?.providerId !== provider.id) throw new LibraryError('forbidden', TOO_LATE);
    const { search } = new URL(request.originalUrl, 'http://library.invalid');
    const back = new URL(backAddress(libraryOrigin(request, this.config), slug) + search);
    const client = await this.providers.clientOf(provider.id);
    const claims = await this.openid.answer(client, back, attempt.expected);
    if (attempt.purpose === 'sign-in') return await this.enter(attempt, claims, request, response);
    const actor = actorOf(request);
    if (actor.session.key !== attempt.sessionKey) throw new LibraryError('forbidden', TOO_LATE);
    if (attempt.purpose === 'join') {
      await this.service.join(actor, provider.id, claims);
      return response.redirect(303, '/account?joined=yes');
    }
    const rules = await this.service.rulesFor(this.source.manager, provider.id, claims);
    const setup = await this.setup.progress(actor);
    response.render('accounts/provider-tried', { ...presentTry(provider, claims, rules), setup });
  }

  private async leave(
    purpose: Purpose,
    slug: string,
    to: string,
    request: Request,
    response: Response,
  ): Promise<void> {
    const { id } = await this.providers.find(slug);
    const client = await this.providers.clientOf(id);
    const back = backAddress(libraryOrigin(request, this.config), slug);
    const { address, expected } = await this.openid.ask(client, back);
    const sessionKey = request.actor?.session.key ?? null;
    keepAttempt(request, response, { providerId: id, purpose, sessionKey, to, expected }, this.key);
    response.setHeader('Cache-Control', 'private, no-store');
    response.redirect(303, address);
  }

  private async enter(
    { providerId, to }: Attempt,
    claims: Claims,
    request: Request,
    response: Response,
  ): Promise<void> {
    const token = await this.service.signIn(providerId, claims, deviceOf(request.get('user-agent')));
    const leads = leadTo(await this.sessions.find(token), to);
    await this.own.takeOver(request, response, token);
    response.redirect(303, leads);
  }

  private get key(): Buffer {
    return this.secrets.keyFor('sign-in-attempt');
  }
}

/** No other site sends somebody off to join or to try something. */
function onlyFromHere(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new LibraryError('forbidden', 'Open this from the page of your account.');
}

const TOO_LATE =
  'This sign-in was begun in another browser, or more than ten minutes ago. Begin it again from the sign-in page.';
