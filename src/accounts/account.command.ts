import 'reflect-metadata';
import { isEmail } from 'class-validator';
import type { DataSource } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import { BY_THE_SYSTEM } from '../audit/audit-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { OwnPartnershipService } from '../partnerships/own-partnership.service.js';
import { readArguments } from '../platform/arguments.js';
import type { Config } from '../platform/config.js';
import { parsePartialDate } from '../platform/dates/partial-date.js';
import { ROLE_WORDS, ROLES } from '../platform/http/access/roles.js';
import { Refusal } from '../platform/plain-words.js';
import { runProgram, type Program } from '../platform/program.js';
import { joinLibrary } from '../join-library.js';
import { LibrarySecrets } from '../platform/secrets/library-secrets.js';
import { AgencyLinks } from './agency-links/agency-links.js';
import { ASKED_BY_OPERATOR } from './agency-links/link-mail.js';
import { AccountService } from './account.service.js';
import { idOfAgency, idOfSlug, refuse, type CommandAnswer } from './command-words.js';
import { ChangesTold } from './changes-told.js';
import { FirstAdministrator } from './first-administrator.js';
import { LINK_HOURS, linkPath, type LinkPurpose } from './link.js';
import { LinkService } from './link.service.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { PasswordHash, requireArgon2 } from './passwords/password-hash.js';
import { PeopleQueries, type PersonItem } from './people.queries.js';
import { RoleService, type RoleGrant } from './role.service.js';
import { SessionService } from './session.service.js';
import { sayDays, sayRole } from './web/say.js';

const HELP = `Accounts and their roles, for whoever has the machine.

  npm run account -- create EMAIL --name NAME [--role ROLE …]   a new account, and a link to choose its password
  npm run account -- reset EMAIL                                a new link to choose a password
  npm run account -- reset-second-step EMAIL [--why WHY]        for whoever has lost their phone: they set it up anew
  npm run account -- link EMAIL [--print]                       sends an agency lead a link to sign in, or prints it
  npm run account -- grant EMAIL --role ROLE …                  one more role
  npm run account -- end EMAIL [--role ROLE …]                  closes the account, or ends that role alone
  npm run account -- list                                       everybody, with their roles
  npm run account -- first-link                                 another link for the first administrator

With a role: --partnership SLUG (all roles but the first), --agency NAME (agency leads; its name there, or its slug or
ID), --from and --until as YYYY-MM-DD; without them from today and for good. A link to sign in is printed where SMTP_URL is not set, and with --print. Roles:

${ROLES.map((role) => `  ${role.padEnd(24)}${ROLE_WORDS[role]}`).join('\n')}

--json prints the answer for scripts. Links work once: hand them over in a way that nobody else reads. It works whether the
library runs or not, on the same settings: DATA_DIR, or DATABASE_URL.`;

const VALUED = ['name', 'role', 'partnership', 'agency', 'from', 'until', 'why'] as const;
type Given = Partial<Record<(typeof VALUED)[number], string>> & { print?: boolean };

class AccountCommand {
  private readonly sessions: SessionService;
  private readonly links: LinkService;
  private readonly roles: RoleService;
  private readonly people: PeopleQueries;
  private readonly accounts: AccountService;
  private readonly factors: SecondFactors;
  private readonly agencyLinks: AgencyLinks;

  constructor(
    private readonly source: DataSource,
    private readonly config: Config,
    private readonly libraryUrl: string | undefined,
    private readonly audit: AuditLog,
    private readonly passwords = new PasswordHash(),
  ) {
    this.sessions = new SessionService(source);
    this.links = new LinkService(source);
    const outbox = new Outbox();
    const told = new ChangesTold(config, outbox);
    this.agencyLinks = new AgencyLinks(source, config, audit, outbox, this.links, this.sessions);
    this.roles = new RoleService(audit);
    this.people = new PeopleQueries(source);
    this.factors = new SecondFactors(source, new LibrarySecrets(source), this.sessions, audit, told);
    this.accounts = new AccountService(
      ...([source, audit, passwords, this.sessions, this.links, this.roles, told] as const),
    );
  }

