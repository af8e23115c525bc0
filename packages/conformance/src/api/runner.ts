/** The part of a test runner that the suite uses; vitest, jest and others fit. It is handed in, never imported. */
export interface ApiRunner {
  test(name: string, run: () => Promise<void>): void
  describe(name: string, define: () => void): void
  readonly expect: Expect
  /** Closes the sessions at the end; without it they stay open until the process ends. */
  afterAll?(run: () => Promise<void>): void
}

/** How cases say what they expect. */
export type Expect = (actual: unknown, message?: string) => Expectation

/** What is expected of a value. */
export interface Expectation {
  toBe(expected: unknown): void
  toEqual(expected: unknown): void
  toMatchObject(expected: object): void
  toContain(expected: unknown): void
  toMatch(expected: RegExp): void
}
