import type { ReversalStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** Money that the bank took back from a debit: told when it is done, by the debit’s own event. */
export const REVERSAL_LIFECYCLE = {
  resource: 'reversal',
  statuses: ['succeeded'],
  terminal: ['succeeded'],
  transitions: [
    {
      from: null,
      on: 'reversal.created',
      to: 'succeeded',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
  ],
  actions: {},
} as const satisfies Lifecycle<ReversalStatus>
