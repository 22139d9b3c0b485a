// Unit specs sit beside their source; what needs PostgreSQL, Meilisearch, HTTP or a browser is under test/.
// All of it runs against real servers, which the global set-up starts once, and against what is built.
const shared = {
  testEnvironment: 'node',
  testRunner: '<rootDir>/test/support/runner/runner.mjs',
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
const underTest = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
});

export default {
  globalSetup: '<rootDir>/test/support/start-servers.mjs',
  globalTeardown: '<rootDir>/test/support/stop-servers.mjs',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  maxWorkers: 2,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    ...[
      'servers',
      'accounts',
      'audit',
      'outbox',
      'tracking',
      'imports',
      'search',
      'api',
      'exchange',
      'standards',
      'webhooks',
      'embed',
      'web',
      'browser',
      'gates',
      'migration',
      'snapshots',
    ].map(underTest),
  ],
};
