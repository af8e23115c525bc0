import { isoDate } from '@upi-autopay/rail'
import { describe, expect, test } from 'vitest'
import {
  answer,
  createMandate,
  createStream,
  DAY,
  DONE,
  declined,
  HOUR,
  MINUTE,
  MONDAY_8,
  notify,
  present,
  type Stream,
  told,
} from './decider-specification.ts'
import { NO_PAYER } from './mandate.ts'

function active(terms: Parameters<typeof createMandate>[0] = {}): Stream {
  return createStream()
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
}

function delivered(terms: Parameters<typeof createMandate>[0] = {}): Stream {
  return active(terms)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
}

/** A debit whose first attempt is with the bank, at 8:00 of Tuesday. */
function processing(terms: Parameters<typeof present>[0] = {}): Stream {
  const stream = delivered().given(present(terms))
  expect(told(stream.fire('present:prs_1'))).toEqual([
    'notification.used',
    'presentation.processing',
  ])
  return stream
}

describe('a pending mandate', () => {
  test('is rejected when the payer declines', () => {
    const stream = createStream().given(createMandate())
    expect(told(stream.when(answer('mandate', 'mdt_1', declined('ZA'))))).toEqual([
      'mandate.rejected',
    ])
    expect(stream.state().mandate).toMatchObject({
      status: 'rejected',
      status_reason: { npci_code: 'ZA' },
    })
  })

  test('expires when nobody approves in time, and hears no later answer', () => {
    const stream = createStream().given(createMandate({ registration_expires_in_ms: 10 * MINUTE }))
    expect(told(stream.fire('registration_expiry:mdt_1'))).toEqual(['mandate.expired'])
    expect(stream.at).toBe(MONDAY_8 + 10 * MINUTE)
    expect(told(stream.when(answer('mandate', 'mdt_1', DONE)))).toEqual([])
  })

  test('can be revoked by the merchant, and the rail is told', () => {
    const stream = createStream().given(createMandate())
    expect(told(stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }))).toEqual([
      'mandate.revoked',
    ])
    expect([...stream.effects.keys()]).toEqual(['revoke:mdt_1'])
  })

  test('takes no notice', () => {
    expect(told(createStream().given(createMandate()).when(notify()))).toEqual(['state_conflict'])
  })

  test('lets the payer change his mind until the bank has answered', () => {
    const stream = createStream().given(createMandate())
    const acted = (action: 'approve' | 'decline', outcome: typeof DONE) =>
      stream.given({
        type: 'ActAsPayer',
        mandate_id: 'mdt_1',
        action,
        vpa: null,
        answers: [{ after_ms: 10_000, outcome }],
      })
    acted('approve', DONE)
    acted('decline', declined('ZA'))
    expect(told(stream.fire('bank_answer:mdt_1'))).toEqual(['mandate.rejected'])
  })
})

describe('a mandate asked for by collect', () => {
  const approve = (vpa: string) =>
    createStream()
      .given(
        createMandate({ flow: 'collect', mcc: '6211', payer: { ...NO_PAYER, vpa: 'asha@ybl' } }),
      )
      .when({
        type: 'ActAsPayer',
        mandate_id: 'mdt_1',
        action: 'approve',
        vpa,
        answers: [{ after_ms: 10_000, outcome: DONE }],
      })

  test('is approved by the payer it was asked of, however the address is written', () => {
    expect(told(approve('Asha@YBL'))).not.toContain('state_conflict')
  })

  test('is approved by nobody else', () => {
    expect(told(approve('ravi@ybl'))).toEqual(['state_conflict'])
  })
})

