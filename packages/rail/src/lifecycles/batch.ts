import type { BatchStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** Many debits or notices handed in at once, from the upload to the end of the last of them. */
export const BATCH_LIFECYCLE = {
  resource: 'batch',
  statuses: ['validating', 'running', 'completed', 'cancelled'],
  terminal: ['completed', 'cancelled'],
  transitions: [
    {
      from: null,
      on: 'batch.created',
      to: 'validating',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    // Rows of the upload were kept, and more are to come.
    {
      from: 'validating',
      on: 'batch.received',
      to: 'validating',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
    // The upload is whole: its rows are handed over, some at a time.
    {
      from: 'validating',
      on: 'batch.started',
      to: 'running',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    // An upload that broke off, or was refused on the way, hands nothing over.
    {
      from: 'validating',
      on: 'batch.cancelled',
      to: 'cancelled',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'running',
      on: 'batch.progressed',
      to: 'running',
      by: ['clock'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'running',
      on: 'batch.completed',
      to: 'completed',
      by: ['clock'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'running',
      on: 'batch.cancelled',
      to: 'cancelled',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    // Rows that were being handed over when the batch was cancelled are counted as what they became.
    {
      from: 'cancelled',
      on: 'batch.progressed',
      to: 'cancelled',
      by: ['clock'],
      source: 'assumption',
      public: false,
      correction: true,
    },
  ],
  actions: {
    validating: ['cancel'],
    running: ['cancel'],
  },
} as const satisfies Lifecycle<BatchStatus>
