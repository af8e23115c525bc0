import { describe, expect, test } from 'vitest'
import { MINUTE, MONDAY_8 } from '../mandate/decider-specification.ts'
import { webhookEndpointAggregate } from './aggregate.ts'
import type { WebhookEndpointCommand } from './webhook-endpoint.ts'
import {
  CREATE,
  createEndpointStream,
  DELETE,
  DISABLE,
  ENABLE,
  type EndpointStream,
  GIVE_UP,
  rotate,
  TEST,
  update,
} from './webhook-endpoint-specification.ts'

const LATER = MONDAY_8 + MINUTE

const IN_STATE = {
  enabled: () => createEndpointStream().given(CREATE).wait(MINUTE),
  disabled: () => createEndpointStream().given(CREATE).given(DISABLE).wait(MINUTE),
  'given up': () => createEndpointStream().given(CREATE).given(GIVE_UP).wait(MINUTE),
  deleted: () => createEndpointStream().given(CREATE).given(DELETE).wait(MINUTE),
} satisfies Record<string, () => EndpointStream>

test('an endpoint that is made is enabled, and its row shows it', () => {
  const stream = createEndpointStream().given(CREATE)
  const data = {
    id: 'whk_1',
    revision: 1,
    status: 'enabled',
    disabled_because: null,
    url: 'https://hooks.example.com',
    events: ['*'],
    description: null,
    metadata: {},
    created_at: MONDAY_8,
    updated_at: MONDAY_8,
  }
  expect(stream.rows()).toEqual([
    {
      kind: 'webhook_endpoint',
      id: 'whk_1',
      stream: 'whk_1',
      revision: 1,
      status: 'enabled',
      reference_id: null,
      mandate_id: null,
      notification_id: null,
      created_at: MONDAY_8,
      updated_at: MONDAY_8,
      data,
    },
  ])
  expect(stream.beside()).toEqual({ webhook_secrets: ['first'] })
  expect(JSON.stringify(stream.logged())).not.toContain('first')
})

describe('a change of an endpoint', () => {
  const terms = { events: ['payment.succeeded'], description: 'Till' }

  test.each<[keyof typeof IN_STATE, string, WebhookEndpointCommand, string, object]>([
    ['enabled', 'updated', update(terms), 'webhook_endpoint.updated', terms],
    ['disabled', 'updated', update(terms), 'webhook_endpoint.updated', terms],
    [
      'enabled',
      'disabled',
      DISABLE,
      'webhook_endpoint.disabled',
      { status: 'disabled', disabled_because: 'merchant' },
    ],
    [
      'enabled',
      'given up',
      GIVE_UP,
      'webhook_endpoint.disabled',
      { status: 'disabled', disabled_because: 'failing' },
    ],
    [
      'disabled',
      'enabled',
      ENABLE,
      'webhook_endpoint.enabled',
      { status: 'enabled', disabled_because: null },
    ],
    [
      'enabled',
      'given a new secret',
      rotate('second', 1, 0),
      'webhook_endpoint.secret_rotated',
      {},
    ],
    [
      'disabled',
      'given a new secret',
      rotate('second', 1, 0),
      'webhook_endpoint.secret_rotated',
      {},
    ],
    ['enabled', 'deleted', DELETE, 'webhook_endpoint.deleted', { status: 'deleted' }],
    ['disabled', 'deleted', DELETE, 'webhook_endpoint.deleted', { status: 'deleted' }],
  ])('that is %s moves it on by one when it is %s', (state, _, command, type, changed) => {
    const stream = IN_STATE[state]()
    const before = stream.state()
    expect(stream.when(command)).toMatchObject({ ok: true, events: [{ type }] })
    expect(stream.state()).toEqual({
      ...before,
      ...changed,
      revision: before.revision + 1,
      updated_at: LATER,
    })
  })

  test.each<[keyof typeof IN_STATE, string, WebhookEndpointCommand]>([
    ['enabled', 'enabled', ENABLE],
    ['disabled', 'disabled', DISABLE],
    ['disabled', 'given up', GIVE_UP],
    ['given up', 'disabled', DISABLE],
    ['deleted', 'deleted', DELETE],
    ['deleted', 'given up', GIVE_UP],
  ])('that is %s already is calmly accepted when it is %s, and is none', (state, _, command) => {
    const stream = IN_STATE[state]()
    const before = stream.state()
    expect(stream.when(command)).toEqual({ ok: true, events: [] })
    expect(stream.state()).toEqual(before)
  })

  test.each<[string, WebhookEndpointCommand]>([
    ['updated', update(terms)],
    ['disabled by its merchant', DISABLE],
    ['enabled', ENABLE],
    ['given a new secret', rotate('second', 1, 0)],
    ['tested', TEST],
  ])('that is deleted is refused when it is to be %s', (_, command) => {
    const stream = IN_STATE.deleted()
    expect(stream.when(command)).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: 'Webhook endpoint whk_1 is deleted: it is deleted for good.',
        allowed_actions: [],
      },
    })
    expect(stream.beside()).toEqual({})
  })

  test('is not found where none was made', () => {
    expect(createEndpointStream().when(ENABLE)).toEqual({
      ok: false,
      rejection: { code: 'not_found', detail: 'There is no webhook endpoint whk_1.' },
    })
  })
})

