/** What was done, in words; an action without any is shown as it is. */
export const ACTION_WORDS: Readonly<Record<string, string>> = {
  'account.created': 'Account made',
  'account.ended': 'Account closed',
  'account.joined': 'Work sign-in joined to the account',
  'account.password-changed': 'Password changed',
  'account.password-link-made': 'Link to choose a password made',
  'account.password-set': 'Password chosen',
  'audit.redacted': 'Words of the log redacted',
  'key.made': 'API key made',
  'key.revoked': 'API key revoked',
  'log.exported': 'Log exported',
  'provider.added': 'Work sign-in set up',
  'provider.changed': 'Work sign-in changed',
  'provider.ended': 'Work sign-in closed',
  'provider.rule-added': 'Rule of a work sign-in added',
  'provider.rule-removed': 'Rule of a work sign-in removed',
  'role.ended': 'Role ended',
  'role.granted': 'Role given',
  'session.begun': 'Signed in',
  'session.ended': 'Signed out',
  'session.link-made': 'Link to sign in made',
  'session.link-refused': 'Link to sign in refused',
  'session.others-ended': 'Signed out everywhere else',
  'session.role-chosen': 'Acting role changed',
};

/** The kinds of deeds, for choosing: all actions that begin so. */
export const ACTION_KINDS: Readonly<Record<string, string>> = {
  account: 'Accounts',
  role: 'Roles',
  session: 'Signing in and out',
  key: 'API keys',
  provider: 'Work sign-ins',
  audit: 'Redactions',
  log: 'Exports of the log',
};
