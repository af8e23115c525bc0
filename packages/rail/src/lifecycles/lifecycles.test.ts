import { describe, expect, expectTypeOf, test } from 'vitest'
import { RULES } from '../rules/rule-table.ts'
import { SOURCES } from '../rules/sources.ts'
import {
  ACTORS,
  BATCH_STATUSES,
  DELIVERY_STATUSES,
  DISPUTE_STATUSES,
  MANDATE_STATUSES,
  MODIFICATION_STATUSES,
  NOTIFICATION_STATUSES,
  PAYMENT_STATUSES,
  PRESENTATION_STATUSES,
  REFUND_STATUSES,
  RESOURCE_KINDS,
  REVERSAL_STATUSES,
  SCHEDULE_STATUSES,
  SETTLEMENT_STATUSES,
  WEBHOOK_ENDPOINT_STATUSES,
} from '../vocabulary.ts'
import { allowedActions, canDo, isTerminal } from './allowed-actions.ts'
import {
  EVENT_TYPES,
  isPublicEventType,
  PUBLIC_EVENT_TYPES,
  type PublicEventType,
} from './event-types.ts'
import { findTransition } from './find-transition.ts'
import { LIFECYCLES } from './index-table.ts'
import type { Lifecycle } from './lifecycle.ts'
import { MANDATE_LIFECYCLE } from './mandate.ts'
import { PRESENTATION_LIFECYCLE } from './presentation.ts'

const STATUSES = {
  mandate: MANDATE_STATUSES,
  modification: MODIFICATION_STATUSES,
  notification: NOTIFICATION_STATUSES,
  presentation: PRESENTATION_STATUSES,
  payment: PAYMENT_STATUSES,
  refund: REFUND_STATUSES,
  dispute: DISPUTE_STATUSES,
  reversal: REVERSAL_STATUSES,
  settlement: SETTLEMENT_STATUSES,
  batch: BATCH_STATUSES,
  schedule: SCHEDULE_STATUSES,
  webhook_endpoint: WEBHOOK_ENDPOINT_STATUSES,
  delivery: DELIVERY_STATUSES,
}
const RULE_IDS = new Set(RULES.map(({ id }) => id))

describe.each(Object.entries<Lifecycle>(LIFECYCLES))('the lifecycle of a %s', (kind, lifecycle) => {
  test('has the statuses of the vocabulary and belongs to its own resource', () => {
    expect(lifecycle.statuses).toEqual(STATUSES[kind as keyof typeof STATUSES])
    expect(lifecycle.resource).toBe(kind)
  })

  test('begins in one way and reaches every status from there', () => {
    expect(lifecycle.transitions.filter(({ from }) => from === null)).toHaveLength(1)
    const reached = new Set<string | null>([null])
    for (let size = 0; size < reached.size; ) {
      size = reached.size
      for (const { from, to } of lifecycle.transitions) if (reached.has(from)) reached.add(to)
    }
    expect(lifecycle.statuses.filter((status) => !reached.has(status))).toEqual([])
  })

  test('leaves a final status by a correction only, and every other status by some way', () => {
    for (const status of lifecycle.statuses) {
      const ways = lifecycle.transitions.filter(({ from, to }) => from === status && to !== status)
      if (lifecycle.terminal.includes(status))
        expect(ways.filter(({ correction }) => !correction)).toEqual([])
      else expect([status, ways.length > 0]).toEqual([status, true])
    }
  })

  test('marks as corrections only ways out of a final status', () => {
    for (const { from, correction } of lifecycle.transitions)
      if (correction) expect(lifecycle.terminal).toContain(from)
  })

  test('has no two rows for one event in one status', () => {
    const pairs = lifecycle.transitions.map(({ from, on }) => `${from} ${on}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  test('cites rules, sources and actors that exist', () => {
    for (const { rules = [], source, by } of lifecycle.transitions) {
      expect(rules.filter((rule) => !RULE_IDS.has(rule))).toEqual([])
      expect(SOURCES[source]).toBeDefined()
      expect(by.length).toBeGreaterThan(0)
      expect(by.filter((actor) => !ACTORS.includes(actor))).toEqual([])
    }
  })

  test('names events after the resource, each public everywhere or nowhere', () => {
    for (const { on, public: told } of lifecycle.transitions) {
      expect(on).toMatch(new RegExp(`^${kind}\\.[a-z_]+$`))
      expect(isPublicEventType(on)).toBe(told)
    }
  })

  test('offers actions in statuses that it has', () => {
    for (const status of Object.keys(lifecycle.actions))
      expect(lifecycle.statuses).toContain(status)
  })
})

test('every resource with a stream of its own has a lifecycle', () => {
  expect(Object.keys(LIFECYCLES)).toEqual(expect.arrayContaining([...RESOURCE_KINDS]))
})

test('a transition is found by status and event', () => {
  expect(findTransition(MANDATE_LIFECYCLE, 'pending', 'mandate.activated')?.to).toBe('active')
  expect(findTransition(MANDATE_LIFECYCLE, null, 'mandate.created')?.to).toBe('pending')
  expect(findTransition(MANDATE_LIFECYCLE, 'revoked', 'mandate.activated')).toBeNull()
})

test('a success told late corrects a failed or cancelled debit', () => {
  for (const from of ['failed', 'cancelled'] as const)
    expect(findTransition(PRESENTATION_LIFECYCLE, from, 'presentation.corrected')).toMatchObject({
      to: 'succeeded',
      correction: true,
    })
})

test('a debit whose outcome is unknown can neither be cancelled nor retried', () => {
  expect(allowedActions('presentation', 'processing')).toEqual([])
})

test('what may be asked for depends on the status', () => {
  expect(allowedActions('mandate', 'active')).toEqual([
    'create_notification',
    'create_presentation',
    'create_schedule',
    'modify',
    'revoke',
  ])
  expect(canDo('mandate', 'paused', 'create_notification')).toBe(false)
  expect(canDo('mandate', 'paused', 'revoke')).toBe(true)
  expect(canDo('presentation', 'declined', 'retry')).toBe(true)
  expect(allowedActions('mandate', 'no such status')).toEqual([])
  expect(isTerminal('presentation', 'declined')).toBe(false)
  expect(isTerminal('presentation', 'failed')).toBe(true)
})

test('the types of public events are known to the compiler', () => {
  expectTypeOf<'mandate.activated'>().toExtend<PublicEventType>()
  expectTypeOf<'presentation.deferred'>().not.toExtend<PublicEventType>()
  expect(EVENT_TYPES).toEqual(expect.arrayContaining([...PUBLIC_EVENT_TYPES]))
  expect(PUBLIC_EVENT_TYPES).not.toContain('presentation.deferred')
})
