import type { DeliveryStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** One event on its way to one endpoint. Nothing of it is an event for merchants: telling it would never end. */
export const DELIVERY_LIFECYCLE = {
  resource: 'delivery',
  statuses: ['pending', 'retrying', 'succeeded', 'given_up'],
  terminal: ['succeeded', 'given_up'],
  transitions: [
    {
      from: null,
      on: 'delivery.created',
      to: 'pending',
      by: ['clock'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'delivery.succeeded',
      to: 'succeeded',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'retrying',
      on: 'delivery.succeeded',
      to: 'succeeded',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'pending',
      on: 'delivery.failed_attempt',
      to: 'retrying',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'retrying',
      on: 'delivery.failed_attempt',
      to: 'retrying',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: false,
    },
    // Straight from pending when the endpoint is gone before the first attempt.
    {
      from: 'pending',
      on: 'delivery.given_up',
      to: 'given_up',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'retrying',
      on: 'delivery.given_up',
      to: 'given_up',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: false,
    },
  ],
  actions: {
    succeeded: ['redeliver'],
    given_up: ['redeliver'],
  },
} as const satisfies Lifecycle<DeliveryStatus>
