/** One group of addresses. */
export interface ApiTag {
  name: string;
  /** What it is called on the page about the API. */
  title: string;
  description: string;
  /** The paths that belong to it, without `/api/v1/`. */
  at: RegExp;
}

/** The groups of addresses, in reading order: the first that fits a path has it. */
export const API_TAGS: readonly ApiTag[] = [
  {
    name: 'search',
    title: 'Search',
    description: 'Type an issue, and find what reviews taught about it.',
    at: /^(search|suggest)\b/,
  },
  {
    name: 'themes',
    title: 'Themes',
    description:
      'What reviews are about: definitions, what to look for, ask and do, the learning, and what is counted.',
    at: /^themes\b/,
  },
  {
    name: 'reviews',
    title: 'Reviews',
    description: 'Published practice reviews, with their learning points, recommendations and documents.',
    at: /^reviews\b/,
  },
  {
    name: 'learning',
    title: 'Learning',
    description: 'What reviews taught, point by point.',
    at: /^learning\b/,
  },
  {
    name: 'recommendations',
    title: 'Recommendations',
    description: 'What reviews ask of agencies, and what partnerships have published of what came of it.',
    at: /^recommendations\b/,
  },
  {
    name: 'agencies',
    title: 'Agencies',
    description: 'Who is asked to act.',
    at: /^agencies\b/,
  },
  {
    name: 'briefings',
    title: 'Briefings',
    description: 'Short papers to share.',
    at: /^briefings\b/,
  },
  {
    name: 'resources',
    title: 'Resources',
    description: 'Guidance, training, events, forms and helplines to use next.',
    at: /^resources\b/,
  },
  {
    name: 'embed',
    title: 'Embed',
    description:
      'What /embed.js shows on pages of other sites, in words and ready to be shown, with who to call. Frames at /embed/… show the same.',
    at: /^embed\b/,
  },
  {
    name: 'partnerships',
    title: 'Partnerships',
    description: 'Who publishes, and whom to call.',
    at: /^partnerships\b/,
  },
  {
    name: 'changes',
    title: 'Changes and copies',
    description:
      'What was published, changed, withdrawn or merged: for whoever keeps a copy, which must lose what is withdrawn.',
    at: /^(changes|export)\b/,
  },
  {
    name: 'tracking-actions',
    title: 'Tracking: actions',
    description: 'What agencies have promised, and how far it is. Needs a key.',
    at: /^tracking\/actions\b/,
  },
  {
    name: 'tracking-lines',
    title: 'Tracking: what is published of it',
    description: 'Public lines, progress reports, and what they must not say. Needs a key.',
    at: /^tracking\/(items\/\{id\}\/public-line|progress-reports|reviews)\b/,
  },
  {
    name: 'tracking-reports',
    title: 'Tracking: reports',
    description: 'Reports, the export, and snapshots for meetings of a board. Needs a key.',
    at: /^tracking\/(reports|export|snapshots|figures)\b/,
  },
  {
    name: 'tracking-imports',
    title: 'Tracking: spreadsheets',
    description: 'Bringing in what was followed in spreadsheets. Needs a key.',
    at: /^tracking\/imports\b/,
  },
  {
    name: 'tracking-rounds',
    title: 'Tracking: rounds, owners and calendars',
    description:
      'Asking owners how far their actions are, who stands in for whom, and calendars. Needs a key.',
    at: /^tracking\/(rounds|owners|calendars?)\b/,
  },
  {
    name: 'tracking-uses',
    title: 'Tracking: where learning was discussed',
    description: 'Teams that have discussed something of the library. Needs a key.',
    at: /^tracking\/uses\b/,
  },
  {
    name: 'tracking',
    title: 'Tracking: items and agencies',
    description: 'What a partnership follows, how it stands, and who was asked. Needs a key.',
    at: /^tracking\b/,
  },
  {
    name: 'webhooks',
    title: 'Webhooks',
    description: 'Being told of changes. Needs a key.',
    at: /^webhooks\b/,
  },
];

const HEALTH: ApiTag = {
  name: 'health',
  title: 'Health',
  description: 'Whether the library works, for whatever watches it.',
  at: /^\/health\b/,
};

export const ALL_TAGS: readonly ApiTag[] = [...API_TAGS, HEALTH];

/** The group that a path belongs to; undefined where none has been described. */
export const tagOf = (path: string): ApiTag | undefined =>
  path.startsWith('/health/') ? HEALTH : API_TAGS.find(({ at }) => at.test(path.replace(/^\/api\/v1\//, '')));
