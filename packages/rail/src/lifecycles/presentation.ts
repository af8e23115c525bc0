import type { PresentationStatus } from '../vocabulary.ts'
import { eachFrom, eachStays } from './each-from.ts'
import type { Lifecycle } from './lifecycle.ts'

const HOLD = ['account.debits_stopped'] as const
const TIMING = [
  'presentation.debit_date',
  'notice.lead_time',
  'presentation.attempt_spacing',
  'presentation.off_peak',
] as const
const ATTEMPT = [
  'notice.required',
  'amount.minimum',
  'amount.maximum',
  'amount.mandate_rule',
  'mandate.debit_in_validity',
  'cycle.one_success',
  'presentation.attempt_limit',
  'instant.attempts',
  'presentation.window',
  'instant.window',
] as const

/** What an operator may ask for while the outcome of a debit is unknown, besides what its status offers. */
export const UNKNOWN_OUTCOME_ACTIONS = ['resolve'] as const

/** A debit, from the merchant's request through its attempts to its end. */
export const PRESENTATION_LIFECYCLE = {
  resource: 'presentation',
  statuses: [
    'scheduled',
    'processing',
    'awaiting_payer',
    'retry_scheduled',
    'declined',
    'succeeded',
    'failed',
    'cancelled',
    'reversed',
  ],
  terminal: ['succeeded', 'failed', 'cancelled', 'reversed'],
  transitions: [
    // By the payer where a first debit was agreed at registration: approving it asks for both.
    {
      from: null,
      on: 'presentation.created',
      to: 'scheduled',
      by: ['merchant', 'payer'],
      rules: ['presentation.one_open', ...ATTEMPT],
      source: 'rbi-2026',
      public: true,
    },
    // The due time moved; the resource shows it.
    ...eachStays(['scheduled', 'retry_scheduled'], {
      on: 'presentation.deferred',
      by: ['clock'],
      rules: TIMING,
      source: 'npci-oc-215a',
      public: false,
    }),
    // Due, and held back by a pause or a stop, which name no end. The resource shows which.
    ...eachStays(['scheduled', 'retry_scheduled'], {
      on: 'presentation.held',
      by: ['payer', 'merchant'],
      rules: HOLD,
      source: 'assumption',
      public: false,
    }),
    ...eachFrom(['scheduled', 'retry_scheduled'], {
      on: 'presentation.processing',
      to: 'processing',
      by: ['clock'],
      rules: [...HOLD, ...TIMING, ...ATTEMPT],
      source: 'npci-oc-215a',
      public: true,
    }),
    // Leased for sending and held back in time: the attempt was not made and is not spent.
    {
      from: 'processing',
      on: 'presentation.withdrawn',
      to: 'scheduled',
      by: ['clock', 'rail'],
      rules: TIMING,
      source: 'npci-oc-215a',
      public: false,
    },
    // The provider has it and names no moment of its answer. Should none come, the bank is asked.
    {
      from: 'processing',
      on: 'presentation.acknowledged',
      to: 'processing',
      by: ['bank', 'rail'],
      rules: ['inquiry.first_after'],
      source: 'npci-oc-215a',
      public: false,
    },
    // The bank's answer is on its way; kept as a timer, told when it comes.
    {
      from: 'processing',
      on: 'presentation.answer_expected',
      to: 'processing',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'awaiting_payer',
      on: 'presentation.answer_expected',
      to: 'awaiting_payer',
      by: ['payer', 'bank'],
      source: 'assumption',
      public: false,
    },
    // An attempt that was at the bank when another turned out to be paid: its answer is heard too.
    ...eachStays(['succeeded', 'reversed'], {
      on: 'presentation.answer_expected',
      by: ['bank'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    {
      from: 'processing',
      on: 'presentation.awaiting_payer',
      to: 'awaiting_payer',
      by: ['rail'],
      rules: ['afa.amount_limit', 'afa.first_debit'],
      source: 'rbi-2026',
      public: true,
    },
    {
      from: 'processing',
      on: 'presentation.succeeded',
      to: 'succeeded',
      by: ['bank', 'rail', 'operator'],
      source: 'npci-codes',
      public: true,
    },
    {
      from: 'awaiting_payer',
      on: 'presentation.succeeded',
      to: 'succeeded',
      by: ['bank', 'rail'],
      source: 'npci-codes',
      public: true,
    },
    // An earlier attempt was paid after all, before the next one was made: none is made any more.
    ...eachFrom(['scheduled', 'retry_scheduled', 'declined'], {
      on: 'presentation.succeeded',
      to: 'succeeded',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
    }),
    {
      from: 'processing',
      on: 'presentation.declined',
      to: 'declined',
      by: ['bank', 'rail'],
      source: 'npci-codes',
      public: true,
    },
    {
      from: 'awaiting_payer',
      on: 'presentation.declined',
      to: 'declined',
      by: ['payer', 'bank', 'rail', 'clock'],
      source: 'npci-codes',
      public: true,
    },
    {
      from: 'processing',
      on: 'presentation.retry_scheduled',
      to: 'retry_scheduled',
      by: ['bank', 'rail'],
      rules: ['presentation.attempt_limit'],
      source: 'npci-oc-215a',
      public: true,
    },
    {
      from: 'awaiting_payer',
      on: 'presentation.retry_scheduled',
      to: 'retry_scheduled',
      by: ['payer', 'bank', 'rail', 'clock'],
      rules: ['presentation.attempt_limit'],
      source: 'npci-oc-215a',
      public: true,
    },
    {
      from: 'declined',
      on: 'presentation.rescheduled',
      to: 'scheduled',
      by: ['merchant'],
      rules: ATTEMPT,
      source: 'npci-oc-215a',
      public: true,
    },
    // Deemed: money may have moved. Status is asked, nothing is repeated.
    ...eachFrom(['processing', 'awaiting_payer'], {
      on: 'presentation.outcome_unknown',
      to: 'processing',
      by: ['bank', 'rail'],
      source: 'juspay',
      public: true,
    }),
    // A PIN that was not entered in time, as the clock has it, may have been entered for all the bank can say.
    ...eachFrom(['declined', 'retry_scheduled', 'scheduled'], {
      on: 'presentation.outcome_unknown',
      to: 'processing',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
    }),
    // The bank is asked what became of it: a few times, then nothing but its word or an operator's ends the doubt.
    {
      from: 'processing',
      on: 'presentation.inquired',
      to: 'processing',
      by: ['clock'],
      rules: ['inquiry.first_after', 'inquiry.limit', 'inquiry.window'],
      source: 'npci-oc-215a',
      public: false,
    },
    // So too of an earlier attempt that ended before the bank spoke, while the next one is under way.
    ...eachStays(['processing', 'awaiting_payer'], {
      on: 'presentation.doubted',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
    }),
    {
      from: 'awaiting_payer',
      on: 'presentation.inquired',
      to: 'awaiting_payer',
      by: ['clock'],
      rules: ['inquiry.first_after', 'inquiry.limit', 'inquiry.window'],
      source: 'npci-oc-215a',
      public: false,
    },
    ...eachStays(['processing', 'awaiting_payer'], {
      on: 'presentation.attempt_closed',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
    }),
    // So too of an attempt that was at the bank when another collected.
    ...eachStays(['succeeded', 'reversed'], {
      on: 'presentation.inquired',
      by: ['clock'],
      rules: ['inquiry.first_after', 'inquiry.limit', 'inquiry.window'],
      source: 'npci-oc-215a',
      public: false,
      correction: true,
    }),
    // So too of one that ended, or was called off, while the payer had it and before the bank spoke.
    ...eachStays(['failed', 'cancelled', 'succeeded', 'reversed'], {
      on: 'presentation.doubted',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    ...eachStays(['failed', 'cancelled'], {
      on: 'presentation.answer_expected',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    ...eachStays(['failed', 'cancelled'], {
      on: 'presentation.inquired',
      by: ['clock'],
      rules: ['inquiry.first_after', 'inquiry.limit', 'inquiry.window'],
      source: 'npci-oc-215a',
      public: false,
      correction: true,
    }),
    ...eachStays(['failed', 'cancelled'], {
      on: 'presentation.attempt_closed',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    // Asked as often as allowed, and still nobody can say. It is never failed by a timeout.
    {
      from: 'processing',
      on: 'presentation.unresolved',
      to: 'processing',
      by: ['clock'],
      rules: ['inquiry.limit', 'inquiry.window'],
      source: 'npci-oc-215a',
      public: true,
    },
    // An operator's word, with a note; success or failure follows in the same decision.
    {
      from: 'processing',
      on: 'presentation.resolved',
      to: 'processing',
      by: ['operator'],
      source: 'assumption',
      public: false,
    },
    ...eachStays(['failed', 'cancelled'], {
      on: 'presentation.resolved',
      by: ['operator'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    {
      from: 'processing',
      on: 'presentation.failed',
      to: 'failed',
      by: ['bank', 'rail', 'operator'],
      source: 'npci-codes',
      public: true,
    },
    {
      from: 'awaiting_payer',
      on: 'presentation.failed',
      to: 'failed',
      by: ['payer', 'bank', 'rail', 'clock'],
      source: 'npci-codes',
      public: true,
    },
    {
      from: 'declined',
      on: 'presentation.failed',
      to: 'failed',
      by: ['clock', 'rail', 'bank'],
      rules: ['presentation.window'],
      source: 'assumption',
      public: true,
    },
    ...eachFrom(['scheduled', 'retry_scheduled'], {
      on: 'presentation.failed',
      to: 'failed',
      by: ['clock', 'rail', 'bank'],
      rules: ATTEMPT,
      source: 'assumption',
      public: true,
    }),
    ...eachFrom(['scheduled', 'retry_scheduled', 'declined', 'awaiting_payer'], {
      on: 'presentation.cancelled',
      to: 'cancelled',
      by: ['merchant', 'payer', 'rail'],
      source: 'assumption',
      public: true,
    }),
    // The bank says later that the money moved after all: it counts for the cycle.
    ...eachFrom(['failed', 'cancelled'], {
      on: 'presentation.corrected',
      to: 'succeeded',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
      correction: true,
    }),
    // The bank says that a cycle was paid twice: the second success is collected, flagged as surplus and refundable. It
    // is told late, of whatever the debit has come to meanwhile.
    {
      from: 'processing',
      on: 'presentation.surplus_collected',
      to: 'succeeded',
      by: ['bank', 'rail', 'operator'],
      rules: ['cycle.one_success'],
      source: 'assumption',
      public: true,
    },
    ...eachFrom(['awaiting_payer', 'scheduled', 'retry_scheduled', 'declined'], {
      on: 'presentation.surplus_collected',
      to: 'succeeded',
      by: ['bank', 'rail'],
      rules: ['cycle.one_success'],
      source: 'assumption',
      public: true,
    }),
    ...eachFrom(['failed', 'cancelled', 'succeeded'], {
      on: 'presentation.surplus_collected',
      to: 'succeeded',
      by: ['bank', 'rail'],
      rules: ['cycle.one_success'],
      source: 'assumption',
      public: true,
      correction: true,
    }),
    {
      from: 'reversed',
      on: 'presentation.surplus_collected',
      to: 'reversed',
      by: ['bank', 'rail'],
      rules: ['cycle.one_success'],
      source: 'assumption',
      public: true,
      correction: true,
    },
    // What became of an attempt that was at the bank while another collected: nothing.
    ...eachStays(['succeeded', 'reversed'], {
      on: 'presentation.attempt_closed',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    // A no after a yes, or the yes under another reference: what was collected stays, and the log keeps what was said.
    ...eachStays(['succeeded', 'reversed'], {
      on: 'presentation.contradicted',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: false,
      correction: true,
    }),
    // The bank gives the money back, less what was refunded. The cycle stays spent, for the rail has honoured it (codes
    // VE and QB): the merchant debits the next one, or asks for a payment.
    {
      from: 'succeeded',
      on: 'presentation.reversed',
      to: 'reversed',
      by: ['bank'],
      source: 'assumption',
      public: true,
      correction: true,
    },
  ],
  actions: {
    scheduled: ['cancel'],
    awaiting_payer: ['cancel'],
    retry_scheduled: ['cancel'],
    declined: ['retry', 'cancel'],
    succeeded: ['refund'],
    // The bank may have taken back one collection of several.
    reversed: ['refund'],
  },
} as const satisfies Lifecycle<PresentationStatus>
