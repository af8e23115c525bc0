import type { Mandate, Problem } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { createAutopay } from '../src/index.ts'
import { apiOf, MANDATE } from './sample.ts'

const TERMS = { ...MANDATE, start_date: '2026-08-01', end_date: '2027-07-31' }

/** A merchant whose clock stands at a moment of Indian time. */
function at(moment: string) {
  const mock = createAutopay({ now: `${moment}+05:30` })
  const api = apiOf(mock, mock.fetch)
  const made = async (path: string, body: object): Promise<Mandate> =>
    (await api<Mandate>('POST', path, body)).body
  return { mock, api, made }
}

/** The purpose that a link names. */
function purposeOf({ authorization }: { authorization: Mandate['authorization'] }): string | null {
  return new URLSearchParams(authorization?.upi_link.split('?')[1]).get('purpose')
}

describe('the night in which recurring mandates become manageable in any app', () => {
  test('a mandate made before stays on purpose 14, also when it is changed afterwards', async () => {
    const { mock, made } = at('2026-07-24T23:59:59.999')
    const old = await made('/v1/sandbox/mandates', TERMS)
    expect(purposeOf(old)).toBe('14')
    await mock.clock.advance({ days: 30 })
    const { modification } = await made(`/v1/mandates/${old.id}/modify`, { amount: 800_000 })
    expect(modification && purposeOf(modification)).toBe('14')
  })

  test('a mandate made after it has purpose AZ, also when it is changed', async () => {
    const { made } = at('2026-07-25T00:00:00')
    const mandate = await made('/v1/sandbox/mandates', TERMS)
    expect(purposeOf(mandate)).toBe('AZ')
    const { modification } = await made(`/v1/mandates/${mandate.id}/modify`, { amount: 800_000 })
    expect(modification && purposeOf(modification)).toBe('AZ')
  })
})

describe('the night in which registration by collect ends', () => {
  const collect = { ...TERMS, flow: 'collect', payer: { vpa: 'asha@ybl' } }

  test('it is open until the last millisecond of 27 February 2026, and closed from then on', async () => {
    const { mock, api } = at('2026-02-27T23:59:59.999')
    expect((await api('POST', '/v1/mandates', collect)).status).toBe(201)
    await mock.clock.advance({ seconds: 0.001 })
    const { status, body } = await api<Problem>('POST', '/v1/mandates', {
      ...collect,
      reference_id: 'another-member',
    })
    expect([status, body.code]).toEqual([422, 'collect_not_allowed'])
  })

  test('a mandate registered by collect before it is still approved, notified, changed and revoked', async () => {
    const { mock, api, made } = at('2026-02-27T23:00:00')
    const terms = { ...collect, start_date: '2026-02-27', end_date: '2027-02-26' }
    const { id } = await made('/v1/mandates', terms)
    await mock.clock.advance({ hours: 2 })
    await mock.payer.approve(id)
    await mock.clock.advance({ seconds: 10 })
    const notice = { amount: 30_000, debit_date: '2026-03-02' }
    for (const [path, body, status] of [
      [`/v1/mandates/${id}/notifications`, notice, 201],
      [`/v1/mandates/${id}/modify`, { amount: 800_000 }, 200],
      [`/v1/mandates/${id}/revoke`, {}, 200],
    ] as const)
      expect((await api('POST', path, body)).status, path).toBe(status)
  })
})
