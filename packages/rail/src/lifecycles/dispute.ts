import type { DisputeStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/**
 * A payer's objection (chargeback), told by the provider. Its amount leaves the settlement at once and returns when
 * the merchant wins.
 */
export const DISPUTE_LIFECYCLE = {
  resource: 'dispute',
  statuses: ['open', 'won', 'lost'],
  terminal: ['won', 'lost'],
  transitions: [
    {
      from: null,
      on: 'dispute.opened',
      to: 'open',
      by: ['payer', 'bank'],
      rules: ['dispute.ceiling'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'open',
      on: 'dispute.contested',
      to: 'open',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'open',
      on: 'dispute.won',
      to: 'won',
      by: ['bank'],
      source: 'assumption',
      public: true,
    },
    // Accepted by the merchant, decided by the bank, or not answered in time.
    {
      from: 'open',
      on: 'dispute.lost',
      to: 'lost',
      by: ['merchant', 'bank', 'clock'],
      source: 'assumption',
      public: true,
    },
  ],
  actions: {
    open: ['accept', 'contest'],
  },
} as const satisfies Lifecycle<DisputeStatus>
