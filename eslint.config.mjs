import js from '@eslint/js';
import { globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// Without type information: the compiler has that in the same check, and this takes seconds.
export default tseslint.config(
  globalIgnores([
    '**/dist/',
    'coverage/',
    'backend/coverage/',
    'frontend/coverage/',
    '**/test-results/',
    '**/playwright-report/',
    '**/.data/',
    'frontend/src/shared/api/generated/',
    'frontend/src/app/routeTree.gen.ts',
  ]),
  {
    // A rule that is wrong is changed here, where everybody sees it, and not switched off in a line.
    linterOptions: { noInlineConfig: true },
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      // Refusing NUL and its kind takes naming them.
      'no-control-regex': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['backend/**'],
    languageOptions: { globals: globals.node },
  },
  {
    // What it hands to a page runs there.
    files: ['backend/scripts/bench/screens.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['**/*.cjs', 'backend/scripts/**/*.js'],
    languageOptions: { globals: globals.node, sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Playwright reads from an empty pattern that a fixture needs nothing.
    files: ['frontend/e2e/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['frontend/{src,public}/**'],
    languageOptions: { globals: globals.browser },
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: ['**/*.{test,spec,api-spec}.{ts,tsx}', 'backend/test/**', 'frontend/test/**'],
    languageOptions: { globals: { ...globals.node, ...globals.jest } },
  },
);
