import { group } from '../case.ts'
import { rs } from '../given.ts'

/** What the payer gets: link, picture, page, request. */
export const authorizationCases = group('the way to the payer', {
  'The link carries every field of the rail': async ({ api, given, expect }) => {
    const account = await api.ok('account.get')
    const mandate = await given.pending({
      reference_id: 'deposit-2030/17',
      amount: rs(1234.5),
      frequency: 'monthly',
      debit_rule: { type: 'before', day: 10 },
      first_debit: { amount: rs(99) },
      description: 'Tea & toast at 9',
    })
    expect(fieldsOf(mandate.authorization?.upi_link)).toEqual({
      ver: '01',
      mode: '04',
      purpose: 'AZ',
      txnType: 'CREATE',
      orgid: '000000',
      pa: account.payee_vpa,
      pn: account.name,
      mc: '5411',
      mn: 'Tea & toast at 9',
      tn: 'Tea & toast at 9',
      tr: 'deposit203017',
      tid: mandate.id.replace('_', '').padEnd(35, '0'),
      am: '1234.50',
      fam: '99.00',
      cu: 'INR',
      amrule: 'MAX',
      recur: 'MONTHLY',
      recurtype: 'BEFORE',
      recurvalue: '10',
      validitystart: '07012030',
      validityend: '06012031',
      rev: 'Y',
      block: 'N',
      QRexpire: '2030-01-08T02:30:00.000Z',
    })
  },

  'Each frequency has its word in the link': async ({ given, expect }) => {
    const words = {
      one_time: 'ONETIME',
      daily: 'DAILY',
      weekly: 'WEEKLY',
      fortnightly: 'FORTNIGHTLY',
      monthly: 'MONTHLY',
      bimonthly: 'BIMONTHLY',
      quarterly: 'QUARTERLY',
      half_yearly: 'HALFYEARLY',
      yearly: 'YEARLY',
      as_presented: 'ASPRESENTED',
    }
    for (const [frequency, word] of Object.entries(words)) {
      const { authorization } = await given.pending({ frequency })
      expect(fieldsOf(authorization?.upi_link).recur).toBe(word)
    }
  },

  'A one-time mandate says so in its purpose, an exact one in its amount rule': async ({
    given,
    expect,
  }) => {
    const once = await given.pending({ frequency: 'one_time', amount_rule: 'exact' })
    expect(fieldsOf(once.authorization?.upi_link)).toMatchObject({ purpose: '01', amrule: 'EXACT' })
  },

  'A loan of category 7322 tells the payer that it cannot be revoked': async ({
    given,
    expect,
  }) => {
    const loan = await given.pending({ mcc: '7322' })
    expect(fieldsOf(loan.authorization?.upi_link)).toMatchObject({ mc: '7322', rev: 'N' })
  },

  'A QR carries the mode and medium of a picture': async ({ given, expect }) => {
    const mandate = await given.pending({ flow: 'qr' })
    expect(fieldsOf(mandate.authorization?.upi_link)).toMatchObject({ mode: '01', qrMedium: '02' })
  },

  'The QR is had as SVG and as PNG': async ({ api, given, expect }) => {
    const { id } = await given.pending({ flow: 'qr' })
    const svg = await api.call('mandates.qrSvg', { params: { id } })
    expect(svg.headers['content-type'] ?? '').toMatch(/^image\/svg\+xml/)
    expect(String(svg.body)).toMatch(/^<svg /)
    const png = await api.call('mandates.qrPng', { params: { id } })
    expect(png.headers['content-type']).toBe('image/png')
    expect([...(png.body as Uint8Array).slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  },

  'The page for the payer is an address of its own for each mandate': async ({ given, expect }) => {
    const [one, two] = [await given.pending(), await given.pending()]
    expect(one.authorization?.hosted_url ?? '').toMatch(new RegExp(`^https?://.*/${one.id}$`))
    expect(one.authorization?.hosted_url === two.authorization?.hosted_url).toBe(false)
  },

  'A collect request reaches the payer named, and an approval makes it active': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const { id } = await given.pending({ flow: 'collect', mcc: '6211', payer: { vpa: 'asha@ybl' } })
    await api.ok('sandbox.approveMandate', { params: { id }, body: {} })
    await clock.advance('PT10S')
    expect(await given.mandate({ id })).toMatchObject({ status: 'active', payer_vpa: 'asha@ybl' })
  },

  'Collect needs the address of the payer': async ({ api, given, expect }) => {
    const body = given.terms({ flow: 'collect', mcc: '6211', payer: { name: 'Asha Patil' } })
    expect(await api.refused('mandates.create', { body })).toMatchObject({
      status: 400,
      code: 'invalid_request',
      errors: [{ in: 'body', pointer: '/payer/vpa' }],
    })
  },
})

function fieldsOf(link: string | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams((link ?? '').split('?')[1]))
}
