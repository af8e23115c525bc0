import type { SettlementStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/**
 * Collected money on its way to the merchant's bank account. It never fails: a transfer that the bank refuses is asked
 * for again, and its money stays in this settlement until it has arrived (assumption).
 */
export const SETTLEMENT_LIFECYCLE = {
  resource: 'settlement',
  statuses: ['pending', 'settled'],
  terminal: ['settled'],
  transitions: [
    {
      from: null,
      on: 'settlement.created',
      to: 'pending',
      by: ['clock'],
      rules: ['settlement.run', 'settlement.business_day'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'pending',
      on: 'settlement.answer_expected',
      to: 'pending',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'settlement.postponed',
      to: 'pending',
      by: ['bank'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'settlement.requested',
      to: 'pending',
      by: ['clock'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'settlement.settled',
      to: 'settled',
      by: ['bank'],
      source: 'assumption',
      public: true,
    },
  ],
  actions: {},
} as const satisfies Lifecycle<SettlementStatus>
