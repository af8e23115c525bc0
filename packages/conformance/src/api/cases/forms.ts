import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Requests that do not have the form of the contract: every fault named, with its place. */
export const formCases = group('the form of requests', {
  'Every failing field is named at once': async ({ api, expect }) => {
    const body = {
      reference_id: 'no',
      flow: 'fax',
      payer: { vpa: 'nobody', phone: '12', email: 'asha', account: { number: '1', ifsc: 'x' } },
      description: '',
      amount_rule: 'about',
      amount: 12.5,
      frequency: 'hourly',
      start_date: '2030-02-30',
      end_date: 'tomorrow',
      redirect_url: 'shop',
      colour: 'red',
    }
    const problem = await api.refused('mandates.create', { body })
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request', retry: 'after_fix' })
    const pointers = (problem.errors ?? []).map((error) => {
      expect(error.in).toBe('body')
      return error.pointer
    })
    expect([...new Set(pointers)].sort()).toEqual([
      '/amount',
      '/amount_rule',
      '/colour',
      '/description',
      '/end_date',
      '/flow',
      '/frequency',
      '/payer/account/ifsc',
      '/payer/account/number',
      '/payer/email',
      '/payer/phone',
      '/payer/vpa',
      '/redirect_url',
      '/reference_id',
      '/start_date',
    ])
  },

  'Every missing field is named': async ({ api, expect }) => {
    const problem = await api.refused('mandates.create', { body: {} })
    expect((problem.errors ?? []).map(({ pointer }) => pointer).sort()).toEqual([
      '/amount',
      '/amount_rule',
      '/description',
      '/end_date',
      '/flow',
      '/frequency',
      '/payer',
      '/reference_id',
      '/start_date',
    ])
    expect(new Set((problem.errors ?? []).map(({ message }) => message)).size).toBe(1)
  },

  'What is wrong together is named beside what is wrong by itself': async ({
    api,
    given,
    expect,
  }) => {
    const pointersOf = (problem: { errors?: readonly { pointer: string }[] | undefined }) =>
      (problem.errors ?? []).map(({ pointer }) => pointer).sort()
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']))
    const terms = given.terms({ metadata: { ...many, k0: 1 } })
    expect(pointersOf(await api.refused('mandates.create', { body: terms }))).toEqual([
      '/metadata',
      '/metadata/k0',
    ])
    const endpoint = {
      url: 'https://hooks.example.com/',
      events: ['*', 'mandate.activated', 'mandate.flown'],
    }
    expect(pointersOf(await api.refused('webhookEndpoints.create', { body: endpoint }))).toEqual([
      '/events',
      '/events/2',
    ])
    const query = { presentation_id: 'prs_1', payment_id: 'pay_1', limit: 0 }
    for (const operation of ['refunds.list', 'disputes.list'] as const)
      expect(pointersOf(await api.refused(operation, { query }))).toEqual(['/limit', '/payment_id'])
    const { id } = await given.active()
    const debit = { instant: false, amount: 1.5, when: 'at', reference_id: 'no' }
    expect(
      pointersOf(await api.refused('presentations.create', { params: { id }, body: debit })),
    ).toEqual(['/amount', '/instant', '/present_at', '/reference_id'])
  },

  'Amounts are whole paise, written as numbers': async ({ api, given, expect }) => {
    for (const amount of [0, -100, 100.5, '10000', null, true, [100], 1e15, 100_000_000_001])
      expect(
        await api.refused('mandates.create', { body: given.terms({ amount }) }),
        String(amount),
      ).toMatchObject({
        status: 400,
        errors: [{ in: 'body', pointer: '/amount' }],
      })
    expect((await given.pending({ amount: 100_000_000_000 })).amount).toBe(100_000_000_000)
  },

  'Dates exist, and are written YYYY-MM-DD': async ({ api, given, expect }) => {
    for (const start_date of [
      '2030-02-29',
      '2030-13-01',
      '30-01-07',
      '2030-1-7',
      '2030-01-07T00:00:00Z',
      20300107,
    ])
      expect(
        await api.refused('mandates.create', { body: given.terms({ start_date }) }),
        String(start_date),
      ).toMatchObject({
        errors: [{ in: 'body', pointer: '/start_date' }],
      })
  },

  'Durations have a fixed length: no months, no years, nothing empty': async ({
    api,
    given,
    expect,
  }) => {
    for (const registration_expires_in of ['P1M', 'P1Y', 'PT', 'P', '10 minutes', 600])
      expect(
        (await api.refused('mandates.create', { body: given.terms({ registration_expires_in }) }))
          .code,
      ).toBe('invalid_request')
  },

  'Text is what people write: no control characters, not blank, not too long': async ({
    api,
    given,
    expect,
  }) => {
    for (const description of ['', '   ', 'line\nbreak', 'nul\u0000', 'x'.repeat(51), '\ud800'])
      expect(
        (await api.refused('mandates.create', { body: given.terms({ description }) })).errors?.[0]
          ?.pointer,
      ).toBe('/description')
    const description = 'दैनिक ठेव ₹50 😀'
    expect((await given.pending({ description })).description).toBe(description)
  },

  'Metadata has at most 50 keys, with text': async ({ api, given, expect }) => {
    const keys = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']))
    expect((await given.pending({ metadata: keys(50) })).metadata).toEqual(keys(50))
    const bad = [keys(51), { k: 1 }, { ['k'.repeat(41)]: 'v' }, { k: 'v'.repeat(501) }, [], 'text']
    for (const metadata of bad)
      expect((await api.refused('mandates.create', { body: given.terms({ metadata }) })).code).toBe(
        'invalid_request',
      )
  },

  'Metadata with the names of an object’s insides is kept as sent': async ({
    api,
    given,
    expect,
  }) => {
    const text = JSON.stringify({ ...given.terms(), metadata: { constructor: 'a', toString: 'b' } })
    const { status, body } = await api.send({ method: 'POST', path: '/v1/mandates', text })
    expect(status).toBe(201)
    expect((body as { metadata: object }).metadata).toEqual({ constructor: 'a', toString: 'b' })
  },

  'A redirect goes over https, or to this machine': async ({ api, given, expect }) => {
    for (const redirect_url of [
      'https://shop.example.com/back?x=1',
      'http://localhost:3000/back',
      'http://127.0.0.1/',
    ])
      expect((await given.pending({ redirect_url })).redirect_url).toBe(redirect_url)
    for (const redirect_url of [
      'http://shop.example.com/',
      'javascript:alert(1)',
      '//shop',
      'ftp://shop.example.com',
    ])
      expect(
        (await api.refused('mandates.create', { body: given.terms({ redirect_url }) })).errors?.[0]
          ?.pointer,
      ).toBe('/redirect_url')
  },

  'A notice names a day or a moment, one of them': async ({ api, given, expect }) => {
    const { id } = await given.active()
    const both = { debit_date: '2030-01-08', debit_at: '2030-01-08T09:00:00Z' }
    for (const when of [{}, both, { debit_at: '2030-01-08' }, { debit_at: '2030-01-08T25:00:00Z' }])
      expect(
        (
          await api.refused('notifications.create', {
            params: { id },
            body: { amount: rs(300), ...when },
          })
        ).code,
      ).toBe('invalid_request')
  },

  'A debit is drawn on a notice or is instant, with what belongs to it': async ({
    api,
    given,
    expect,
  }) => {
    const { id } = await given.active()
    const reference_id = given.reference()
    const wrong = [
      [{}, '/notification_id'],
      [{ instant: true }, '/amount'],
      [{ instant: false, amount: 100 }, '/instant'],
      [{ instant: true, amount: 100, notification_id: 'pdn_1' }, '/notification_id'],
      [{ notification_id: 'pdn_1', amount: 100 }, '/amount'],
      [{ notification_id: 'pdn_1', when: 'at' }, '/present_at'],
      [{ notification_id: 'pdn_1', present_at: '2030-01-08T09:00:00Z' }, '/present_at'],
      [{ notification_id: 'pdn_1', when: 'soon' }, '/when'],
      [{ notification_id: 'pdn_1', retry: 'always' }, '/retry'],
    ] as const
    for (const [body, pointer] of wrong) {
      const problem = await api.refused('presentations.create', {
        params: { id },
        body: { reference_id, ...body },
      })
      expect(
        (problem.errors ?? []).map((error) => error.pointer),
        JSON.stringify(body),
      ).toContain(pointer)
    }
  },

  'A debit without a reference is not taken': async ({ api, given, expect }) => {
    const { id } = await given.active()
    expect(
      await api.refused('presentations.create', {
        params: { id },
        body: { instant: true, amount: 100 },
      }),
    ).toMatchObject({
      errors: [{ in: 'body', pointer: '/reference_id' }],
    })
  },

  'A list takes no filter that it does not know, and pages of 1 to 100': async ({
    api,
    expect,
  }) => {
    const wrong = [
      ['colour=red', '/colour'],
      ['limit=0', '/limit'],
      ['limit=101', '/limit'],
      ['limit=ten', '/limit'],
      ['limit=1.5', '/limit'],
      ['status=gone', '/status'],
      ['created_from=yesterday', '/created_from'],
    ] as const
    for (const [query, pointer] of wrong) {
      const { status, body } = await api.send({ method: 'GET', path: `/v1/mandates?${query}` })
      expect(status, query).toBe(400)
      expect(body).toMatchObject({ code: 'invalid_request', errors: [{ in: 'query', pointer }] })
    }
  },

  'A body is an object': async ({ api, expect }) => {
    for (const text of ['null', '[]', '"text"', '12'])
      expect((await api.send({ method: 'POST', path: '/v1/mandates', text })).status, text).toBe(
        400,
      )
    expect((await api.send({ method: 'POST', path: '/v1/mandates' })).body).toMatchObject({
      code: 'invalid_request',
    })
  },

  'An action takes nothing, an empty object, or is refused': async ({ api, given, expect }) => {
    const { id } = await given.active()
    const path = `/v1/sandbox/mandates/${id}/pause`
    expect(
      (await api.send({ method: 'POST', path, text: '{"why":"holiday"}' })).body,
    ).toMatchObject({
      code: 'invalid_request',
      errors: [{ in: 'body', pointer: '/why' }],
    })
    expect((await api.send({ method: 'POST', path, text: '{}' })).status).toBe(200)
    expect(
      (await api.send({ method: 'POST', path: `/v1/sandbox/mandates/${id}/resume` })).status,
    ).toBe(200)
  },
})