describe('an active mandate', () => {
  test('makes its first debit by itself', () => {
    const stream = createStream().given(createMandate({ first_debit: { amount: 50_00 } }))
    expect(told(stream.when(answer('mandate', 'mdt_1', DONE)))).toEqual([
      'mandate.activated',
      'presentation.created',
    ])
    const [debit] = Object.values(stream.state().presentations)
    expect(debit).toMatchObject({
      instant: true,
      amount: 50_00,
      sequence_number: 1,
      due_at: MONDAY_8,
    })
    expect(told(stream.fire(`present:${debit?.id}`))).toEqual(['presentation.processing'])
    expect(stream.state().presentations[debit?.id ?? '']?.attempts[0]?.authentication).toBe('none')
  })

  test('refuses an instant debit five minutes and a second after activation', () => {
    const instant = present({ source: { instant_amount: 100_00 } })
    expect(
      told(
        active()
          .wait(5 * MINUTE)
          .when(instant),
      ),
    ).toEqual(['presentation.created'])
    expect(
      told(
        active()
          .wait(5 * MINUTE + 1000)
          .when(instant),
      ),
    ).toEqual(['instant_window_closed'])
  })

  test('has one instant debit, though midnight begins another cycle in its five minutes', () => {
    const beforeMidnight = createStream().wait(15 * HOUR + 57 * MINUTE)
    beforeMidnight.given(createMandate()).given(answer('mandate', 'mdt_1', DONE))
    const instant = present({ source: { instant_amount: 100_00 } })
    beforeMidnight.given(instant)
    beforeMidnight.fire('present:prs_1')
    beforeMidnight.given(answer('presentation', 'prs_1', declined('Z9'), 1)).wait(4 * MINUTE)
    const again = { ...instant, id: 'prs_2', reference_id: 'debit-002' }
    expect(told(beforeMidnight.when(again))).toEqual(['attempts_exhausted'])
  })

  test('counts an instant debit made after midnight for the cycle of the activation', () => {
    const stream = createStream().wait(15 * HOUR + 57 * MINUTE)
    stream
      .given(createMandate())
      .given(answer('mandate', 'mdt_1', DONE))
      .wait(4 * MINUTE)
    stream.given(present({ source: { instant_amount: 100_00 } }))
    expect(stream.state().presentations.prs_1?.cycle_key).toBe('2030-01-07')
  })

  test('has one open notice for a cycle', () => {
    const decision = active()
      .given(notify())
      .when(notify({ id: 'pdn_2' }))
    expect(decision).toMatchObject({
      ok: false,
      rejection: { code: 'notification_open', existing: { id: 'pdn_1' } },
    })
  })

  test('takes no notice for a cycle whose instant debit is open', () => {
    const decision = active({ frequency: 'monthly' })
      .given(present({ source: { instant_amount: 100_00 } }))
      .when(notify())
    expect(decision).toMatchObject({
      ok: false,
      rejection: { code: 'presentation_open', existing: { id: 'prs_1' } },
    })
  })

  test('names every broken rule of a notice at once', () => {
    const decision = active({ amount: 500_00 }).when(
      notify({ amount: 600_00, debit_date: isoDate('2031-02-01') }),
    )
    expect(decision.ok ? [] : decision.rejection.violations?.map(({ rule }) => rule)).toEqual([
      'amount.mandate_rule',
      'mandate.debit_in_validity',
      'notice.lead_window',
    ])
  })

  test('completes with the end of its last day and takes what was planned with it', () => {
    const stream = delivered({ end_date: isoDate('2030-01-08') }).given(
      present({ when: 'at', present_at: (MONDAY_8 + 38 * HOUR) as typeof MONDAY_8 }),
    )
    expect(told(stream.fire('validity_end:mdt_1'))).toEqual([
      'mandate.completed',
      'presentation.cancelled',
      'notification.cancelled',
    ])
  })

  test('when one_time, completes with its debit', () => {
    const stream = active({ frequency: 'one_time' }).given(
      present({ source: { instant_amount: 100_00 } }),
    )
    stream.fire('present:prs_1')
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.succeeded',
      'mandate.completed',
    ])
  })
})

test('a notice that does not exist is told before the state of its mandate', () => {
  const stream = active().given({ type: 'RevokeMandate', mandate_id: 'mdt_1' })
  expect(told(stream.when(present({ source: { notification_id: 'pdn_9' } })))).toEqual([
    'not_found',
  ])
})

