const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// The build leaves specs out; jest compiles them with the same settings otherwise.
const { exclude: _exclude, $schema: _schema, ...swc } = JSON.parse(readFileSync(join(__dirname, '.swcrc'), 'utf8'));

/** Rules beside the code, and the API on a real Postgres: file by file (`api`), or all in a few `rooms`. */
const shared = {
  testEnvironment: 'node',
  rootDir: __dirname,
  cacheDirectory: '<rootDir>/../node_modules/.cache/jest', // temporary files go with the run
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', { ...swc, swcrc: false }] },
  // ESM-only packages are compiled for jest as well; everything else in node_modules is left alone.
  transformIgnorePatterns: [
    '/node_modules/(?!(@tus|srvx|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|@otplib|uuid|age-encryption|@noble|@scure|openid-client|oauth4webapi|jose|oidc-provider|(async-|generator-|async-generator-)function)/)',
  ],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
};

const api = { ...shared, setupFilesAfterEnv: ['<rootDir>/test/support/setup.ts'] };

const ROOMS = 8;
const together = Array.from({ length: ROOMS }, (_, room) => ({
  ...api,
  displayName: 'rooms',
  testMatch: ['<rootDir>/test/together.ts'],
  globals: { ROOM: room, ROOMS },
}));

module.exports = {
  maxWorkers: 2,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    { ...api, displayName: 'api', testMatch: ['<rootDir>/test/**/*.api-spec.ts'] },
    ...together,
  ],
};
