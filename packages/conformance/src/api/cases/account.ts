import type { Account } from '@upi-autopay/contract'
import type { Api } from '../api.ts'
import { group } from '../case.ts'

/** The merchant whose key is used. */
export const accountCases = group('the account', {
  'The account is changed by what is sent, and the rest stays': async ({ api, expect }) => {
    const before = await api.ok('account.get')
    try {
      const bank_account = { number: '123456789012', ifsc: 'HDFC0000001', name: 'Lakshmi Society' }
      const changed = await api.ok('account.update', {
        body: { name: 'Lakshmi Society', bank_account, metadata: { town: 'Pune' } },
      })
      expect(changed).toMatchObject({
        id: before.id,
        name: 'Lakshmi Society',
        bank_account: { ...bank_account, number: '********9012' },
        metadata: { town: 'Pune' },
        payee_vpa: before.payee_vpa,
        mcc: before.mcc,
      })
      expect(await api.ok('account.get')).toEqual(changed)
      const emptied = await api.ok('account.update', { body: { bank_account: null } })
      expect(emptied).toMatchObject({ bank_account: null, name: 'Lakshmi Society' })
    } finally {
      await putBack(api, before)
    }
  },

  'What is made afterwards takes the new defaults; what exists keeps its own': async ({
    api,
    given,
    expect,
  }) => {
    const before = await api.ok('account.get')
    const old = await given.pending()
    try {
      const changes = { mcc: '6211', settlement: 't0', payee_vpa: 'lakshmi.new@okbank' }
      expect(await api.ok('account.update', { body: changes })).toMatchObject(changes)
      const made = await given.pending()
      expect(made).toMatchObject({ mcc: '6211', settlement: 't0' })
      expect(made.authorization?.upi_link).toContain('pa=lakshmi.new')
      expect(await given.mandate(old)).toEqual(old)
    } finally {
      await putBack(api, before)
    }
  },

  'The default category stays among the approved ones': async ({ api, expect }) => {
    const before = await api.ok('account.get')
    try {
      expect(await api.refused('account.update', { body: { mcc: '9999' } })).toMatchObject({
        status: 422,
        code: 'mcc_not_approved',
        errors: [{ in: 'body', pointer: '/mcc', rule: 'account.mcc_approved' }],
      })
      expect(
        await api.refused('account.update', { body: { approved_mccs: ['9999'], name: 'Nobody' } }),
      ).toMatchObject({ code: 'mcc_not_approved', errors: [{ pointer: '/approved_mccs' }] })
      expect((await api.ok('account.get')).name).toBe(before.name)
      const both = { mcc: '9999', approved_mccs: ['9999', '5411'] }
      expect(await api.ok('account.update', { body: both })).toMatchObject(both)
    } finally {
      await putBack(api, before)
    }
  },

  'A change may demand the version that its maker has seen': async ({ api, expect }) => {
    const before = await api.ok('account.get')
    try {
      const { headers } = await api.call('account.get')
      const seen = { 'if-match': headers.etag ?? '' }
      const first = await api.call('account.update', { headers: seen, body: { name: 'First' } })
      expect([first.status, first.headers.etag === headers.etag]).toEqual([200, false])
      expect(
        await api.refused('account.update', { headers: seen, body: { name: 'Second' } }),
      ).toMatchObject({ status: 412, code: 'precondition_failed' })
      expect((await api.refused('account.stopDebits', { headers: seen })).status).toBe(412)
      expect((await api.ok('account.get')).name).toBe('First')
    } finally {
      await putBack(api, before)
    }
  },

  'A change of a wrong form names every field, and changes nothing': async ({ api, expect }) => {
    const before = await api.ok('account.get')
    const refused = await api.refused('account.update', {
      body: {
        name: '',
        payee_vpa: 'nobody',
        bank_account: { number: '1', ifsc: 'x' },
        approved_mccs: ['5411', '5411'],
        debits_stopped: true,
      },
    })
    expect(refused.code).toBe('invalid_request')
    expect(refused.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/approved_mccs',
      '/bank_account/ifsc',
      '/bank_account/name',
      '/bank_account/number',
      '/debits_stopped',
      '/name',
      '/payee_vpa',
    ])
    expect(await api.ok('account.get')).toEqual(before)
  },

  'A key shows its own account': async ({ api, other, expect }) => {
    const mine = await api.ok('account.get')
    expect(mine).toMatchObject({ object: 'account', status: 'active', livemode: false })
    expect(mine.approved_mccs).toContain(mine.mcc)
    expect((await (await other()).api.ok('account.get')).id === mine.id).toBe(false)
  },

  'A mandate takes category and settlement of the account unless it names its own': async ({
    api,
    given,
    expect,
  }) => {
    const account = await api.ok('account.get')
    expect(await given.pending()).toMatchObject({
      mcc: account.mcc,
      settlement: account.settlement,
    })
    expect(await given.pending({ mcc: '6211', settlement: 't0' })).toMatchObject({
      mcc: '6211',
      settlement: 't0',
    })
  },
})

/** A reset keeps the account, so a case that changed it gives it back as it was. */
async function putBack(api: Api, before: Account): Promise<void> {
  const { name, payee_vpa, mcc, approved_mccs, settlement, metadata } = before
  const body = { name, payee_vpa, mcc, approved_mccs, settlement, metadata, bank_account: null }
  await api.ok('account.update', { body })
}
