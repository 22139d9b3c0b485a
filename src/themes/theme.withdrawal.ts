import { PUBLIC } from '../publishing/audience.js';
import { firstRecord, type WithdrawableNoun, withdrawnByTime } from '../publishing/withdrawable.js';
import { familyOfThose } from './theme.sql.js';

/** A theme goes with the learning points that are about it; what else carries it stays, without it. */
export const WITHDRAWABLE_THEME: WithdrawableNoun = {
  kind: 'theme',
  address: /^\/themes\/([^/#]+)$/,
  find: async (manager, parts) => await firstRecord(manager, THEME, parts),
  ...withdrawnByTime('theme'),
  documents: async (manager, id) => await manager.query(DOCUMENTS, [id]),
};

const THEME = `
  select t.id, t.label, null as publisher, false as "isDraft", t.withdrawn_at is not null as "isWithdrawn",
    seen.id is not null as "isPublic", '/themes/' || t.slug || array(
      select '/learning/' || l.id from ${PUBLIC.learningPoint} l where l.theme_id = t.id) as addresses
  from theme t left join ${PUBLIC.theme} seen on seen.id = t.id where t.slug = $1`;

// Documents carry the names of their themes, and of those above.
const DOCUMENTS = `
  with family as (select unnest(${familyOfThose('theme where id = $1')}) as id)
  select 'theme' as kind, id from family
  union
  select case when tag.review_id is null then tag.noun else 'review' end, coalesce(tag.review_id, tag.record_id)
  from ${PUBLIC.themeTag} tag where tag.theme_id in (select id from family)`;
