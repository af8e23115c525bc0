import type { NotificationStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** A pre-debit notification, from the merchant's request to its use. */
export const NOTIFICATION_LIFECYCLE = {
  resource: 'notification',
  statuses: ['pending', 'delivered', 'failed', 'used', 'cancelled', 'lapsed'],
  terminal: ['failed', 'used', 'cancelled', 'lapsed'],
  transitions: [
    {
      from: null,
      on: 'notification.created',
      to: 'pending',
      by: ['merchant'],
      rules: [
        'notice.one_open',
        'presentation.one_open',
        'amount.minimum',
        'amount.maximum',
        'amount.mandate_rule',
        'mandate.debit_in_validity',
        'recurrence.debit_day',
        'notice.lead_window',
        'notice.cut_off',
        'cycle.one_success',
        'presentation.attempt_limit',
      ],
      source: 'rbi-2026',
      public: true,
    },
    // The bank's answer is on its way; kept as a timer, told when it comes.
    {
      from: 'pending',
      on: 'notification.answer_expected',
      to: 'pending',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'notification.delivered',
      to: 'delivered',
      by: ['bank', 'rail'],
      source: 'rbi-2026',
      public: true,
    },
    {
      from: 'pending',
      on: 'notification.failed',
      to: 'failed',
      by: ['bank', 'rail'],
      source: 'npci-oc-149a',
      public: true,
    },
    // By the merchant's call; a mandate that ends, or whose terms no longer allow the debit, takes its notices with it.
    {
      from: 'pending',
      on: 'notification.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'pending',
      on: 'notification.lapsed',
      to: 'lapsed',
      by: ['clock'],
      source: 'assumption',
      public: true,
    },
    // The first attempt uses the notice; later attempts of the same debit change nothing here.
    {
      from: 'delivered',
      on: 'notification.used',
      to: 'used',
      by: ['clock'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'delivered',
      on: 'notification.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail'],
      source: 'rbi-2026',
      public: true,
    },
    {
      from: 'delivered',
      on: 'notification.lapsed',
      to: 'lapsed',
      by: ['clock'],
      rules: ['presentation.window'],
      source: 'assumption',
      public: true,
    },
  ],
  actions: {
    pending: ['cancel'],
    delivered: ['create_presentation', 'cancel'],
    // A cancelled debit leaves its notice usable while attempts and window remain.
    used: ['create_presentation'],
  },
} as const satisfies Lifecycle<NotificationStatus>
