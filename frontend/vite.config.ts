import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** Where the development server and the preview send API requests. */
const api = process.env.API_URL ?? 'http://localhost:8000';
const proxy = Object.fromEntries(['/api', '/healthz', '/readyz'].map((path) => [path, { target: api }]));

/** What every page needs, in a file of its own: it stays in the browser's cache when only our code changes. */
const core =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](react-router|router-core|history)|axios|zustand|clsx)[\\/]/;

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // A plain constant and not `import.meta.env`, which Jest cannot read. Empty: the API is at our own origin.
  define: { __API_URL__: JSON.stringify(loadEnv(mode, process.cwd(), 'VITE_').VITE_API_URL ?? '') },
  server: { port: 3001, strictPort: true, proxy },
  preview: { port: 3001, proxy },
  build: {
    target: 'es2022',
    // Fonts and pictures stay files, so that the content security policy needs no `data:` for them.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'core', test: core }] } } },
  },
}));
