import type { Actor } from '../../platform/http/access/actor.js';
import { ROLE_WORDS, type Role } from '../../platform/http/access/roles.js';
import type { FormProblem } from '../../platform/pages/form-problem.js';
import { leadsAgency, type AgencyChoice, type PersonItem } from '../people.queries.js';
import type { RoleChoices } from '../people.service.js';
import type { JoinedSignIn } from '../providers/joined-sign-ins.js';
import { presentRole, presentSignIn, type RoleView, type SignInView } from './account.presenter.js';
import { pageByName, type NamedPage, type NarrowQuery } from './narrow-query.dto.js';
import { sayRole } from './say.js';

export interface PeopleView {
  /** Whose people they are. */
  of: string;
  people: PersonEntry[];
  list: NamedPage<PersonItem>;
}

interface PersonEntry {
  id: string;
  name: string;
  email: string;
  roles: string[];
  note: string;
}

/** What the form for a role offers, with what was chosen already. */
export interface GrantFormView {
  roles: Item[];
  /** Empty for administrators of one partnership. */
  partnerships: Item[];
  agencies: Item[];
}

interface Item {
  value: string;
  text: string;
  selected?: boolean;
  checked?: boolean;
  hint?: { text: string };
}

export interface PersonView extends GrantFormView {
  person: { id: string; name: string; email: string; note: string };
  /** `canEnd`: it is not over, and not the one in which the administrator acts. */
  holdings: (RoleView & { canEnd: boolean })[];
  canHaveLink: boolean;
  /** It is somebody else, who may be signed in. */
  canBeSignedOut: boolean;
  /** Those that an administrator may take off. */
  signIns: SignInView[];
  /** They have one, and are somebody else. */
  canResetSecondStep: boolean;
  /** Whether they may have a link by e-mail to sign in. */
  leadsAgency: boolean;
  given: Record<string, unknown>;
  problems: FormProblem[];
}

export function presentPeople(
  { acting }: Actor,
  people: readonly PersonItem[],
  query: NarrowQuery,
): PeopleView {
  const list = pageByName(people, query, '/people', ({ name, email }) => `${name} ${email}`);
  const entryOf = (person: PersonItem): PersonEntry => ({
    ...{ id: person.id, name: person.name, email: person.email, note: noteOf(person) },
    roles: person.holdings
      .filter(({ state }) => state === 'held')
      .map((holding) =>
        acting?.partnership ? sayRole({ ...holding, partnership: null }) : sayRole(holding),
      ),
  });
  return { of: acting?.partnership?.name ?? 'all partnerships', people: list.items.map(entryOf), list };
}

export function presentPerson(
  { acting, accountId }: Actor,
  person: PersonItem,
  choices: RoleChoices,
  signIns: readonly JoinedSignIn[],
  given: Record<string, unknown>,
  problems: FormProblem[],
): PersonView {
  const { id, name, email, isClosed } = person;
  return {
    ...presentGrantForm(choices, given),
    ...{ person: { id, name, email, note: noteOf(person) }, canHaveLink: !isClosed, given, problems },
    canBeSignedOut: !isClosed && id !== accountId,
    canResetSecondStep: person.hasSecondStep && !isClosed && id !== accountId,
    ...{ leadsAgency: leadsAgency(person), signIns: signIns.map(presentSignIn) },
    holdings: person.holdings.map((holding) => ({
      ...presentRole(holding),
      canEnd: holding.state !== 'over' && holding.id !== acting?.holdingId,
    })),
  };
}

export function presentGrantForm(
  { roles, partnerships, agencies, ownPartnershipId }: RoleChoices,
  given: Record<string, unknown>,
): GrantFormView {
  const choose = (items: { id: string; name: string }[], chosen: unknown): Item[] => [
    { value: '', text: 'None chosen' },
    ...items.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen })),
  ];
  return {
    roles: roles.map((role) => ({
      ...{ value: role, text: ROLE_WORDS[role], hint: { text: ROLE_HINTS[role] } },
      checked: given.role === role,
    })),
    // Most of what is done here is for the partnership that runs the library.
    partnerships: partnerships ? choose(partnerships, given.partnership ?? ownPartnershipId) : [],
    // Of all partnerships, each says where it is one: what is chosen must fit the partnership that is.
    agencies:
      agencies.length > 0 ? choose(partnerships ? agencies.map(withPlace) : agencies, given.agency) : [],
  };
}

/** What somebody does in a role: for whoever gives it. */
const ROLE_HINTS: Readonly<Record<Role, string>> = {
  'platform-administrator': 'Sets the library up: work sign-ins, people and keys of all partnerships',
  administrator: 'Looks after people, keys, the log and whom to call of one partnership',
  'audit-lead': 'Follows recommendations, judges what was done, and writes about it for the public',
  approver: 'Releases what an audit lead has written for the public, and sees what is followed',
  editor: 'Keeps the lists of names and places that reviews protect',
  'agency-lead': 'Answers for one agency: responses, actions, updates and evidence',
  reader: 'Signs in, and may do no more than everybody else',
};

const withPlace = ({ id, name, partnership }: AgencyChoice): { id: string; name: string } => ({
  ...{ id, name: partnership ? `${name} (in ${partnership} only)` : name },
});

function noteOf({ isClosed, hasPassword, hasWorkSignIn }: PersonItem): string {
  if (isClosed) return 'Account closed';
  if (hasPassword) return '';
  return hasWorkSignIn ? 'Signs in with an account at work' : 'Has not chosen a password yet';
}
