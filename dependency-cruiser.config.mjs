// The rooms of src/ in their order: each may import only from those before it. A noun's web/ may take another noun's entry
// cards and words, under the same order. Files at the root of src/ and commands compose, and may know everyone.
const ROOMS = [
  'platform',
  'audit',
  'outbox',
  'publishing',
  'partnerships',
  'accounts',
  'themes',
  'reviews',
  'recommendations',
  'briefings',
  'resources',
  'tracking',
  'popularity',
  'imports',
  'overviews',
  'search',
  'exchange',
  'feeds',
  'standards',
  'webhooks',
  'mcp',
  'health',
  'describing',
  'site',
  'embed',
  'demo',
];
const COMPOSING = '^src/[^/]+$|\\.command\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...ROOMS.map((room, at) => ({
      name: `${room}-knows-only-what-comes-before`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: COMPOSING },
      to: { path: '^src/', pathNot: `^src/(${ROOMS.slice(0, at + 1).join('|')})/` },
    })),
    {
      name: 'every-room-has-its-place',
      comment: 'A new room is to be named in ROOMS above.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${ROOMS.join('|')})/` },
    },
    {
      name: 'entities-stay-in-their-room',
      comment: 'Other rooms read the views of an audience and write through the services of the room.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '\\.entity\\.ts$' },
      to: { path: '\\.entity\\.ts$', pathNot: '^src/$1/' },
    },
    { name: 'no-ring', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-import-from-tests',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(test|bench)/|\\.spec\\.ts$' },
    },
    {
      name: 'nothing-unused',
      comment: 'Nobody imports this file: delete it, or name it among the entries.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.spec\\.ts$|^src/(site/assets|embed)/browser/' },
      to: {},
    },
    {
      name: 'declared-packages-only',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$|build-assets\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
