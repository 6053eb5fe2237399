// How the page is built: src/web → dist/web, files that any static host can serve from any folder.
// The knowledge stays in a chunk of its own, loaded by the worker as a script: the page may open no connection at all.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const knowledgeChunk = { codeSplitting: { groups: [{ name: 'knowledge', test: /compiled\.generated/ }] } };
/** All that the first look needs is one file: cut at every import of what comes later, it would weigh a tenth more. */
const firstChunk = { codeSplitting: { groups: [{ name: 'page', test: /src\/web\/main\.tsx$/ }] } };
const checks = { pluginTimings: false };

// Vite takes its configuration from the default export.
export default defineConfig({
  root: 'src/web',
  base: './',
  publicDir: false,
  resolve: { alias: [
    { find: /^corpora\//, replacement: fileURLToPath(new URL('corpora/', import.meta.url)) },
    { find: /^underscore$/, replacement: fileURLToPath(new URL('src/web/engine/underscore.js', import.meta.url)) },
  ] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/web', emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false,
    chunkSizeWarningLimit: 4000, rolldownOptions: { output: firstChunk, checks },
  },
  worker: { format: 'es', rolldownOptions: { output: knowledgeChunk, checks } },
});
