import { brokenRule } from '../broken-rule.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** A notified debit from its plan to its end. */
export const presentationCases = group('presentations', {
  'A debit is planned for the moment 24 hours after its notice reached the payer': async ({
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const notice = await given.delivered(mandate)
    expect(
      await given.debit(notice, { description: 'Deposit of Tuesday', metadata: { book: '7' } }),
    ).toMatchObject({
      object: 'presentation',
      status: 'scheduled',
      allowed_actions: ['cancel'],
      mandate_id: mandate.id,
      notification_id: notice.id,
      description: 'Deposit of Tuesday',
      metadata: { book: '7' },
      amount: rs(300),
      instant: false,
      sequence_number: notice.sequence_number,
      when: 'asap',
      retry: 'none',
      deferred_until: ist('2030-01-08 08:00:20'),
      deferred_because: 'notice_lead_time',
      next_attempt_at: ist('2030-01-08 08:00:20'),
      attempts: [],
      attempts_left: 4,
      rrn: null,
    })
  },

  'It is made at that moment, not a millisecond sooner, and collected ten seconds later': async ({
    given,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const debit = await given.debit(notice)
    await clock.to('2030-01-08 08:00:19.999')
    expect((await given.presentation(debit)).status).toBe('scheduled')
    expect((await given.notification(notice)).status).toBe('delivered')
    await clock.to('2030-01-08 08:00:20')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'processing',
      allowed_actions: [],
      attempts_left: 3,
      attempts: [
        {
          number: 1,
          started_at: ist('2030-01-08 08:00:20'),
          ended_at: null,
          authentication: 'none',
        },
      ],
    })
    expect((await given.notification(notice)).status).toBe('used')
    await clock.advance('PT10S')
    const done = await given.presentation(debit)
    expect(done).toMatchObject({
      status: 'succeeded',
      allowed_actions: ['refund'],
      succeeded_at: ist('2030-01-08 08:00:30'),
      failure: null,
      next_attempt_at: null,
      attempts: [
        { status: 'succeeded', rrn: done.rrn, npci_txn_id: done.npci_txn_id, decline: null },
      ],
    })
    expect(done.rrn ?? '').toMatch(/^\d{12}$/)
  },

  'A notice for the day after tomorrow is debited as that day begins': async ({
    given,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce(), { debit_date: '2030-01-09' })
    expect(await given.debit(notice)).toMatchObject({
      deferred_until: ist('2030-01-09 00:00'),
      deferred_because: 'debit_date',
    })
  },

  'A debit asked for at a moment waits for it': async ({ given, clock, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const debit = await given.debit(notice, { when: 'at', present_at: ist('2030-01-08 14:45') })
    expect(debit).toMatchObject({
      present_at: ist('2030-01-08 14:45'),
      deferred_until: ist('2030-01-08 14:45'),
      deferred_because: 'requested_time',
    })
    await clock.to('2030-01-08 14:45')
    expect((await given.presentation(debit)).status).toBe('processing')
  },

  'A moment after the end of the notified day is refused': async ({ given, api, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const body = { notification_id: notice.id, reference_id: given.reference(), when: 'at' }
    const last = await given.debit(notice, {
      when: 'at',
      present_at: ist('2030-01-08 23:59:59.999'),
    })
    await api.ok('presentations.cancel', { params: { id: last.id } })
    const problem = await api.refused('presentations.create', {
      params: { id: notice.mandate_id },
      body: { ...body, present_at: ist('2030-01-09 00:00') },
    })
    expect(problem).toMatchObject(brokenRule('presentation.window', 'debit_window_closed', ''))
  },

  'A debit needs a notice that was delivered': async ({ given, api, clock, expect }) => {
    const mandate = await given.active()
    const pending = await given.notice(mandate)
    const failed = await given.notice(mandate, { amount: rs(550) })
    const refused = (notification_id: string) =>
      api.refused('presentations.create', {
        params: { id: mandate.id },
        body: { notification_id, reference_id: given.reference() },
      })
    expect(await refused(pending.id)).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['cancel'],
    })
    await clock.advance('PT10S')
    expect((await refused(failed.id)).code).toBe('state_conflict')
    await clock.to('2030-01-09 00:00')
    expect((await refused(pending.id)).code).toBe('state_conflict')
  },

  'A notice of another mandate is not found, nor one that does not exist': async ({
    given,
    api,
    expect,
  }) => {
    const [one, two] = [await given.active(), await given.active()]
    const notice = await given.delivered(one)
    for (const notification_id of [notice.id, 'pdn_00000000000000000000000000'])
      expect(
        await api.refused('presentations.create', {
          params: { id: two.id },
          body: { notification_id, reference_id: given.reference() },
        }),
      ).toMatchObject({ status: 404, code: 'not_found' })
  },

  'Only an active mandate is debited': async ({ given, api, expect }) => {
    const mandate = await given.active()
    const notice = await given.delivered(mandate)
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    const body = { notification_id: notice.id, reference_id: given.reference() }
    expect(
      await api.refused('presentations.create', { params: { id: mandate.id }, body }),
    ).toMatchObject({
      status: 409,
      code: 'state_conflict',
      allowed_actions: ['revoke'],
    })
  },

  'A cycle has one open debit': async ({ given, api, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const open = await given.debit(notice)
    const problem = await api.refused('presentations.create', {
      params: { id: notice.mandate_id },
      body: { notification_id: notice.id, reference_id: given.reference() },
    })
    expect(problem).toMatchObject({
      status: 409,
      code: 'presentation_open',
      existing: { id: open.id, object: 'presentation' },
    })
  },

  'A cancelled debit leaves its notice to another': async ({ given, api, clock, expect }) => {
    const notice = await given.delivered(await given.debitedOnce())
    const first = await given.debit(notice)
    expect(await api.ok('presentations.cancel', { params: { id: first.id } })).toMatchObject({
      status: 'cancelled',
      allowed_actions: [],
      next_attempt_at: null,
    })
    const second = await given.debit(notice)
    await clock.to('2030-01-08 08:00:30')
    expect((await given.presentation(second)).status).toBe('succeeded')
    expect((await given.presentation(first)).attempts).toEqual([])
  },

  'What is with the bank or over is not cancelled': async ({ given, api, clock, expect }) => {
    const debit = await given.debit(await given.delivered(await given.debitedOnce()))
    await clock.to('2030-01-08 08:00:20')
    for (const status of ['processing', 'succeeded']) {
      expect((await given.presentation(debit)).status).toBe(status)
      expect(await api.refused('presentations.cancel', { params: { id: debit.id } })).toMatchObject(
        {
          status: 409,
          code: 'state_conflict',
          allowed_actions: status === 'succeeded' ? ['refund'] : [],
        },
      )
      await clock.advance('PT10S')
    }
  },

  'A cycle is collected once: its notice serves no second debit': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const notice = await given.delivered(await given.debitedOnce())
    await given.debit(notice)
    await clock.to('2030-01-08 08:00:30')
    const problem = await api.refused('presentations.create', {
      params: { id: notice.mandate_id },
      body: { notification_id: notice.id, reference_id: given.reference() },
    })
    expect(problem).toMatchObject(brokenRule('cycle.one_success', 'cycle_already_debited', ''))
    expect(problem.retry).toBe('never')
  },

  'A collected month takes no further notice; the next one does': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ frequency: 'monthly' })
    const problem = await api.refused('notifications.create', {
      params: { id: mandate.id },
      body: { amount: rs(300), debit_date: '2030-01-08' },
    })
    expect(problem).toMatchObject(brokenRule('cycle.one_success', 'cycle_already_debited', ''))
    await clock.to('2030-01-31 08:00')
    expect(await given.notice(mandate, { debit_date: '2030-02-01' })).toMatchObject({
      sequence_number: 2,
    })
  },

  'Two notices of an as-presented mandate are both debited on one day': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const one = await given.debit(await given.delivered(mandate))
    const two = await given.debit(await given.delivered(mandate))
    await clock.to('2030-01-08 09:00')
    for (const debit of [one, two])
      expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A daily mandate is debited day after day, each with its number': async ({
    given,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce({ frequency: 'daily' })
    const numbers: number[] = []
    for (const [day, later] of [
      ['08', '08:30'],
      ['09', '09:00'],
      ['10', '09:30'],
    ] as const) {
      const notice = await given.delivered(mandate, { debit_date: `2030-01-${day}` })
      const debit = await given.debit(notice)
      await clock.to(`2030-01-${day} ${later}`)
      const done = await given.presentation(debit)
      expect(done.status, day).toBe('succeeded')
      numbers.push(done.sequence_number)
    }
    expect(numbers).toEqual([2, 3, 4])
  },

  'A debit that nobody attempted fails when its window ends': async ({
    given,
    api,
    clock,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    await api.ok('sandbox.pauseMandate', { params: { id: mandate.id } })
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.presentation(debit)).status).toBe('scheduled')
    await clock.to('2030-01-09 00:00')
    expect(await given.presentation(debit)).toMatchObject({
      status: 'failed',
      failure: null,
      attempts: [],
    })
  },
})
