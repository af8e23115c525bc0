import type { ModificationStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** A change of a mandate's terms, from the merchant's request to the payer's answer. */
export const MODIFICATION_LIFECYCLE = {
  resource: 'modification',
  statuses: ['pending', 'applied', 'declined', 'expired', 'cancelled'],
  terminal: ['applied', 'declined', 'expired', 'cancelled'],
  transitions: [
    {
      from: null,
      on: 'modification.requested',
      to: 'pending',
      by: ['merchant'],
      rules: [
        'modification.one_open',
        'modification.changes',
        'amount.minimum',
        'amount.maximum',
        'amount.min_amount',
        'modification.end_date',
        'mandate.validity',
        'modification.expiry',
      ],
      source: 'setu',
      public: true,
    },
    // The bank's answer is on its way; kept as a timer, told when it comes.
    {
      from: 'pending',
      on: 'modification.answer_expected',
      to: 'pending',
      by: ['payer', 'bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'modification.applied',
      to: 'applied',
      by: ['rail'],
      source: 'rbi-2026',
      public: true,
    },
    {
      from: 'pending',
      on: 'modification.declined',
      to: 'declined',
      by: ['payer', 'bank', 'rail'],
      source: 'npci-codes',
      public: true,
    },
    // Also where nobody can say what the bank made of it: the old terms stand until somebody says otherwise.
    {
      from: 'pending',
      on: 'modification.expired',
      to: 'expired',
      by: ['clock'],
      rules: ['modification.expiry'],
      source: 'assumption',
      public: true,
    },
    // A mandate that ends leaves nothing to change.
    {
      from: 'pending',
      on: 'modification.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail', 'clock'],
      source: 'assumption',
      public: true,
    },
  ],
  actions: {},
} as const satisfies Lifecycle<ModificationStatus>
