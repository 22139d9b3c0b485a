import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { BY_THE_SYSTEM } from '../../audit/audit-actor.js';
import { AuditLog } from '../../audit/audit-log.js';
import { joinLibrary } from '../../join-library.js';
import { readArguments } from '../../platform/arguments.js';
import { KEY_ROLES } from '../../platform/http/access/key-roles.js';
import type { Role } from '../../platform/http/access/roles.js';
import { KEY_SCOPE_WORDS, SCOPES, type Scope } from '../../platform/http/access/scopes.js';
import { Refusal } from '../../platform/plain-words.js';
import { runProgram, type Program } from '../../platform/program.js';
import { isId } from '../../platform/text/is-id.js';
import { idOfAgency, idOfSlug, refuse, type CommandAnswer } from '../command-words.js';
import { PeopleQueries } from '../people.queries.js';
import { sayHolder, sayInstant } from '../web/say.js';
import { KeyService, LONGEST_DAYS, type KeyItem } from './key.service.js';

const HELP = `API keys, for whoever has the machine.

  npm run key -- create NAME --scopes SCOPE,… [--days N]   a new key, shown this once
  npm run key -- list                                      all keys, with what they may do; never the keys themselves
  npm run key -- end ID                                    it is worth nothing from the next request on

NAME says what the key is for. With create: --partnership SLUG (left out: for the public library alone), --agency NAME (its
name there, or its slug or ID), --days 1 to ${LONGEST_DAYS} (left out: ${LONGEST_DAYS}), and --scopes, of these:

${SCOPES.map((scope) => `  ${scope.padEnd(24)}${KEY_SCOPE_WORDS[scope]}`).join('\n')}

It may do no more than somebody in the role in which it acts: --role, one of ${KEY_ROLES.join(', ')}.
Left out, a key for one agency acts as agency-lead, another that follows recommendations or imports as audit-lead.

--json prints the answer for scripts. It works whether the library runs or not, on the same settings: DATA_DIR, or
DATABASE_URL.`;

const VALUED = ['scopes', 'scope', 'role', 'partnership', 'agency', 'days'] as const;
type Given = Record<(typeof VALUED)[number], string[]>;

class KeyCommand {
  private readonly keys: KeyService;
  private readonly people: PeopleQueries;

  constructor(source: DataSource, audit: AuditLog) {
    this.keys = new KeyService(source, audit);
    this.people = new PeopleQueries(source);
  }

  async create(name: string, given: Given): Promise<CommandAnswer> {
    const [role, partnership, agency, days] = (['role', 'partnership', 'agency', 'days'] as const).map(
      (one) => given[one].at(-1),
    );
    const partnershipId = partnership
      ? idOfSlug(await this.people.partnerships(), partnership, 'partnership')
      : null;
    const agencyId = agency ? idOfAgency(await this.people.agencies(partnershipId), agency) : null;
    const scopes = new Set([...given.scopes, ...given.scope].flatMap(scopesOf));
    const wish = { name, scopes: [...scopes], role: role ? roleOf(role) : null, partnershipId, agencyId };
    const made = await this.keys.make({ ...wish, days: Number(days ?? LONGEST_DAYS) }, BY_THE_SYSTEM);
    const key = await this.find(made.id);
    return {
      json: { ...forScripts(key), key: made.key },
      words: `${inWords(key)}\n\nThe key, which is shown only now and kept nowhere:\n${made.key}`,
    };
  }

  async list(): Promise<CommandAnswer> {
    const keys = await this.keys.list(null);
    return {
      json: keys.map(forScripts),
      words: keys.length === 0 ? 'There is no key yet.' : keys.map(inWords).join('\n'),
    };
  }

  async end(id: string): Promise<CommandAnswer> {
    if (!isId(id) || !(await this.keys.revoke(id, null, BY_THE_SYSTEM)))
      throw new Refusal('There is no good key with this ID: list says which there are.');
    const key = await this.find(id);
    return { json: forScripts(key), words: inWords(key) };
  }

  private async find(id: string): Promise<KeyItem> {
    return (await this.keys.list(null)).find((key) => key.id === id)!;
  }
}

/** “tracking:read,tracking:write”. */
const scopesOf = (text: string): Scope[] =>
  text.split(',').map((one) => choiceOf(SCOPES, one.trim(), 'scope'));

const roleOf = (text: string): Role => choiceOf(KEY_ROLES, text, 'role of a key');

function choiceOf<Choice extends string>(choices: readonly Choice[], text: string, what: string): Choice {
  const choice = choices.find((known) => known === text);
  if (!choice)
    throw new Refusal(`There is no ${what} ${JSON.stringify(text)}: choose of ${choices.join(', ')}.`);
  return choice;
}

const forScripts = ({ id, name, scopes, role, partnership, agency, state, ...when }: KeyItem): object => ({
  ...{ id, name, scopes, role, partnership: partnership?.slug ?? null, agency: agency?.name ?? null, state },
  ...{ madeAt: when.madeAt, expiresAt: when.expiresAt, usedAt: when.usedAt },
});

const inWords = ({ id, name, scopes, state, expiresAt, ...holder }: KeyItem): string =>
  [
    `${name}${state === 'good' ? '' : ` (${state})`}`,
    `  ${scopes.map((scope) => KEY_SCOPE_WORDS[scope]).join(', ')}; ${sayHolder(holder) || 'the public library'}`,
    `  Good until ${sayInstant(expiresAt)}. ID: ${id}`,
  ].join('\n');

async function keyCommand(program: Program): Promise<number> {
  const { options, values, others } = readArguments(['json'], HELP, VALUED);
  const [deed, name, ...more] = others;
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (deed === undefined) throw new Refusal(`What is to be done?\n\n${HELP}`);
  if (more.length > 0)
    throw new Refusal('One key at a time, please; write a name of several words in quotation marks.');
  const { source, servers } = await joinLibrary(program, 'A change of keys');
  const command = new KeyCommand(source, new AuditLog(servers));
  const answer = await perform(command, deed, name?.trim(), values).catch(refuse);
  console.log(options.json ? JSON.stringify(answer.json, null, 2) : answer.words);
  return 0;
}

function perform(
  command: KeyCommand,
  deed: string,
  name: string | undefined,
  given: Given,
): Promise<CommandAnswer> {
  if (deed === 'list') return command.list();
  if (deed !== 'create' && deed !== 'end')
    throw new Refusal(`There is no ${JSON.stringify(deed)}.\n\n${HELP}`);
  if (!name)
    throw new Refusal(deed === 'create' ? 'What is the key for? Give a name.' : 'Which key? Give its ID.');
  return deed === 'create' ? command.create(name, given) : command.end(name);
}

await runProgram(keyCommand);
