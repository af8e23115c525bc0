import { group } from '../case.ts'
import { rs } from '../given.ts'
import { ist } from '../test-clock.ts'

/** Until when a payer may say yes: nobody approves what would be over already. */
export const approvalTimeCases = group('the time to approve', {
  'A mandate is approved by the end of its own last day, however long the payer was given': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.pending({
      end_date: '2030-01-08',
      registration_expires_in: 'P30D',
    })
    expect(mandate.authorization?.expires_at).toBe(ist('2030-01-09 00:00'))
    await clock.to('2030-01-08 23:59:59.999')
    expect((await given.mandate(mandate)).status).toBe('pending')
    await clock.to('2030-01-09 00:00')
    expect((await given.mandate(mandate)).status).toBe('expired')
    expect(
      await api.refused('sandbox.approveMandate', { params: { id: mandate.id }, body: {} }),
    ).toMatchObject({ status: 409, code: 'state_conflict' })
  },

  'New terms are approved by the end of their own last day': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active()
    const { modification } = await api.ok('mandates.modify', {
      params: { id: mandate.id },
      body: { end_date: '2030-01-08', expires_in: 'P30D' },
    })
    expect(modification).toMatchObject({ expires_at: ist('2030-01-09 00:00') })
    await clock.to('2030-01-09 00:00')
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'active',
      end_date: '2031-01-06',
      modification: { status: 'expired' },
    })
  },

  'New terms that nobody approved end with the mandate that they would have changed': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.active({ end_date: '2030-01-08' })
    await api.ok('mandates.modify', {
      params: { id: mandate.id },
      body: { amount: rs(8000), expires_in: 'P30D' },
    })
    await clock.to('2030-01-09 00:00')
    expect(await given.mandate(mandate)).toMatchObject({
      status: 'completed',
      amount: rs(5000),
      modification: { status: 'expired' },
    })
  },
})
