import type { Mandate, Payment, Presentation } from '@upi-autopay/contract'
import { describe, expect, test } from 'vitest'
import { createAutopay } from '../src/index.ts'
import { apiOf, MANDATE } from './sample.ts'

async function pending(options: Parameters<typeof createAutopay>[0] = {}) {
  const mock = createAutopay(options)
  const api = apiOf(mock, mock.fetch)
  const { body } = await api<Mandate>('POST', '/v1/mandates', MANDATE)
  const now = async (): Promise<Mandate> =>
    (await api<Mandate>('GET', `/v1/mandates/${body.id}`)).body
  return { mock, api, id: body.id, now }
}

describe('the payer', () => {
  test('approves, pauses, resumes and revokes', async () => {
    const { mock, id, now } = await pending()
    await mock.payer.approve(id, { vpa: 'asha@okaxis' })
    expect((await now()).status).toBe('pending')
    await mock.clock.advance({ seconds: 10 })
    expect(await now()).toMatchObject({ status: 'active', payer_vpa: 'asha@okaxis' })
    expect((await mock.payer.pause(id)).status).toBe('paused')
    expect((await mock.payer.resume(id)).status).toBe('active')
    expect((await mock.payer.revoke(id)).status).toBe('revoked')
  })

  test('declines, and the bank tells it ten seconds later', async () => {
    const { mock, id, now } = await pending()
    await mock.payer.decline(id)
    await mock.clock.advance('PT10S')
    expect(await now()).toMatchObject({ status: 'rejected' })
  })

  test('opens a link whose amount decides by itself', async () => {
    const mock = createAutopay()
    const api = apiOf(mock, mock.fetch)
    const { body } = await api<Mandate>('POST', '/v1/mandates', { ...MANDATE, amount: 50_000 })
    await mock.payer.open(body.id)
    await mock.clock.advance({ seconds: 10 })
    expect((await api<Mandate>('GET', `/v1/mandates/${body.id}`)).body.status).toBe('active')
  })

  test('refuses a debit that waits for the PIN', async () => {
    const mock = createAutopay()
    const api = apiOf(mock, mock.fetch)
    const { body: mandate } = await api<Mandate>('POST', '/v1/sandbox/mandates', MANDATE)
    const notice = await api<{ id: string }>('POST', `/v1/mandates/${mandate.id}/notifications`, {
      amount: 60_100,
      debit_date: '2026-11-25',
    })
    await mock.clock.advance({ minutes: 1 })
    const debit = await api<Presentation>('POST', `/v1/mandates/${mandate.id}/presentations`, {
      notification_id: notice.body.id,
      reference_id: 'debit-00042',
    })
    await mock.clock.advanceTo('2026-11-24T18:30:30.000Z')
    await mock.payer.declineDebit(debit.body.id)
    await mock.clock.advance({ seconds: 10 })
    const after = await api<Presentation>('GET', `/v1/presentations/${debit.body.id}`)
    expect(after.body.attempts[0]).toMatchObject({
      status: 'declined',
      decline: { npci_code: 'ZA' },
    })
  })

  test('pay or decline what is asked for once', async () => {
    const mock = createAutopay()
    const api = apiOf(mock, mock.fetch)
    for (const act of ['pay', 'declinePayment'] as const) {
      const body = { reference_id: `fee-${act}`, flow: 'qr', purpose: 'School fee', amount: 30_000 }
      const { id } = (await api<Payment>('POST', '/v1/payments', body)).body
      expect((await mock.payer[act](id)).status).toBe('pending')
      await mock.clock.advance({ seconds: 10 })
      const { status } = (await api<Payment>('GET', `/v1/payments/${id}`)).body
      expect(status).toBe(act === 'pay' ? 'succeeded' : 'failed')
    }
  })

  test('cannot do what the state does not allow, and the error says what it does', async () => {
    const { mock, id } = await pending()
    await expect(mock.payer.resume(id)).rejects.toMatchObject({
      name: 'SandboxRefusal',
      problem: { code: 'state_conflict', status: 409 },
    })
  })
})

