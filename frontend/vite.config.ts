import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin, type Rolldown } from 'vite';

/** Where the development server and the preview send API requests. */
const api = process.env.API_URL ?? 'http://localhost:8000';
const proxy = Object.fromEntries(['/api', '/files', '/healthz', '/readyz'].map((path) => [path, { target: api }]));

/** What every page needs, in a file of its own: it stays in the browser's cache when only our code changes. */
const core =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](react-router|router-core|history)|axios|zustand|clsx)[\\/]/;

/** One file of ours with all that this page needs; what it needs of a package goes with it as far as it is used. */
function fileOf(name: string, needing: string) {
  const all = new Set([fileURLToPath(new URL(`./src/${needing}`, import.meta.url))]);
  return (id: string, context: Pick<Rolldown.PluginContext, 'getModuleInfo'>): string | null => {
    for (const each of all) for (const needed of context.getModuleInfo(each)?.importedIds ?? []) all.add(needed);
    return all.has(id) && !id.includes('node_modules') ? name : null;
  };
}

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** What the preview of PDFs reads while it works (fonts, character maps, decoders), from our own address: `/pdfjs/…`. */
function pdfParts(): Plugin {
  const parts = ['cmaps', 'standard_fonts', 'wasm'].flatMap((folder) =>
    readdirSync(join(pdfjs, folder))
      .filter((name) => !name.endsWith('.wasm')) // the policy lets none run; the same is there as scripts
      .map((name) => `${folder}/${name}`),
  );
  return {
    name: 'pdf-parts',
    configureServer: ({ middlewares }) => {
      middlewares.use('/pdfjs', (request, response, next) => {
        const part = parts.find((each) => `/${each}` === request.url);
        if (!part) return next();
        if (part.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        response.end(readFileSync(join(pdfjs, part)));
      });
    },
    generateBundle() {
      for (const part of parts)
        this.emitFile({ type: 'asset', fileName: `pdfjs/${part}`, source: readFileSync(join(pdfjs, part)) });
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), pdfParts()],
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('./src', import.meta.url)) },
      // The one for the browsers of the last years too, and not of the last months only.
      { find: /^pdfjs-dist$/, replacement: 'pdfjs-dist/legacy/build/pdf.mjs' },
    ],
  },
  // A plain constant and not `import.meta.env`, which Jest cannot read. Empty: the API is at our own origin.
  define: { __API_URL__: JSON.stringify(loadEnv(mode, process.cwd(), 'VITE_').VITE_API_URL ?? '') },
  server: { port: 3001, strictPort: true, proxy },
  preview: { port: 3001, proxy },
  build: {
    target: 'es2022',
    // Fonts and pictures stay files, so that the content security policy needs no `data:` for them.
    assetsInlineLimit: 0,
    // A page comes in few files; each needs only those that stand before it here.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'core', test: core, priority: 5 },
            { name: 'start', tags: ['$initial'], priority: 4 },
            { name: fileOf('sign-in', 'features/auth/pages/SignInPage.tsx'), priority: 3 },
            { name: fileOf('frame', 'app/frame/Frame.tsx'), priority: 2 },
            { name: 'shared', minShareCount: 8, priority: 1 },
          ],
        },
      },
    },
  },
}));
