/** The part of a test runner that the suites use; vitest, jest and others fit. It is handed in, never imported. */
export interface Runner {
  test(name: string, run: () => Promise<void>): void
  describe(name: string, define: () => void): void
  expect(actual: unknown): Expectation
}

/** What is expected of a value. */
export interface Expectation {
  toBe(expected: unknown): void
  toEqual(expected: unknown): void
}
