import type { WebhookEndpointStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

/** An address that is told of events. Only its failing is news to the merchant, who did the rest. */
export const WEBHOOK_ENDPOINT_LIFECYCLE = {
  resource: 'webhook_endpoint',
  statuses: ['enabled', 'disabled', 'deleted'],
  terminal: ['deleted'],
  transitions: [
    {
      from: null,
      on: 'webhook_endpoint.created',
      to: 'enabled',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'enabled',
      on: 'webhook_endpoint.disabled',
      to: 'disabled',
      by: ['clock'],
      source: 'assumption',
      public: true,
    },
    {
      from: 'enabled',
      on: 'webhook_endpoint.deleted',
      to: 'deleted',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
    {
      from: 'disabled',
      on: 'webhook_endpoint.deleted',
      to: 'deleted',
      by: ['merchant'],
      source: 'assumption',
      public: false,
    },
  ],
  actions: {
    enabled: ['delete'],
    disabled: ['delete'],
  },
} as const satisfies Lifecycle<WebhookEndpointStatus>
