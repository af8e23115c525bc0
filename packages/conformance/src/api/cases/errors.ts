import { group } from '../case.ts'

const CREATE = { method: 'POST', path: '/v1/mandates' } as const

/** Every refusal that a request can meet before its resource is looked at, and the shape of all. */
export const errorCases = group('errors', {
  'A refusal is problem+json with a stable code, a remedy and the id of the request': async ({
    api,
    expect,
  }) => {
    const { headers, body } = await api.call('mandates.get', { params: { id: 'no-such-id' } })
    expect(headers['content-type'] ?? '').toMatch(/^application\/problem\+json/)
    const problem = body as Record<string, string>
    expect(Object.keys(problem).sort()).toEqual([
      'code',
      'detail',
      'doc',
      'remedy',
      'request_id',
      'retry',
      'status',
      'title',
      'type',
    ])
    expect(problem).toMatchObject({ status: 404, code: 'not_found', retry: 'never' })
    expect(problem.detail ?? '').toContain('no-such-id')
    expect(problem.doc ?? '').toMatch(/^https?:\/\/.*not_found$/)
  },

  'A broken rule comes with its title and source': async ({ api, given, expect }) => {
    const problem = await api.refused('mandates.create', {
      body: given.terms({ start_date: '2030-01-06' }),
    })
    expect(problem.rule).toMatchObject({ id: 'mandate.start_date', assumption: true })
    const sourced = await api.refused('mandates.create', { body: given.terms({ mcc: '0001' }) })
    expect(sourced.rule).toMatchObject({ id: 'account.mcc_approved', assumption: false })
    expect((sourced.rule?.source.title ?? '').length > 0).toBe(true)
  },

  'A route that does not exist': async ({ api, expect }) => {
    for (const request of [
      { method: 'GET', path: '/v1/nothing' },
      { method: 'GET', path: '/v1/mandates/a/b/c' },
      { method: 'GET', path: '/v1/mandates/' },
      { method: 'GET', path: '/v1/Mandates' },
      { method: 'GET', path: '/v1/mandates/%zz' },
      { method: 'PUT', path: '/v1/mandates' },
      { method: 'DELETE', path: '/v1/mandates/a' },
    ])
      expect(await api.send(request), request.path).toMatchObject({
        status: 404,
        body: { code: 'route_not_found' },
      })
  },

  'No key, a strange one, and a wrong scheme': async ({ api, expect }) => {
    for (const authorization of [
      null,
      'Bearer upi_test_sk_unknown',
      'Basic dXNlcjpwYXNz',
      'Bearer',
    ])
      for (const request of [
        { method: 'GET', path: '/v1/account' },
        { ...CREATE, text: '{"amount":' },
      ]) {
        const answer = await api.send({ ...request, headers: { authorization } })
        expect(answer, String(authorization)).toMatchObject({
          status: 401,
          body: { code: 'unauthenticated', retry: 'after_fix' },
        })
        expect(answer.headers['www-authenticate'] ?? '').toMatch(/^Bearer/)
      }
  },

  'A body that is not JSON by its type': async ({ api, expect }) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
      expect(
        await api.send({ ...CREATE, headers: { 'content-type': type }, text: 'a=1' }),
        type,
      ).toMatchObject({
        status: 415,
        body: { code: 'unsupported_media_type' },
      })
  },

  'A body that is not JSON by its text': async ({ api, expect }) => {
    for (const text of ['{"amount": 100,}', '{', 'amount=100', '{"a":1}{"a":1}'])
      expect(await api.send({ ...CREATE, text }), text).toMatchObject({
        status: 400,
        body: { code: 'malformed_json' },
      })
  },

  'A body of a megabyte': async ({ api, given, expect }) => {
    const text = JSON.stringify({ ...given.terms(), description: 'x'.repeat(1_048_576) })
    const answer = await api.send({ ...CREATE, text })
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'body_too_large', limit: { body_bytes: 65_536 } },
    })
  },

  'JSON with a charset is JSON': async ({ api, given, expect }) => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    expect(
      (await api.send({ ...CREATE, headers, text: JSON.stringify(given.terms()) })).status,
    ).toBe(201)
  },

  'The key comes before the form, the form before the resource, the resource before its state':
    async ({ api, expect }) => {
      const path = '/v1/mandates/no-such-id/notifications'
      const headers = { authorization: null }
      expect((await api.send({ method: 'POST', path, text: '{}', headers })).status).toBe(401)
      expect((await api.send({ method: 'POST', path, text: '{}' })).status).toBe(400)
      expect(
        (await api.send({ method: 'POST', path, text: '{"amount":1,"debit_date":"2000-01-01"}' }))
          .status,
      ).toBe(404)
    },

  'Of several faults the one that comes first is told, stage by stage': async ({
    api,
    given,
    expect,
  }) => {
    const nobody = 'mdt_00000000000000000000000000'
    const { id, reference_id } = await given.active()
    await api.ok('mandates.revoke', { params: { id } })
    const used = { 'idempotency-key': 'used-before' }
    await api.ok('mandates.create', { body: given.terms(), headers: used })
    const text = { 'content-type': 'text/plain' }
    const stale = { 'if-match': '"99"' }
    const large = 'x'.repeat(65_537)
    const notice = JSON.stringify({ amount: 1, debit_date: '2029-01-01' })
    const notices = (of: string) => `/v1/mandates/${of}/notifications`
    const taken = JSON.stringify({ ...given.terms({ amount: 1 }), reference_id })
    // Each request has the fault of its line, and some of those of the lines below.
    const faults = [
      ['route_not_found', '/v1/nothing', large, { authorization: null, ...text }],
      ['unauthenticated', notices(nobody), large, { authorization: null, ...text }],
      ['body_too_large', notices(nobody), large, { ...text, ...used }],
      ['unsupported_media_type', notices(nobody), '{', { ...text, ...used, ...stale }],
      ['malformed_json', notices(nobody), '{', { ...used, ...stale }],
      ['invalid_request', notices(nobody), '{}', { ...used, ...stale }],
      ['idempotency_mismatch', notices(nobody), notice, { ...used, ...stale }],
      ['not_found', notices(nobody), notice, stale],
      ['precondition_failed', notices(id), notice, stale],
      ['state_conflict', notices(id), notice, {}],
      ['reference_id_taken', '/v1/mandates', taken, {}],
      ['amount_below_minimum', '/v1/mandates', JSON.stringify(given.terms({ amount: 1 })), {}],
    ] as const
    for (const [code, path, body, headers] of faults)
      expect(
        (await api.send({ method: 'POST', path, text: body, headers })).body,
        code,
      ).toMatchObject({ code })
  },

  'An id that cannot be one is not found': async ({ api, expect }) => {
    for (const id of ['mdt_', '..%2F..', 'ॐ', "' or 1=1 --", 'pdn_00000000000000000000000000'])
      expect((await api.refused('mandates.get', { params: { id } })).code, id).toBe('not_found')
  },

  'An id longer than any of ours has the wrong form': async ({ api, expect }) => {
    expect(await api.refused('mandates.get', { params: { id: 'x'.repeat(65) } })).toMatchObject({
      status: 400,
      errors: [{ in: 'path', pointer: '/id' }],
    })
  },
})