describe('a paused mandate', () => {
  test('holds its debits back and goes on with them when resumed', () => {
    const stream = delivered().given(present())
    stream.given({
      type: 'ActAsPayer',
      mandate_id: 'mdt_1',
      action: 'pause',
      vpa: null,
      answers: [],
    })
    expect(told(stream.fire('present:prs_1'))).toEqual(['presentation.held'])
    expect(stream.state().presentations.prs_1).toMatchObject({
      status: 'scheduled',
      deferred_because: 'mandate_paused',
    })
    stream.given({
      type: 'ActAsPayer',
      mandate_id: 'mdt_1',
      action: 'resume',
      vpa: null,
      answers: [],
    })
    expect(told(stream.fire('present:prs_1'))).toEqual([
      'notification.used',
      'presentation.processing',
    ])
  })

  test('lets a debit fail whose day ends during the pause', () => {
    const stream = delivered().given(present())
    stream.given({
      type: 'ActAsPayer',
      mandate_id: 'mdt_1',
      action: 'pause',
      vpa: null,
      answers: [],
    })
    expect(told(stream.fire('window_end:prs_1'))).toEqual(['presentation.failed'])
  })
})

describe('a delivered notice', () => {
  test('lapses with its day when no debit used it', () => {
    const stream = delivered()
    expect(told(stream.fire('notice_lapse:pdn_1'))).toEqual(['notification.lapsed'])
  })

  test('lets the cycle be notified again after its debit failed, with the same number and the attempts spent', () => {
    const stream = processing().given(answer('presentation', 'prs_1', declined('YE'), 1))
    expect(stream.state().presentations.prs_1?.status).toBe('failed')
    const monthly = active({ frequency: 'monthly' })
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    monthly.fire('present:prs_1')
    monthly
      .given(answer('presentation', 'prs_1', declined('YE'), 1))
      .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-09') }))
    expect(monthly.state().notifications.pdn_2).toMatchObject({ sequence_number: 1 })
    expect(monthly.state().cycles['2030-01-01']).toMatchObject({ attempts: 1, succeeded: false })
    expect(told(monthly.when(notify({ id: 'pdn_3', debit_date: isoDate('2030-01-10') })))).toEqual([
      'notification_open',
    ])
  })
})

describe('a scheduled debit', () => {
  test('waits until a day after the notice was delivered, out of peak hours', () => {
    const stream = delivered()
      .wait(3 * HOUR)
      .given(present())
    expect(stream.state().presentations.prs_1).toMatchObject({
      due_at: MONDAY_8 + DAY,
      deferred_because: 'notice_lead_time',
    })
  })

  test('is deferred when its moment falls into peak hours', () => {
    const stream = active()
      .wait(2 * HOUR + 1000)
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    expect(stream.state().presentations.prs_1).toMatchObject({
      due_at: MONDAY_8 + DAY + 5 * HOUR,
      deferred_because: 'peak_hours',
    })
  })

  test('is sent back when a backlog has run into peak hours, and its attempt is not spent', () => {
    const stream = processing()
    const effect = stream.effects.get('present:prs_1:1')
    if (effect === undefined) throw new Error('nothing was asked of the bank')
    const confirm = { type: 'ConfirmSending', effect } as const
    expect(told(stream.when(confirm))).toEqual([])
    expect(told(stream.wait(2 * HOUR).when(confirm))).toEqual([
      'presentation.withdrawn',
      'notification.released',
    ])
    expect(stream.state().presentations.prs_1).toMatchObject({
      status: 'scheduled',
      attempts: [],
      attempts_left: 4,
    })
    expect(stream.state().cycles['2030-01-08']).toMatchObject({ attempts: 0 })
  })

  test('is cancelled with the mandate, and so is its notice', () => {
    const stream = delivered().given(present())
    expect(told(stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }))).toEqual([
      'mandate.revoked',
      'presentation.cancelled',
      'notification.cancelled',
    ])
  })

  test('stands alone in its cycle', () => {
    expect(
      told(
        delivered()
          .given(present())
          .when(present({ id: 'prs_2', reference_id: 'debit-002' })),
      ),
    ).toEqual(['presentation_open'])
  })
})

