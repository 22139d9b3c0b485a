import { Body, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { byPerson } from '../../../audit/audit-actor.js';
import { actorOf } from '../../../platform/http/access/access.guard.js';
import type { Actor } from '../../../platform/http/access/actor.js';
import { KEY_ROLES } from '../../../platform/http/access/key-roles.js';
import { ROLE_WORDS } from '../../../platform/http/access/roles.js';
import { Requires } from '../../../platform/http/access/requires.decorator.js';
import { PageRoutes } from '../../../platform/http/access/routes.decorators.js';
import { KEY_SCOPE_WORDS, SCOPES, type Scope } from '../../../platform/http/access/scopes.js';
import { LibraryError } from '../../../platform/http/errors/library-error.js';
import { ShowsAgain } from '../../../platform/http/forms/shows-again.decorator.js';
import { togetherIn, valuesOf } from '../../../platform/http/forms/several-values.js';
import { readForm } from '../../../platform/http/forms/read-form.js';
import type { FormProblem } from '../../../platform/pages/form-problem.js';
import { isId } from '../../../platform/text/is-id.js';
import { PeopleService } from '../../people.service.js';
import { scopeOf } from '../../scope.js';
import { fieldProblemsOf } from '../../web/forms.js';
import { sayHolder, sayInstant } from '../../web/say.js';
import { presentGrantForm, type GrantFormView } from '../../web/people.presenter.js';
import { KeyService, LONGEST_DAYS, type KeyItem } from '../key.service.js';
import { KeyForm } from './key-form.js';

interface KeyView {
  id: string;
  name: string;
  /** “Read how recommendations are followed; Audit lead, Darlington Safeguarding Partnership”. */
  may: string;
  days: string;
  /** Empty for a good one. */
  state: string;
}

interface KeysView {
  of: string;
  keys: KeyView[];
}

interface Choice {
  value: string;
  text: string;
  hint?: { text: string };
  checked: boolean;
}

interface NewKeyView extends GrantFormView {
  scopes: Choice[];
  roles: Choice[];
  given: Record<string, unknown>;
  problems: FormProblem[];
}

/** The keys of programs: made, shown once, and revoked. */
@PageRoutes('keys')
export class KeysPagesController {
  constructor(
    private readonly keys: KeyService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Requires('keys.manage')
  @Render('accounts/keys')
  async list(@Req() request: Request): Promise<KeysView> {
    const actor = actorOf(request);
    const keys = await this.keys.list(scopeOf(actor));
    return { of: actor.acting?.partnership?.name ?? 'all partnerships', keys: keys.map(presentKey) };
  }

  @Get('new')
  @Requires('keys.manage')
  @Render('accounts/key-new')
  async newPage(@Req() request: Request): Promise<NewKeyView> {
    return await this.form(actorOf(request), { days: String(LONGEST_DAYS) }, []);
  }

  @Post('new')
  @ShowsAgain()
  @Requires('keys.manage')
  async make(
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const actor = actorOf(request);
    const again = async (problems: FormProblem[]): Promise<void> =>
      response.status(400).render('accounts/key-new', await this.form(actor, body, problems));
    const { form, problems } = await readForm(KeyForm, togetherIn(body, ['scopes']));
    if (problems.length > 0) return await again(problems);
    try {
      const { name, scopes, role = null, days } = form;
      const asked = { partnershipId: form.partnership ?? null, agencyId: form.agency ?? null };
      const place = await this.people.placeWithin(actor, asked);
      const { key } = await this.keys.make({ name, scopes, role, days, ...place }, byPerson(actor));
      // Shown this once.
      response.setHeader('Cache-Control', 'private, no-store');
      response.render('accounts/key-made', { name, key });
    } catch (error) {
      await again(fieldProblemsOf(error));
    }
  }

  @Post(':id/revoke')
  @Requires('keys.manage')
  async revoke(@Param('id') id: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = actorOf(request);
    if (!isId(id) || !(await this.keys.revoke(id, scopeOf(actor), byPerson(actor))))
      throw new LibraryError('not-found', 'There is no such key.');
    response.redirect(303, '/keys');
  }

  private async form(
    actor: Actor,
    given: Record<string, unknown>,
    problems: FormProblem[],
  ): Promise<NewKeyView> {
    const choices = await this.people.choices(actor);
    const chosen = valuesOf(given, 'scopes');
    const scopes = SCOPES.map((value) => ({
      ...{ value, text: KEY_SCOPE_WORDS[value], hint: { text: SCOPE_HINTS[value] } },
      checked: chosen.includes(value),
    }));
    const roles = [
      { value: '', text: USUAL_ROLE, checked: !given.role },
      ...KEY_ROLES.map((value) => ({
        ...{ value, text: ROLE_WORDS[value], checked: given.role === value },
      })),
    ];
    // Unlike roles, most keys are for the public library alone: no partnership is offered first.
    const places = presentGrantForm({ ...choices, ownPartnershipId: null }, given);
    return { ...places, scopes, roles, given, problems };
  }
}

/** What the words of a scope leave open. */
const SCOPE_HINTS: Record<Scope, string> = {
  'library:read': 'What everybody may read. The only choice for a key without a partnership',
  'library:write': 'Nothing in the library asks for it yet',
  'tracking:read': 'Responses, actions, evidence and reports, as far as its role may see them',
  'tracking:write':
    'Add responses, actions and updates. If it is to look them up as well, choose reading too',
  import: 'Send action plans, see what would become of them, bring them in and take them back',
};

const USUAL_ROLE =
  'The usual one: agency lead for one agency, audit lead for recommendations and imports, none for the library alone';

const STATES = { good: '', expired: 'Expired', revoked: 'Revoked' } as const;

function presentKey({ id, name, scopes, state, ...key }: KeyItem): KeyView {
  const may = [scopes.map((scope) => KEY_SCOPE_WORDS[scope]).join(', '), sayHolder(key)].filter(Boolean);
  const used = key.usedAt ? `last used ${sayInstant(key.usedAt)}` : 'never used';
  const days = `Made ${sayInstant(key.madeAt)}, ${used}, good until ${sayInstant(key.expiresAt)}`;
  return { id, name, may: may.join('; '), days, state: STATES[state] };
}
