import type { Problem } from '@upi-autopay/contract'

/** A control of the mocks that was refused: an unknown id, a state that does not allow it, a clock sent backwards. */
export class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal'
  /** What the API answered, with its `code` and what is allowed instead. */
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.detail} (${problem.code}: ${problem.remedy})`)
    this.problem = problem
  }
}
