import type { ScheduleStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** A series of debits that the server announces and makes by itself, from the merchant's request to its end. */
export const SCHEDULE_LIFECYCLE = {
  resource: 'schedule',
  statuses: ['active', 'paused', 'completed', 'cancelled'],
  terminal: ['completed', 'cancelled'],
  transitions: [
    {
      from: null,
      on: 'schedule.created',
      to: 'active',
      by: ['merchant'],
      rules: [
        'schedule.one_open',
        'amount.minimum',
        'amount.maximum',
        'amount.mandate_rule',
        'schedule.frequency',
        'schedule.starts_on',
        'schedule.until',
        'schedule.room',
      ],
      source: 'assumption',
      public: true,
    },
    // The notice and the debit of a cycle were made; merchants are told of those.
    {
      from: 'active',
      on: 'schedule.cycle_announced',
      to: 'active',
      by: ['clock'],
      rules: ['schedule.notice_moment'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'active',
      on: 'schedule.cycle_skipped',
      to: 'active',
      by: ['clock', 'merchant'],
      rules: ['schedule.notice_slack'],
      source: 'assumption',
      public: true,
    },
    // What comes next moved: the mandate is paused, was resumed or was changed.
    {
      from: 'active',
      on: 'schedule.replanned',
      to: 'active',
      by: ['clock', 'payer', 'merchant'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'active',
      on: 'schedule.paused',
      to: 'paused',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'paused',
      on: 'schedule.resumed',
      to: 'active',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    // All its cycles are over, and the last debit has ended; or the mandate came to its natural end.
    {
      from: 'active',
      on: 'schedule.completed',
      to: 'completed',
      by: ['clock', 'bank', 'rail', 'merchant', 'payer'],
      source: 'assumption',
      public: true,
    },
    // By anyone else than the merchant only together with the mandate.
    {
      from: 'active',
      on: 'schedule.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'paused',
      on: 'schedule.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail', 'clock'],
      source: 'assumption',
      public: true,
    },
  ],
  actions: {
    active: ['pause', 'cancel'],
    paused: ['resume', 'cancel'],
  },
} as const satisfies Lifecycle<ScheduleStatus>
