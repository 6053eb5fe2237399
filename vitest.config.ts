// How the tests run: every test/**/*.test.ts, in parallel workers, with time for the properties and the child processes.
import { defineConfig } from 'vitest/config';

// vitest takes its configuration from the default export; nothing else in this house has one.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
