import { expect, test } from 'vitest'
import { isTold } from './is-told.ts'

test.each([
  ['that wants all is told of each', ['*'], 'payment.succeeded', true],
  [
    'that names the type is told of it',
    ['refund.failed', 'payment.succeeded'],
    'payment.succeeded',
    true,
  ],
  [
    'that names other types is not',
    ['refund.failed', 'payment.failed'],
    'payment.succeeded',
    false,
  ],
  ['that names no type is told of nothing', [], 'payment.succeeded', false],
])('an endpoint %s', (_, events, type, told) => {
  expect(isTold({ id: 'whk_1', events }, { type, resource_id: 'pay_1' })).toBe(told)
})

test.each([
  ['the tested one, whatever it subscribed to', 'whk_1', ['payment.failed'], true],
  ['no other one, though it wants all', 'whk_2', ['*'], false],
])('a test is told to %s', (_, id, events, told) => {
  const event = { type: 'webhook_endpoint.tested', resource_id: 'whk_1' }
  expect(isTold({ id, events }, event)).toBe(told)
})
