const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
};

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'jsdom',
  testTimeout: 20_000,
  testMatch: ['<rootDir>/src/**/*.spec.{ts,tsx}'],
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  globals: { __API_URL__: '' },
  moduleNameMapper: { '\\.(css|svg|woff2)$': 'identity-obj-proxy', '^@/(.*)$': '<rootDir>/src/$1' },
  transform: { '\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
};
