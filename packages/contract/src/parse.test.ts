import { describe, expect, test } from 'vitest'
import { contract } from './contract.ts'
import { parseRequest } from './parse.ts'

const mandate = {
  reference_id: 'member-0001',
  flow: 'intent',
  payer: { name: 'Asha' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 50_000,
  frequency: 'daily',
  start_date: '2026-12-01',
  end_date: '2027-11-30',
}

function errorsOf(body: unknown): string[] {
  const result = parseRequest(contract.mandates.create, { body })
  return result.ok
    ? []
    : result.errors.map((error) => `${error.in} ${error.pointer}: ${error.message}`)
}

test('a well-formed mandate is read with its types', () => {
  expect(errorsOf(mandate)).toEqual([])
})

const WRONG: [string, Record<string, unknown>, string][] = [
  ['an unknown field', { amout: 1 }, 'body /amout: is not known here; remove it'],
  [
    'an unknown field inside the payer',
    { payer: { vap: 'a@sim' } },
    'body /payer/vap: is not known here; remove it',
  ],
  [
    'a field name that needs escaping',
    { 'a/b~c': 1 },
    'body /a~1b~0c: is not known here; remove it',
  ],
  ['a missing field', { amount: undefined }, 'body /amount: is required'],
  ['rupees with decimals', { amount: 500.5 }, 'body /amount: must be a whole number of paise'],
  ['an amount as text', { amount: '500' }, 'body /amount: must be a whole number of paise'],
  ['an amount of nothing', { amount: 0 }, 'body /amount: must be at least 1'],
  [
    'a date that does not exist',
    { end_date: '2026-02-30' },
    'body /end_date: 2026-02-30 is not a date that exists; use YYYY-MM-DD',
  ],
  [
    'a date of another form',
    { end_date: '30/02/2026' },
    'body /end_date: must be a date in the form YYYY-MM-DD',
  ],
  ['a date as number', { end_date: 20260230 }, 'body /end_date: must be a string, not a number'],
  [
    'an unknown frequency',
    { frequency: 'hourly' },
    'body /frequency: must be one of one_time, daily, weekly, fortnightly, monthly, bimonthly, quarterly, half_yearly, yearly, as_presented',
  ],
  [
    'a VPA without a handle',
    { payer: { vpa: 'asha' } },
    'body /payer/vpa: must be a VPA in the form name@handle',
  ],
  [
    'a collect without a VPA',
    { flow: 'collect' },
    'body /payer/vpa: is required when flow is collect',
  ],
  [
    'a description that is too long',
    { description: 'x'.repeat(51) },
    'body /description: must have at most 50 characters',
  ],
  ['a description of blanks', { description: '   ' }, 'body /description: must not be blank'],
  [
    'a description with a null character',
    { description: 'a\0' },
    'body /description: must not contain control characters or broken characters',
  ],
  ['a payer that is a list', { payer: [] }, 'body /payer: must be an object, not a list'],
  [
    'a plain http address elsewhere',
    { redirect_url: 'http://example.com/x' },
    'body /redirect_url: must be https; plain http only for a loopback host',
  ],
  [
    'an address that is none',
    { redirect_url: 'example' },
    'body /redirect_url: must be an absolute http or https URL without user name and password',
  ],
  [
    'a duration in months',
    { registration_expires_in: 'P1M' },
    'body /registration_expires_in: must be an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as PT10M or P1D',
  ],
  [
    'too much metadata',
    { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v'])) },
    'body /metadata: must have at most 50 keys',
  ],
  [
    'a metadata key that is too long',
    { metadata: { ['k'.repeat(41)]: 'v' } },
    `body /metadata/${'k'.repeat(41)}: must have a name of 1 to 40 printable characters`,
  ],
  [
    'metadata that is a number',
    { metadata: { age: 4 } },
    'body /metadata/age: must be a string, not a number',
  ],
]

describe('every wrong field is named with what to send instead', () => {
  test.each(WRONG)('%s', (_, change, expected) => {
    expect(errorsOf({ ...mandate, ...change })).toEqual([expected])
  })

  test('a plain http redirect is fine on this machine', () => {
    expect(errorsOf({ ...mandate, redirect_url: 'http://127.0.0.1:3000/back' })).toEqual([])
  })

  test('all at once, those that compare two fields included', () => {
    expect(errorsOf({ ...mandate, flow: 'collect', amount: '5', extra: 1 })).toEqual([
      'body /amount: must be a whole number of paise',
      'body /extra: is not known here; remove it',
      'body /payer/vpa: is required when flow is collect',
    ])
  })

  test('a body that is missing or no object', () => {
    expect(errorsOf(undefined)).toEqual(['body : is required'])
    expect(errorsOf([])).toEqual(['body : must be an object, not a list'])
    expect(errorsOf(null)).toEqual(['body : must be an object, not null'])
  })
})

test('path, query, headers and body are all looked at', () => {
  const result = parseRequest(contract.presentations.create, {
    params: { id: 'x'.repeat(65) },
    headers: { 'idempotency-key': 'é', accept: 'any' },
    body: { reference_id: 'order-1', when: 'at' },
  })
  expect(result.ok ? [] : result.errors.map((error) => `${error.in} ${error.pointer}`)).toEqual([
    'path /id',
    'header /idempotency-key',
    'body /notification_id',
    'body /present_at',
  ])
})

test('query numbers are read from text, and an unknown filter is refused', () => {
  const good = parseRequest(contract.mandates.list, { query: { limit: '5' } })
  expect(good.ok && good.value.query.limit).toBe(5)
  const bad = parseRequest(contract.mandates.list, { query: { limit: 'many', statuss: 'active' } })
  expect(bad.ok ? [] : bad.errors).toEqual([
    { in: 'query', pointer: '/limit', message: 'must be a whole number from 1 to 100' },
    { in: 'query', pointer: '/statuss', message: 'is not known here; remove it' },
  ])
})

test('an action without a body is the same as an empty one, with its defaults', () => {
  const result = parseRequest(contract.presentations.retry, { params: { id: 'prs_1' } })
  expect(result.ok && result.value.body).toEqual({ when: 'asap' })
})

test('a clock is moved by one word, or by none', () => {
  const messages = (body: unknown) => {
    const result = parseRequest(contract.sandbox.setClock, { body })
    return result.ok ? [] : result.errors.map((error) => error.message)
  }
  expect(messages({})).toEqual(['must have advance_by, advance_to or mode'])
  expect(messages({ advance_by: 'PT1H', advance_to: '2026-12-01T00:00:00Z' })).toEqual([
    'must not be given together with advance_by',
  ])
  expect(messages({ mode: 'frozen' })).toEqual([])
})
