/**
 * What the library's role may do with the log: add entries, of which it gives the columns that are its own to give; read
 * all of it; and delete words. Heads are the trigger's. A seal it may write, for without the key that proves nothing.
 */
export const auditGrants = (role: string): string[] => [
  `revoke insert, update, delete on audit_entry, audit_head from ${role}`,
  `revoke update on audit_words from ${role}`,
  `revoke delete on audit_seal from ${role}`,
  `grant insert (chain, actor_kind, actor_id, actor_role, action, subject_kind, subject_id, "from", "to", effective_on,
     correlation_id, words) on audit_entry to ${role}`,
];
