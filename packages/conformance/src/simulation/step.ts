import { createRandom } from '@upi-autopay/engine'

/** Everything that a simulation may do, with how often it is done. */
export const OPERATIONS = {
  create_mandate: 5,
  payer_acts: 6,
  revoke: 1,
  modify: 2,
  call_off: 2,
  notify: 8,
  announce_and_plan: 8,
  present: 8,
  collect: 10,
  present_instantly: 3,
  present_without_notice: 4,
  retry: 4,
  cancel: 2,
  resolve: 1,
  ask_payment: 3,
  change_payment: 4,
  refund: 4,
  dispute: 2,
  schedule: 4,
  reverse: 1,
  enter_pin: 8,
  refuse_pin: 2,
  tell_again: 6,
  two_at_once: 3,
  lose_the_worker: 3,
  stop_debits: 1,
  resume_debits: 4,
  ask_why: 6,
  elapse: 6,
  advance: 12,
  work: 6,
  deliver: 2,
} as const

/** The name of something that a simulation does. */
export type Operation = keyof typeof OPERATIONS

/**
 * One step: what is done, and 32-bit words that say to which resource and how. A word picks among what there is when
 * the step is made, so a sequence stays meaningful when steps are left out of it.
 */
export interface Step {
  readonly operation: Operation
  readonly pick: number
  readonly choice: number
  readonly amount: number
  readonly days: number
}

/** The steps of a seed: the same seed gives the same steps, and a longer sequence begins with the shorter. */
export function stepsOf(seed: number, count: number): Step[] {
  const word = createRandom(seed)
  return Array.from({ length: count }, () => ({
    operation: operationOf(word()),
    pick: word(),
    choice: word(),
    amount: word(),
    days: word(),
  }))
}

const WEIGHTED = Object.entries(OPERATIONS).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name as Operation),
)

function operationOf(word: number): Operation {
  return WEIGHTED[word % WEIGHTED.length] as Operation
}
