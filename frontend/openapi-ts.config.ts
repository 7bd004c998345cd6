import { defineConfig } from '@hey-api/openapi-ts';

/** Types and one function per operation, on our own axios instance (`src/shared/api/http.ts`). Run by `npm run api`. */
export default defineConfig({
  input: '../backend/openapi.json',
  output: { path: 'src/shared/api/generated', postProcess: [] },
  plugins: [
    { name: '@hey-api/client-axios', runtimeConfigPath: '../client' },
    '@hey-api/typescript',
    { name: '@hey-api/sdk', operations: { strategy: 'flat' } },
  ],
});
