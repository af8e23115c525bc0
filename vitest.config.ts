import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Tests run on the sources, as everything here does: no build comes first.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: [
      'packages/*/{src,tests,examples}/**/*.test.ts',
      'apps/*/{src,tests}/**/*.test.ts',
      '.ci/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    pool: 'forks',
    // Stores and servers start inside tests; a machine with two slow cores must not fail them by the clock.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
