const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// The build leaves specs out; jest compiles them with the same settings otherwise.
const { exclude: _exclude, $schema: _schema, ...swc } = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));

/** Two projects: rules beside the code, and the API on a real Postgres (one database per jest worker). */
const shared = {
  testEnvironment: 'node',
  rootDir: __dirname,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', { ...swc, swcrc: false }] },
  // ESM-only packages are compiled for jest as well; everything else in node_modules is left alone.
  transformIgnorePatterns: [
    '/node_modules/(?!(file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|uuid|(async-|generator-|async-generator-)function)/)',
  ],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
};

module.exports = {
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'api',
      testMatch: ['<rootDir>/test/**/*.api-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'],
    },
  ],
};
