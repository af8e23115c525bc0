import type { WebhookEndpointStatus } from '../vocabulary.ts'
import type { Lifecycle } from './lifecycle.ts'

const MERCHANT = { by: ['merchant'], source: 'assumption', public: false } as const

/**
 * An address that is told of events. That it is told no more is news to the merchant's other addresses, whoever did
 * it; a test is told to the tested address alone.
 */
export const WEBHOOK_ENDPOINT_LIFECYCLE = {
  resource: 'webhook_endpoint',
  statuses: ['enabled', 'disabled', 'deleted'],
  terminal: ['deleted'],
  transitions: [
    { from: null, on: 'webhook_endpoint.created', to: 'enabled', ...MERCHANT },
    { from: 'enabled', on: 'webhook_endpoint.updated', to: 'enabled', ...MERCHANT },
    { from: 'disabled', on: 'webhook_endpoint.updated', to: 'disabled', ...MERCHANT },
    { from: 'enabled', on: 'webhook_endpoint.secret_rotated', to: 'enabled', ...MERCHANT },
    { from: 'disabled', on: 'webhook_endpoint.secret_rotated', to: 'disabled', ...MERCHANT },
    {
      from: 'enabled',
      on: 'webhook_endpoint.tested',
      to: 'enabled',
      by: ['merchant'],
      source: 'assumption',
      public: true,
    },
    // By the merchant, or after five days of failing.
    {
      from: 'enabled',
      on: 'webhook_endpoint.disabled',
      to: 'disabled',
      by: ['merchant', 'clock'],
      source: 'assumption',
      public: true,
    },
    { from: 'disabled', on: 'webhook_endpoint.enabled', to: 'enabled', ...MERCHANT },
    { from: 'enabled', on: 'webhook_endpoint.deleted', to: 'deleted', ...MERCHANT },
    { from: 'disabled', on: 'webhook_endpoint.deleted', to: 'deleted', ...MERCHANT },
  ],
  actions: {
    enabled: ['update', 'disable', 'rotate_secret', 'test', 'redeliver', 'delete'],
    disabled: ['update', 'enable', 'rotate_secret', 'delete'],
  },
} as const satisfies Lifecycle<WebhookEndpointStatus>