describe('a debit at the bank', () => {
  test('asks for the PIN while no debit of the mandate has succeeded, and not after', () => {
    const stream = processing()
    expect(stream.state().presentations.prs_1?.attempts[0]?.authentication).toBe('pin')
    stream.given(answer('presentation', 'prs_1', DONE, 1))
    stream
      .given(notify({ id: 'pdn_2', debit_date: isoDate('2030-01-09') }))
      .given(answer('notification', 'pdn_2', DONE))
    stream.given(
      present({ id: 'prs_2', reference_id: 'debit-002', source: { notification_id: 'pdn_2' } }),
    )
    stream.fire('present:prs_2')
    expect(stream.state().presentations.prs_2?.attempts[0]?.authentication).toBe('none')
  })

  test('fails at once on a code that nobody knows', () => {
    expect(
      told(processing({ retry: 'auto' }).when(answer('presentation', 'prs_1', declined('??'), 1))),
    ).toEqual(['presentation.failed'])
  })

  test('is never repeated while the outcome is unknown', () => {
    const stream = processing({ retry: 'auto' })
    expect(told(stream.when(answer('presentation', 'prs_1', { result: 'unknown' }, 1)))).toEqual([
      'presentation.outcome_unknown',
    ])
    expect(stream.state().presentations.prs_1).toMatchObject({
      status: 'processing',
      outcome: 'unknown',
    })
    expect(
      told(
        stream.when({
          type: 'RetryPresentation',
          presentation_id: 'prs_1',
          when: 'asap',
          present_at: null,
        }),
      ),
    ).toEqual(['state_conflict'])
  })

  test('takes a time-out of the rail for unknown, not for a decline', () => {
    expect(
      told(processing({ retry: 'auto' }).when(answer('presentation', 'prs_1', declined('U67'), 1))),
    ).toEqual(['presentation.outcome_unknown'])
  })

  test('stays open when the mandate is revoked, and its success still counts', () => {
    const stream = processing()
    expect(told(stream.when({ type: 'RevokeMandate', mandate_id: 'mdt_1' }))).toEqual([
      'mandate.revoked',
    ])
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.succeeded',
    ])
  })

  test('hears an answer twice and counts it once', () => {
    const stream = processing().given(answer('presentation', 'prs_1', DONE, 1))
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([])
  })
})

describe('a debit that waits for the payer', () => {
  function awaiting(): Stream {
    return processing().given(
      answer('presentation', 'prs_1', { result: 'accepted', state: 'awaiting_payer' }, 1),
    )
  }

  test('is declined with U69 when the PIN does not come in time', () => {
    const stream = awaiting()
    expect(told(stream.fire('pin_expiry:prs_1'))).toEqual(['presentation.declined'])
    expect(stream.at).toBe(MONDAY_8 + DAY + 30 * MINUTE)
    expect(stream.state().presentations.prs_1?.attempts[0]?.decline).toMatchObject({
      npci_code: 'U69',
    })
  })

  test('cancelled after the PIN, is corrected when the bank says that the money moved', () => {
    const stream = awaiting().given({
      type: 'ActOnPresentation',
      presentation_id: 'prs_1',
      answers: [{ after_ms: 10_000, outcome: DONE }],
    })
    stream.given({ type: 'CancelPresentation', presentation_id: 'prs_1' })
    expect(told(stream.fire('bank_answer:prs_1:1'))).toEqual(['presentation.corrected'])
    expect(stream.state().cycles['2030-01-08']).toMatchObject({ succeeded: true })
  })

  test('no longer expires once the payer has acted', () => {
    const stream = awaiting().given({
      type: 'ActOnPresentation',
      presentation_id: 'prs_1',
      answers: [{ after_ms: 10_000, outcome: DONE }],
    })
    expect(stream.timers.get('pin_expiry:prs_1')).toBeNull()
    expect(told(stream.fire('bank_answer:prs_1:1'))).toEqual(['presentation.succeeded'])
  })
})

