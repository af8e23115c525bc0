import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// For mutation testing: the tests of the facts and of the deciders alone, run on the sources beside this file, which
// are copies where mutants live. Package names are pinned to them; node_modules would lead back to the originals.
export default defineConfig({
  resolve: {
    alias: {
      '@upi-autopay/rail': fileURLToPath(new URL('packages/rail/src/index.ts', import.meta.url)),
    },
  },
  test: {
    include: ['packages/rail/src/**/*.test.ts', 'packages/engine/src/**/*.test.ts'],
    // What walks ten years from every day, or histories by the hundred, would do so for every mutant; the looked-up
    // cases do here.
    exclude: [
      '**/node_modules/**',
      '**/*.ten-years.test.ts',
      '**/schedule/upcoming.test.ts',
      '**/runtime/batches/**',
    ],
    // The facts and deciders hold no state: read once, they serve every mutant, which is switched on by a variable.
    isolate: false,
    setupFiles: ['.ci/forget-coverage.ts'],
    testTimeout: 30_000,
    restoreMocks: true,
  },
})