describe('a test event', () => {
  test('is told of the endpoint as it is, and leaves it so', () => {
    const stream = IN_STATE.enabled()
    const before = stream.state()
    stream.given(TEST)
    expect(stream.logged().at(-1)).toMatchObject({
      type: 'webhook_endpoint.tested',
      resource_id: 'whk_1',
      data: {},
      public: true,
      object: before,
    })
    expect(stream.state()).toEqual(before)
  })

  test.each(['disabled', 'given up'] as const)('is refused by one that is %s', (state) => {
    expect(IN_STATE[state]().when(TEST)).toEqual({
      ok: false,
      rejection: {
        code: 'state_conflict',
        detail: 'Webhook endpoint whk_1 is disabled: a test goes to an enabled one.',
        allowed_actions: ['update', 'enable', 'rotate_secret', 'delete'],
      },
    })
  })
})

describe('a new secret', () => {
  test.each([
    ['none, signs alone at once', 0, []],
    ['a millisecond, signs beside the old one for so long', 1, [{ secret: 'first', until: 1_001 }]],
  ])('with an overlap of %s', (_, overlap, old_webhook_secrets) => {
    const stream = IN_STATE.enabled().given(rotate('second', 1_000, overlap))
    expect(stream.beside()).toEqual({ webhook_secrets: ['second'], old_webhook_secrets })
  })

  test('lets go those whose time ends at that very moment', () => {
    const stream = IN_STATE.enabled().given(rotate('second', 1_000, 500))
    expect(stream.given(rotate('third', 1_500, 500)).beside()).toEqual({
      webhook_secrets: ['third'],
      old_webhook_secrets: [{ secret: 'second', until: 2_000 }],
    })
  })

  test('is the only one where the old ones are lost', () => {
    const { state } = IN_STATE.enabled()
    const { decide } = webhookEndpointAggregate
    const facts = {} as Parameters<typeof decide>[2]
    expect(decide(state(), rotate('second', 1_000, 500), facts, {})).toMatchObject({
      private: { webhook_secrets: ['second'], old_webhook_secrets: [] },
    })
  })
})

test('a stream that does not begin with its endpoint is a bug', () => {
  const event = IN_STATE.enabled().when(DISABLE)
  if (!event.ok || event.events[0] === undefined) throw new Error('it is disabled')
  const [disabled] = event.events
  expect(() => webhookEndpointAggregate.evolve(null, disabled, MONDAY_8)).toThrow(
    'does not begin with its creation',
  )
})