describe('a declined debit', () => {
  test('is tried again by hand an hour after its attempt', () => {
    const stream = processing().given(answer('presentation', 'prs_1', declined('Z9'), 1))
    stream.given({
      type: 'RetryPresentation',
      presentation_id: 'prs_1',
      when: 'asap',
      present_at: null,
    })
    expect(stream.state().presentations.prs_1).toMatchObject({
      status: 'scheduled',
      due_at: MONDAY_8 + DAY + HOUR,
      deferred_because: 'attempt_spacing',
    })
  })

  test('is not tried again after its day, and the refusal names the rule', () => {
    const stream = processing().given(answer('presentation', 'prs_1', declined('Z9'), 1))
    const decision = stream.when({
      type: 'RetryPresentation',
      presentation_id: 'prs_1',
      when: 'at',
      present_at: (MONDAY_8 + 2 * DAY) as typeof MONDAY_8,
    })
    expect(decision).toMatchObject({
      ok: false,
      rejection: { violations: [{ rule: 'presentation.window', code: 'debit_window_closed' }] },
    })
  })

  test('is not tried again when the cycle turns out to be paid', () => {
    const stream = active({ frequency: 'monthly' })
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present())
    stream.fire('present:prs_1')
    stream
      .given(answer('presentation', 'prs_1', declined('YE'), 1))
      .given(present({ id: 'prs_2', reference_id: 'debit-002' }))
    stream.fire('present:prs_2')
    stream
      .given(answer('presentation', 'prs_2', declined('Z9'), 1))
      .given(answer('presentation', 'prs_1', DONE, 1))
    const retry = { type: 'RetryPresentation', presentation_id: 'prs_2' } as const
    expect(told(stream.when({ ...retry, when: 'asap', present_at: null }))).toEqual([
      'cycle_already_debited',
    ])
  })

  test('fails with the end of its day', () => {
    const stream = processing().given(answer('presentation', 'prs_1', declined('Z9'), 1))
    expect(told(stream.fire('window_end:prs_1'))).toEqual(['presentation.failed'])
    expect(stream.state().presentations.prs_1?.failure).toMatchObject({ npci_code: 'Z9' })
  })

  test('when retried by itself, has four attempts in all and then fails', () => {
    const stream = processing({ retry: 'auto' })
    for (const attempt of [1, 2, 3]) {
      expect(told(stream.when(answer('presentation', 'prs_1', declined('Z9'), attempt)))).toEqual([
        'presentation.retry_scheduled',
      ])
      stream.fire('present:prs_1')
    }
    expect(told(stream.when(answer('presentation', 'prs_1', declined('Z9'), 4)))).toEqual([
      'presentation.failed',
    ])
    expect(stream.state().cycles['2030-01-08']).toMatchObject({ attempts: 4, succeeded: false })
  })

  test('is corrected when the bank says later that the money moved', () => {
    const stream = processing().given(answer('presentation', 'prs_1', declined('YE'), 1))
    expect(told(stream.when(answer('presentation', 'prs_1', DONE, 1)))).toEqual([
      'presentation.corrected',
    ])
    expect(stream.state().cycles['2030-01-08']).toMatchObject({ succeeded: true })
  })
})

test('the log holds no address of the payer, also where the bank tells one', () => {
  const stream = createStream().given(createMandate({ payer: { ...NO_PAYER, name: 'Asha Kale' } }))
  const outcome = { ...DONE, references: { umn: 'u@okaxis', payer_vpa: 'asha@okaxis' } }
  const decision = stream.when({
    type: 'ActAsPayer',
    mandate_id: 'mdt_1',
    action: 'approve',
    vpa: null,
    answers: [{ after_ms: 10_000, outcome }],
  })
  expect(decision).toMatchObject({ ok: true, private: { payer: { vpa: 'asha@okaxis' } } })
  expect(JSON.stringify(decision.ok ? decision.events : [])).not.toContain('asha')
})