/** Keys with less than every right. */
export const scopeCases = group(
  'scopes',
  {
    'A key that reads is refused every change, and told which scope it lacks': async ({
      api,
      given,
      expect,
    }) => {
      const { id } = await given.active()
      const headers = { authorization: `Bearer ${api.access.readOnlyApiKey ?? ''}` }
      const changes = [
        { ...CREATE, text: JSON.stringify(given.terms()) },
        { method: 'POST', path: `/v1/mandates/${id}/revoke` },
        { method: 'POST', path: '/v1/sandbox/reset' },
        { method: 'DELETE', path: '/v1/webhook_endpoints/no-such-id' },
      ]
      for (const change of changes) {
        const answer = await api.send({ ...change, headers })
        expect(answer, change.path).toMatchObject({
          status: 403,
          body: { code: 'scope_insufficient' },
        })
        expect((answer.body as { detail: string }).detail).toMatch(/write/)
      }
      expect((await api.send({ method: 'GET', path: `/v1/mandates/${id}`, headers })).status).toBe(
        200,
      )
      expect((await given.mandate({ id })).status).toBe('active')
    },

    'The scope comes before the size and the type of the body': async ({ api, expect }) => {
      const headers = {
        authorization: `Bearer ${api.access.readOnlyApiKey ?? ''}`,
        'content-type': 'text/plain',
      }
      expect(await api.send({ ...CREATE, text: 'x'.repeat(65_537), headers })).toMatchObject({
        status: 403,
        body: { code: 'scope_insufficient' },
      })
    },

    'A key that reads may ask what would become of a debit, and may not say what became of one':
      async ({ api, given, expect }) => {
        const mandate = await given.active()
        const headers = { authorization: `Bearer ${api.access.readOnlyApiKey ?? ''}` }
        const preview = await api.send({
          method: 'POST',
          path: `/v1/mandates/${mandate.id}/presentations/preview`,
          text: JSON.stringify({ instant: true, amount: 5000 }),
          headers,
        })
        expect(preview).toMatchObject({ status: 200, body: { object: 'explanation' } })
        const { id } = await given.instant(mandate)
        const word = await api.send({
          method: 'POST',
          path: `/v1/presentations/${id}/resolve`,
          text: JSON.stringify({ outcome: 'failed', note: 'not for readers' }),
          headers,
        })
        expect(word).toMatchObject({ status: 403, body: { code: 'scope_insufficient' } })
        expect((word.body as { detail: string }).detail).toMatch(/admin/)
      },
  },
  'readOnlyKeys',
)
