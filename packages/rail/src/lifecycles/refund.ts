import type { RefundStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** Money on its way back to a payer. A pending one reserves its amount; it is never sent twice. */
export const REFUND_LIFECYCLE = {
  resource: 'refund',
  statuses: ['pending', 'succeeded', 'failed'],
  terminal: ['succeeded', 'failed'],
  transitions: [
    {
      from: null,
      on: 'refund.created',
      to: 'pending',
      by: ['merchant'],
      rules: ['refund.window', 'refund.ceiling'],
      source: 'decentro-collect',
      public: true,
    },
    // The provider has it and names no moment of its answer. Should none come, it is asked.
    {
      from: 'pending',
      on: 'refund.acknowledged',
      to: 'pending',
      by: ['bank', 'rail'],
      rules: ['inquiry.first_after'],
      source: 'npci-oc-215a',
      public: false,
    },
    // The bank's answer is on its way; kept as a timer, told when it comes.
    {
      from: 'pending',
      on: 'refund.answer_expected',
      to: 'pending',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'refund.outcome_unknown',
      to: 'pending',
      by: ['bank', 'rail'],
      source: 'juspay',
      public: true,
    },
    {
      from: 'pending',
      on: 'refund.inquired',
      to: 'pending',
      by: ['clock'],
      source: 'npci-oc-215a',
      public: false,
    },
    // Nobody is asked any more: it stays pending, and its amount reserved, until the bank tells.
    {
      from: 'pending',
      on: 'refund.unresolved',
      to: 'pending',
      by: ['bank', 'rail', 'clock'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'pending',
      on: 'refund.succeeded',
      to: 'succeeded',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'pending',
      on: 'refund.failed',
      to: 'failed',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
    },
    // The bank says later that the money went back after all.
    {
      from: 'failed',
      on: 'refund.corrected',
      to: 'succeeded',
      by: ['bank', 'rail'],
      source: 'assumption',
      public: true,
      correction: true,
    },
  ],
  actions: {},
} as const satisfies Lifecycle<RefundStatus>