describe('the clock', () => {
  test('stands still until it is moved, by parts, by a duration or to an instant', async () => {
    const { clock } = createAutopay({ now: new Date('2027-01-01T00:00:00Z') })
    expect(await clock.now()).toBe('2027-01-01T00:00:00.000Z')
    await clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, ms: 5 })
    expect(await clock.now()).toBe('2027-01-02T02:03:04.005Z')
    await clock.advance('P1D')
    await clock.advanceTo(Date.parse('2027-02-01T00:00:00Z'))
    expect(await clock.now()).toBe('2027-02-01T00:00:00.000Z')
  })

  test('tells what fell due on the way', async () => {
    const { mock, id } = await pending()
    await mock.payer.approve(id)
    const moved = await mock.clock.advance({ minutes: 1 })
    expect(moved.fired).toMatchObject([{ at: '2026-11-23T04:00:10.000Z', resource_id: id }])
  })

  test('names the first thousand of what fell due, and counts all', async () => {
    const mock = createAutopay()
    const api = apiOf(mock, mock.fetch)
    for (let made = 0; made < 1_001; made++) {
      const body = { ...MANDATE, reference_id: `member-${made}`, amount: 50_000 }
      const { id } = (await api<Mandate>('POST', '/v1/mandates', body)).body
      await mock.payer.open(id)
    }
    const moved = await mock.clock.advance({ seconds: 10 })
    expect([moved.fired.length, moved.fired_count]).toEqual([1_000, 1_001])
    expect((await mock.clock.advance({ ms: 0 })).fired_count).toBe(0)
  })

  test('of two moves at once makes each in full or refuses it', async () => {
    const { clock } = createAutopay({ now: '2027-01-01T00:00:00Z' })
    const moves = await Promise.allSettled([clock.advance({ hours: 1 }), clock.advance('PT1H')])
    const made = moves.filter(({ status }) => status === 'fulfilled').length
    expect(await clock.now()).toBe(`2027-01-01T0${made}:00:00.000Z`)
    for (const move of moves)
      if (move.status === 'rejected')
        expect(move.reason).toMatchObject({ problem: { code: 'clock_busy' } })
  })

  test('goes no step back, whatever the parts', async () => {
    const { clock } = createAutopay()
    for (const step of [{ hours: -1 }, { hours: 1, minutes: -61 }])
      await expect(clock.advance(step)).rejects.toMatchObject({
        problem: { code: 'clock_backwards' },
      })
  })

  test('does not go back', async () => {
    const { clock } = createAutopay()
    await expect(clock.advanceTo('2026-01-01T00:00:00Z')).rejects.toMatchObject({
      problem: { code: 'clock_backwards' },
    })
  })

  test('runs with the system’s time when it is let go, and does what fell due at the next look', async () => {
    let system = Date.parse('2030-01-01T00:00:00Z')
    const { mock, id, now } = await pending({ systemNow: () => system })
    await mock.clock.run()
    await mock.payer.approve(id)
    system += 10_000
    expect((await now()).status).toBe('active')
    expect(await mock.clock.now()).toBe('2026-11-23T04:00:10.000Z')
    await mock.clock.freeze()
    system += 60_000
    expect(await mock.clock.now()).toBe('2026-11-23T04:00:10.000Z')
  })

  test('runs from the beginning where that is wanted, at the system’s time unless another is given', async () => {
    const systemNow = () => Date.parse('2030-01-01T00:00:00Z')
    const { clock } = createAutopay({ clock: 'running', systemNow })
    expect(await clock.now()).toBe('2030-01-01T00:00:00.000Z')
    const later = createAutopay({ clock: 'running', systemNow, now: '2031-01-01T00:00:00Z' })
    expect(await later.clock.now()).toBe('2031-01-01T00:00:00.000Z')
  })

  test('cannot begin at what is no instant', () => {
    expect(() => createAutopay({ now: 'tomorrow' })).toThrow('tomorrow is not an instant')
  })
})

describe('what there is at the start', () => {
  test('by default nothing, with the value table on', async () => {
    const mock = createAutopay()
    expect(await mock.settings()).toMatchObject({ value_table: true, bank_preset: 'normal' })
    const { body } = await apiOf(mock, mock.fetch)<{ data: unknown[] }>('GET', '/v1/events')
    expect(body.data).toEqual([])
  })

  test('payer_decides: amounts decide nothing', async () => {
    const { settings } = createAutopay({ scenario: 'payer_decides' })
    expect((await settings()).value_table).toBe(false)
  })

  test('collecting: mandates and debits to show, all before the start, for each merchant', async () => {
    const mock = createAutopay({ scenario: 'collecting', merchants: [{}, {}] })
    expect(await mock.clock.now()).toBe('2026-11-23T04:00:00.000Z')
    for (const { apiKey } of mock.merchants) {
      const api = apiOf({ baseUrl: mock.baseUrl, apiKey }, mock.fetch)
      const mandates = await api<{ data: Mandate[] }>('GET', '/v1/mandates')
      const debits = await api<{ data: Presentation[] }>('GET', '/v1/presentations')
      expect(mandates.body.data.map(({ status }) => status)).toEqual([
        'pending',
        'active',
        'active',
      ])
      expect(debits.body.data.map(({ status }) => status).sort()).toEqual(['failed', 'succeeded'])
    }
  })
})
