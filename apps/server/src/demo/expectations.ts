/** One thing that was foretold, and what came. */
export interface Expectation {
  readonly subject: string
  readonly expected: string
  readonly seen: string
}

/** Collects what was foretold and what came, in order. */
export interface Expectations {
  /** Notes one and answers whether it held. */
  readonly note: (expectation: Expectation) => boolean
  readonly all: () => readonly Expectation[]
  readonly broken: () => readonly Expectation[]
}

/** An empty collection. */
export function createExpectations(): Expectations {
  const noted: Expectation[] = []
  return {
    note: (expectation) => {
      noted.push(expectation)
      return held(expectation)
    },
    all: () => noted,
    broken: () => noted.filter((one) => !held(one)),
  }
}

function held({ expected, seen }: Expectation): boolean {
  return expected === seen
}