  async create(email: string, given: Given): Promise<CommandAnswer> {
    if (!isEmail(email)) throw new Refusal(`${JSON.stringify(email)} is no e-mail address.`);
    if (!given.name) throw new Refusal(`What is the person's name? Say --name.`);
    if (/\p{Cc}/u.test(given.name)) throw new Refusal('A name is one line of text.');
    if (await this.people.findByEmail(email))
      throw new Refusal(`${email} has an account already. Give it a role with grant.`);
    const grant = given.role === undefined ? null : await this.grantOf(given);
    const { accountId: id, token } = await this.accounts.invite(
      { name: given.name, email },
      grant,
      BY_THE_SYSTEM,
    );
    const { json, words } = this.withLink(email, token!, 'set-password', `${given.name} has an account.`);
    return { json: { id, ...json }, words };
  }

  async reset(email: string): Promise<CommandAnswer> {
    const { id } = await this.open(email);
    const token = await this.accounts.resetLink(id, BY_THE_SYSTEM);
    return this.withLink(email, token, 'set-password', 'The old password works until the link is used.');
  }

  async resetSecondStep(email: string, { why }: Given): Promise<CommandAnswer> {
    const { id, name } = await this.open(email);
    if (!(await this.factors.reset(id, { actor: BY_THE_SYSTEM, why })))
      throw new Refusal(`${name} has no second step.`);
    return {
      json: { email, secondStepReset: true },
      words: `${name} is signed out everywhere, and sets up a second step anew after the next sign-in.`,
    };
  }

  async link(email: string, { print }: Given): Promise<CommandAnswer> {
    const { id, name } = await this.open(email);
    const { smtpUrl, publicUrl } = this.config;
    if (print || smtpUrl === undefined) {
      const made = await this.agencyLinks.make(id, BY_THE_SYSTEM);
      if (!made) throw noLead(name);
      return this.withLink(
        email,
        made.token,
        'sign-in',
        `${name} signs in with this link, as an agency lead.`,
      );
    }
    if (publicUrl === undefined)
      throw new Refusal(
        'Where is the library? Set PUBLIC_URL to the address that visitors use, so that the e-mail can lead there; or say --print.',
      );
    if (!(await this.agencyLinks.send(id, ASKED_BY_OPERATOR, BY_THE_SYSTEM))) throw noLead(name);
    return {
      json: { email, sent: true, hours: LINK_HOURS['sign-in'] },
      words: `A link for ${name} is in the outbox: the library sends it to ${email} as soon as it runs.`,
    };
  }

  async grant(email: string, given: Given): Promise<CommandAnswer> {
    const { id } = await this.open(email);
    const grant = await this.grantOf(given);
    await this.source.transaction((manager) => this.roles.grant(manager, id, grant, BY_THE_SYSTEM));
    return await this.about(email);
  }

  async end(email: string, given: Given): Promise<CommandAnswer> {
    const person = await this.open(email);
    if (given.role === undefined) {
      await this.accounts.close(person.id);
      return { json: { email, ended: true }, words: `The account of ${person.name} is closed.` };
    }
    const { role, partnershipId, agencyId } = await this.grantOf(given);
    const ending = person.holdings.filter(
      (held) =>
        held.state !== 'over' &&
        held.role === role &&
        (held.partnership?.id ?? null) === partnershipId &&
        (held.agency?.id ?? null) === agencyId,
    );
    if (ending.length === 0) throw new Refusal(`${person.name} does not hold this role.`);
    await this.source.transaction(async (manager) => {
      for (const { id } of ending) await this.roles.end(manager, person.id, id, BY_THE_SYSTEM);
    });
    return await this.about(email);
  }

  async list(): Promise<CommandAnswer> {
    const people = await this.people.list(null);
    return {
      json: people.map(forScripts),
      words: people.length === 0 ? 'Nobody has an account yet.' : people.map(inWords).join('\n'),
    };
  }

  async firstLink(): Promise<CommandAnswer> {
    const first = new FirstAdministrator(
      ...([
        this.source,
        new OwnPartnershipService(this.audit, this.config),
        this.passwords,
        this.links,
      ] as const),
      ...([this.accounts, this.roles, this.sessions] as const),
    );
    const token = await first.newLink();
    if (token === null)
      throw new Refusal(
        'The library has an administrator already. Use create or reset, with --role administrator.',
      );
    return this.withLink(null, token, 'first-administrator', 'Whoever opens it becomes the administrator.');
  }

  private async open(email: string): Promise<PersonItem> {
    const person = await this.people.findByEmail(email);
    if (!person) throw new Refusal(`There is no account of ${email}.`);
    if (person.isClosed) throw new Refusal(`The account of ${email} is closed.`);
    return person;
  }

