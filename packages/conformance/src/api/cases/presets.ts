import { group } from '../case.ts'
import { emptyMerchant } from '../empty-merchant.ts'
import { rs } from '../given.ts'

/** How the bank behaves where neither the payer nor the amount decides. */
export const presetCases = group('presets of the bank', {
  'Slow: every answer takes ten minutes, whatever decides what it says': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    expect(
      (await api.ok('sandbox.updateSettings', { body: { bank_preset: 'slow' } })).bank_preset,
    ).toBe('slow')
    const { id } = await given.pending()
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    const mandate = await given.active()
    const notice = await given.notice(mandate)
    const byAmount = await given.instant(mandate)
    const free = await given.instant(await given.active(), { amount: rs(300) })
    await clock.advance('PT9M59S')
    expect((await given.mandate({ id })).status).toBe('pending')
    expect((await given.notification(notice)).status).toBe('pending')
    for (const debit of [byAmount, free])
      expect((await given.presentation(debit)).status).toBe('processing')
    await clock.advance('PT1S')
    expect((await given.mandate({ id })).status).toBe('active')
    expect((await given.notification(notice)).status).toBe('delivered')
    for (const debit of [byAmount, free])
      expect((await given.presentation(debit)).status).toBe('succeeded')
  },

  'A bad day: some debits are declined or unknown until asked, most succeed, and each is known at last':
    async ({ api, given, clock, expect, unrecorded }) => {
      await api.ok('sandbox.updateSettings', { body: { bank_preset: 'bad_day' } })
      // Whom it hits depends on ids, which no two services have alike.
      await unrecorded(async () => {
        const debits: { id: string }[] = []
        for (let count = 0; count < 24; count++)
          debits.push(await given.instant(await given.active(), { amount: rs(300) }))
        await clock.advance('PT10S')
        const fates: string[] = []
        for (const debit of debits) {
          const { status, outcome, failure } = await given.presentation(debit)
          fates.push(failure?.npci_code ?? outcome ?? status)
        }
        for (const fate of fates)
          expect(['Z9', 'U28', 'unknown', 'processing', 'succeeded']).toContain(fate)
        const paid = fates.filter((fate) => fate === 'succeeded').length
        expect(paid > 0 && paid < debits.length, fates.join(' ')).toBe(true)
        await clock.advance('PT10M')
        for (const debit of debits)
          expect(['succeeded', 'failed']).toContain((await given.presentation(debit)).status)
        // The log of all this is no two services' either.
        await emptyMerchant(api)
      })
    },

  'On a bad day too the amounts of the table and the magic payers decide': async ({
    api,
    given,
    clock,
    expect,
  }) => {
    await api.ok('sandbox.updateSettings', { body: { bank_preset: 'bad_day' } })
    const debits: { id: string }[] = []
    for (let count = 0; count < 12; count++) {
      debits.push(await given.instant(await given.active()))
      const kind = await given.active({ payer: { vpa: 'asha@sim' } })
      debits.push(await given.instant(kind, { amount: rs(300) }))
    }
    await clock.advance('PT10S')
    for (const debit of debits) expect((await given.presentation(debit)).status).toBe('succeeded')
  },
})
