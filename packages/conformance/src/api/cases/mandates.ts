import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** Registration, the payer's answer, and every end of a mandate. */
export const mandateCases = group('mandates', {
  'A new mandate is pending, with a link for the payer and a day to approve it': async ({
    given,
    expect,
  }) => {
    const mandate = await given.pending()
    expect(mandate).toMatchObject({
      object: 'mandate',
      livemode: false,
      status: 'pending',
      allowed_actions: ['revoke'],
      umn: null,
      payer_vpa: null,
      activated_at: null,
      next_cycle: null,
      created_at: '2030-01-07T02:30:00.000Z',
      authorization: { expires_at: '2030-01-08T02:30:00.000Z' },
    })
    expect(mandate.authorization?.upi_link ?? '').toMatch(/^upi:\/\/mandate\?/)
  },

  'A mandate is read back as it was answered, with the version of it as ETag': async ({
    api,
    given,
    expect,
  }) => {
    const mandate = await given.pending({ metadata: { branch: 'Sangli' } })
    const { status, headers, body } = await api.call('mandates.get', { params: { id: mandate.id } })
    expect(status).toBe(200)
    expect(body).toEqual(mandate)
    expect(headers.etag ?? '').toMatch(/^"/)
  },

  'What the merchant sent is shown again, the account number but for its last four digits': async ({
    given,
    expect,
  }) => {
    const payer = {
      name: 'Asha Patil',
      email: 'asha@example.com',
      phone: '+919876543210',
      account: { number: '123456789012', ifsc: 'HDFC0000001' },
      reference_id: 'member-0017',
    }
    const mandate = await given.pending({
      payer,
      redirect_url: 'https://shop.example.com/back',
      settlement: 't0',
      metadata: { branch: 'Sangli', book: '' },
      min_amount: rs(10),
    })
    expect(mandate).toMatchObject({
      payer: { ...payer, vpa: null, account: { number: '********9012', ifsc: 'HDFC0000001' } },
      redirect_url: 'https://shop.example.com/back',
      settlement: 't0',
      metadata: { branch: 'Sangli', book: '' },
      min_amount: rs(10),
      mcc: '5411',
      currency: 'INR',
    })
  },

  'The payer approves, and ten seconds later the mandate is active under a number of the rail':
    async ({ api, clock, given, expect }) => {
      const pending = await given.pending()
      const approved = await api.ok('sandbox.approveMandate', {
        params: { id: pending.id },
        body: { vpa: 'asha@ybl' },
      })
      expect(approved.status).toBe('pending')
      await clock.advance('PT9S')
      expect((await given.mandate(pending)).status).toBe('pending')
      await clock.advance('PT1S')
      const active = await given.mandate(pending)
      expect(active).toMatchObject({
        status: 'active',
        payer_vpa: 'asha@ybl',
        activated_at: '2030-01-07T02:30:10.000Z',
        allowed_actions: [
          'create_notification',
          'create_presentation',
          'create_schedule',
          'modify',
          'revoke',
        ],
      })
      expect(active.umn ?? '').toMatch(/@ybl$/)
    },

  'The payer declines, and the mandate is rejected with the reason in three layers': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const pending = await given.pending()
    await api.ok('sandbox.declineMandate', { params: { id: pending.id } })
    await clock.advance('PT10S')
    expect(await given.mandate(pending)).toMatchObject({
      status: 'rejected',
      allowed_actions: [],
      ended_at: '2030-01-07T02:30:10.000Z',
      status_reason: {
        reason: 'payer_declined',
        npci_code: 'ZA',
        provider_code: 'ZA',
        advice: 'after_payer_action',
      },
    })
  },

  'A payer who changes their mind before the bank has answered is taken at the last word': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const pending = await given.pending()
    await api.ok('sandbox.approveMandate', { params: { id: pending.id }, body: {} })
    await clock.advance('PT5S')
    await api.ok('sandbox.declineMandate', { params: { id: pending.id } })
    await clock.advance('PT10S')
    expect((await given.mandate(pending)).status).toBe('rejected')
    await clock.advance('PT10S')
    expect((await given.mandate(pending)).status).toBe('rejected')
  },

  'Nobody approves: a day after its creation the mandate has expired, not a millisecond sooner':
    async ({ clock, given, expect }) => {
      const pending = await given.pending()
      await clock.to('2030-01-08 07:59:59.999')
      expect((await given.mandate(pending)).status).toBe('pending')
      await clock.to('2030-01-08 08:00')
      expect(await given.mandate(pending)).toMatchObject({ status: 'expired', allowed_actions: [] })
    },

  'The merchant sets how long the payer has': async ({ clock, given, expect }) => {
    const pending = await given.pending({ registration_expires_in: 'PT10M' })
    expect(pending.authorization?.expires_at).toBe('2030-01-07T02:40:00.000Z')
    await clock.advance('PT10M')
    expect((await given.mandate(pending)).status).toBe('expired')
  },

  'An approval on its way to the bank does not outlive the registration': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const pending = await given.pending({ registration_expires_in: 'PT1M' })
    await clock.advance('PT59S')
    await api.ok('sandbox.approveMandate', { params: { id: pending.id }, body: {} })
    await clock.advance('PT10S')
    expect((await given.mandate(pending)).status).toBe('expired')
  },

  'A mandate is revoked by the merchant while it is pending, active or paused': async ({
    api,
    given,
    expect,
  }) => {
    const pending = await given.pending()
    const active = await given.active()
    const paused = await given.active()
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    for (const { id } of [pending, active, paused]) {
      const revoked = await api.ok('mandates.revoke', { params: { id } })
      expect(revoked).toMatchObject({
        id,
        status: 'revoked',
        ended_at: '2030-01-07T02:30:00.000Z',
        allowed_actions: [],
      })
    }
  },

  'A mandate is revoked by the payer while it is pending, active or paused': async ({
    api,
    given,
    expect,
  }) => {
    const pending = await given.pending()
    const active = await given.active()
    const paused = await given.active()
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    for (const { id } of [pending, active, paused])
      expect((await api.ok('sandbox.revokeMandate', { params: { id } })).status).toBe('revoked')
  },

  'What has ended is not revoked again': async ({ api, given, expect }) => {
    const { id } = await given.active()
    await api.ok('mandates.revoke', { params: { id } })
    for (const operation of ['mandates.revoke', 'sandbox.revokeMandate'] as const) {
      const problem = await api.refused(operation, { params: { id } })
      expect(problem).toMatchObject({
        status: 409,
        code: 'state_conflict',
        allowed_actions: [],
        retry: 'after_inquiry',
      })
    }
  },

  'An approval that reaches a revoked mandate changes nothing': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const { id } = await given.pending()
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    await api.ok('mandates.revoke', { params: { id } })
    await clock.advance('PT10S')
    expect((await given.mandate({ id })).status).toBe('revoked')
  },

  'The payer pauses and resumes': async ({ api, given, expect }) => {
    const { id } = await given.active()
    expect(await api.ok('sandbox.pauseMandate', { params: { id } })).toMatchObject({
      status: 'paused',
      allowed_actions: ['revoke'],
    })
    expect((await api.ok('sandbox.resumeMandate', { params: { id } })).status).toBe('active')
  },

  'The payer does nothing that the state does not allow': async ({ api, given, expect }) => {
    const pending = await given.pending()
    const active = await given.active()
    const refused = [
      ['sandbox.pauseMandate', pending.id],
      ['sandbox.resumeMandate', pending.id],
      ['sandbox.openMandate', active.id],
      ['sandbox.approveMandate', active.id],
      ['sandbox.declineMandate', active.id],
      ['sandbox.resumeMandate', active.id],
    ] as const
    for (const [operation, id] of refused)
      expect(await api.refused(operation, { params: { id }, body: {} }), operation).toMatchObject({
        status: 409,
        code: 'state_conflict',
      })
  },

  'A mandate is completed when its last day is over in India': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const active = await given.active({ end_date: '2030-01-08' })
    const paused = await given.active({ end_date: '2030-01-08' })
    await api.ok('sandbox.pauseMandate', { params: { id: paused.id } })
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.mandate(active)).status).toBe('active')
    await clock.to('2030-01-09 00:00')
    expect(await given.mandate(active)).toMatchObject({
      status: 'completed',
      ended_at: ist('2030-01-09 00:00'),
    })
    expect((await given.mandate(paused)).status).toBe('completed')
  },

  'A one-time mandate is completed by its debit': async ({ clock, given, expect }) => {
    const mandate = await given.active({ frequency: 'one_time' })
    const debit = await given.instant(mandate)
    await clock.advance('PT10S')
    expect((await given.presentation(debit)).status).toBe('succeeded')
    expect((await given.mandate(mandate)).status).toBe('completed')
  },

  'The sandbox makes an active mandate without asking a payer': async ({ given, expect }) => {
    const mandate = await given.active({ payer: { vpa: 'asha@ybl' } })
    expect(mandate).toMatchObject({
      status: 'active',
      payer_vpa: 'asha@ybl',
      activated_at: mandate.created_at,
    })
    expect(mandate.umn ?? '').toMatch(/@ybl$/)
  },
})
