const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
};

/** File by file (`screens`), or all in a few `rooms`. */
const screens = {
  displayName: 'screens',
  rootDir: __dirname,
  cacheDirectory: '<rootDir>/../node_modules/.cache/jest', // temporary files go with the run
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  globals: { __API_URL__: '' },
  moduleNameMapper: { '\\.(css|svg|woff2)$': 'identity-obj-proxy', '^@/(.*)$': '<rootDir>/src/$1' },
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
};

const ROOMS = 6;
const together = Array.from({ length: ROOMS }, (_, room) => ({
  ...screens,
  displayName: 'rooms',
  testMatch: ['<rootDir>/test/together.ts'],
  globals: { ...screens.globals, ROOM: room, ROOMS },
}));
// What runs in Node, without a page, says so itself.
const apart = { ...screens, displayName: 'rooms', testMatch: ['<rootDir>/src/**/*.node.spec.ts'] };

/** @type {import('jest').Config} */
module.exports = { testTimeout: 20_000, projects: [screens, ...together, apart] };