  private async grantOf({ role: name, partnership, agency, from, until }: Given): Promise<RoleGrant> {
    const role = ROLES.find((known) => known === name);
    if (!role) throw new Refusal(`Which role? Say --role and one of ${ROLES.join(', ')}.`);
    for (const day of [from, until])
      if (day !== undefined && parsePartialDate(day)?.precision !== 'day')
        throw new Refusal(`${JSON.stringify(day)} is no day: write it as 2026-03-31.`);
    const partnershipId = partnership
      ? idOfSlug(await this.people.partnerships(), partnership, 'partnership')
      : null;
    const agencyId = agency ? idOfAgency(await this.people.agencies(partnershipId), agency) : null;
    return { role, partnershipId, agencyId, fromOn: from ?? null, untilOn: until ?? null };
  }

  private async about(email: string): Promise<CommandAnswer> {
    const person = await this.open(email);
    return { json: forScripts(person), words: inWords(person) };
  }

  private withLink(email: string | null, token: string, purpose: LinkPurpose, words: string): CommandAnswer {
    const { publicUrl, port } = this.config;
    // A library that runs knows best where it listens.
    const origin = publicUrl ?? this.libraryUrl ?? `http://localhost:${port}`;
    const link = origin + linkPath(token, purpose);
    const hours = LINK_HOURS[purpose];
    return {
      json: { ...(email !== null && { email }), link, hours },
      words: `${words}\nThe link works once, within ${hours} hours: ${link}`,
    };
  }
}

const noLead = (name: string): Refusal =>
  new Refusal(`${name} leads no agency today: only agency leads sign in with a link.`);

const forScripts = ({
  id,
  name,
  email,
  hasPassword,
  hasWorkSignIn,
  hasSecondStep,
  isClosed,
  holdings,
}: PersonItem): object => ({
  ...{ id, name, email, hasPassword, hasWorkSignIn, hasSecondStep, isClosed },
  roles: holdings.map(({ role, partnership, agency, fromOn, untilOn, state }) => ({
    ...{ role, partnership: partnership?.slug ?? null, agency: agency?.name ?? null, from: fromOn },
    ...{ until: untilOn, state },
  })),
});

const inWords = ({ name, email, isClosed, hasPassword, hasWorkSignIn, holdings }: PersonItem): string =>
  [
    `${name} <${email}>${isClosed ? ' (closed)' : hasPassword ? '' : hasWorkSignIn ? ' (signs in at work)' : ' (no password yet)'}`,
    ...holdings.map(
      (held) =>
        `  ${sayRole(held)}. ${sayDays(held.fromOn, held.untilOn)}${held.state === 'held' ? '' : ` (${held.state})`}`,
    ),
  ].join('\n');

async function accountCommand(program: Program): Promise<number> {
  const { options, values, others } = readArguments(['json', 'print'], HELP, VALUED);
  const [deed, email, ...more] = others;
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (deed === undefined) throw new Refusal(`What is to be done?\n\n${HELP}`);
  if (more.length > 0) throw new Refusal('One person at a time, please.');
  const given: Given = {
    ...Object.fromEntries(VALUED.map((name) => [name, values[name].at(-1)])),
    print: options.print,
  };
  requireArgon2();
  const { config, servers, source } = await joinLibrary(program, 'A change of accounts');
  const command = new AccountCommand(source, config, servers.libraryUrl, new AuditLog(servers));
  const answer = await perform(command, deed, email?.trim().toLowerCase(), given).catch(refuse);
  console.log(options.json ? JSON.stringify(answer.json, null, 2) : answer.words);
  return 0;
}

function perform(
  command: AccountCommand,
  deed: string,
  email: string | undefined,
  given: Given,
): Promise<CommandAnswer> {
  if (deed === 'list') return command.list();
  if (deed === 'first-link') return command.firstLink();
  if (deed === 'reset-second-step') return command.resetSecondStep(requireEmail(email), given);
  const deeds = ['create', 'reset', 'link', 'grant', 'end'] as const;
  const known = deeds.find((one) => one === deed);
  if (!known) throw new Refusal(`There is no ${JSON.stringify(deed)}.\n\n${HELP}`);
  return command[known](requireEmail(email), given);
}

function requireEmail(email: string | undefined): string {
  if (!email) throw new Refusal('Whose account? Give an e-mail address.');
  return email;
}

await runProgram(accountCommand);
