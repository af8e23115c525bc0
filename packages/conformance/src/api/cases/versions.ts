import type { Api } from '../api.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** The ETag of a mandate as a caller reads it. */
async function etagOf(api: Api, id: string): Promise<string> {
  const { headers } = await api.call('mandates.get', { params: { id } })
  return headers.etag ?? ''
}

/** Changes that are made only while a resource still is as the caller read it. */
export const versionCases = group('versions', {
  'A change that names the version last read is made, and its answer names the new one': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.pending()
    const read = await etagOf(api, id)
    const revoked = await api.call('mandates.revoke', {
      params: { id },
      headers: { 'if-match': read },
    })
    expect(revoked.status).toBe(200)
    expect(revoked.headers.etag).toBe(await etagOf(api, id))
    expect(revoked.headers.etag === read).toBe(false)
  },

  'A creation names the version of what it made': async ({ api, given, expect }) => {
    const made = await api.call('mandates.create', { body: given.terms() })
    const { id } = made.body as { id: string }
    expect(made.headers.etag).toBe(await etagOf(api, id))
  },

  'A change that names an older version is refused with the present one, and changes nothing':
    async ({ api, given, expect }) => {
      const { id } = await given.active()
      const read = await etagOf(api, id)
      await api.ok('sandbox.pauseMandate', { params: { id } })
      const before = await given.mandate({ id })
      const refused = await api.call('mandates.revoke', {
        params: { id },
        headers: { 'if-match': read },
      })
      expect(refused).toMatchObject({
        status: 412,
        body: { code: 'precondition_failed', retry: 'after_inquiry' },
      })
      expect(refused.headers.etag).toBe(await etagOf(api, id))
      expect(await given.mandate({ id })).toEqual(before)
    },

  'A debit does not move the version of its mandate': async ({ api, clock, given, expect }) => {
    const mandate = await given.active()
    const read = await etagOf(api, mandate.id)
    await given.instant(mandate)
    await clock.advance('PT10S')
    expect(await etagOf(api, mandate.id)).toBe(read)
  },

  'Any version will do for a star, and for one among several': async ({ api, given, expect }) => {
    for (const tags of ['*', '"7", "1"', 'W/"2" ,"1",']) {
      const { id } = await given.pending()
      const answer = await api.call('mandates.revoke', {
        params: { id },
        headers: { 'if-match': tags },
      })
      expect([tags, answer.status]).toEqual([tags, 200])
    }
  },

  'A weak tag and one that is not ours match no version': async ({ api, given, expect }) => {
    const { id } = await given.pending()
    for (const tag of ['W/"1"', '"one"', '"01"', '""'])
      expect(
        await api.refused('mandates.revoke', { params: { id }, headers: { 'if-match': tag } }),
        tag,
      ).toMatchObject({ status: 412, code: 'precondition_failed' })
  },

  'A version without its quotation marks has not the right form': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.pending()
    for (const tag of ['1', '"1', '"1" "2"', '*, "1"'])
      expect(
        await api.refused('mandates.revoke', { params: { id }, headers: { 'if-match': tag } }),
        tag,
      ).toMatchObject({
        status: 400,
        code: 'invalid_request',
        errors: [{ in: 'header', pointer: '/if-match' }],
      })
  },

  'The version is looked at after the resource is found, and before its state and its rules':
    async ({ api, given, expect }) => {
      const headers = { 'if-match': '"99"' }
      const nobody = { id: 'mdt_00000000000000000000000000' }
      expect((await api.refused('mandates.revoke', { params: nobody, headers })).code).toBe(
        'not_found',
      )
      const { id } = await given.active()
      await api.ok('mandates.revoke', { params: { id } })
      expect((await api.refused('mandates.revoke', { params: { id }, headers })).code).toBe(
        'precondition_failed',
      )
      const active = await given.active()
      const tooLate = { amount: rs(300), debit_date: '2030-01-07' }
      expect(
        (
          await api.refused('notifications.create', {
            params: { id: active.id },
            body: tooLate,
            headers,
          })
        ).code,
      ).toBe('precondition_failed')
    },

  'A repeat with its key gets the stored answer, whatever version it names': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.pending()
    const request = {
      params: { id },
      headers: { 'idempotency-key': 'revoke', 'if-match': await etagOf(api, id) },
    }
    const first = await api.call('mandates.revoke', request)
    const second = await api.call('mandates.revoke', request)
    expect(second.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotent-replayed']).toBe('true')
  },

  'Notices, debits and webhook endpoints have versions too': async ({
    api,
    clock,
    given,
    expect,
  }) => {
    const mandate = await given.debitedOnce()
    const debit = await given.debit(await given.delivered(mandate))
    const headers = { 'if-match': '"1"' }
    const stale = { 'if-match': '"2"' }
    expect(
      (await api.refused('presentations.cancel', { params: { id: debit.id }, headers: stale }))
        .status,
    ).toBe(412)
    expect(
      (await api.ok('presentations.cancel', { params: { id: debit.id }, headers })).status,
    ).toBe('cancelled')
    const endpoint = await api.ok('webhookEndpoints.create', {
      body: { url: 'https://example.com/hook', events: ['*'] },
    })
    await clock.advance('PT1S')
    expect(
      (
        await api.refused('webhookEndpoints.delete', {
          params: { id: endpoint.id },
          headers: stale,
        })
      ).status,
    ).toBe(412)
    expect(
      (await api.ok('webhookEndpoints.delete', { params: { id: endpoint.id }, headers })).status,
    ).toBe('deleted')
  },
})
