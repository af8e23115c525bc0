import { group } from '../case.ts'

const URL = 'https://hooks.example.com/autopay'

/** Where a merchant wants to be told. */
export const webhookEndpointCases = group('webhook endpoints', {
  'An endpoint is made with a secret that is shown this once': async ({ api, expect }) => {
    const body = {
      url: URL,
      events: ['mandate.activated'],
      description: 'Ledger',
      metadata: { team: 'collections' },
    }
    const { secret, ...endpoint } = await api.ok('webhookEndpoints.create', { body })
    expect(secret).toMatch(/^whsec_\S+$/)
    expect(endpoint).toMatchObject({
      object: 'webhook_endpoint',
      status: 'enabled',
      allowed_actions: ['update', 'disable', 'rotate_secret', 'test', 'redeliver', 'delete'],
      disabled_because: null,
      created_at: '2030-01-07T02:30:00.000Z',
      ...body,
    })
    expect(await api.ok('webhookEndpoints.get', { params: { id: endpoint.id } })).toEqual(endpoint)
    expect((await api.ok('webhookEndpoints.list')).data).toEqual([endpoint])
  },

  'Deleted it stays to be read; deleted again it answers the same': async ({ api, expect }) => {
    const { id } = await api.ok('webhookEndpoints.create', { body: { url: URL, events: ['*'] } })
    const deleted = await api.ok('webhookEndpoints.delete', { params: { id } })
    expect(deleted).toMatchObject({ id, status: 'deleted', allowed_actions: [] })
    expect(await api.ok('webhookEndpoints.get', { params: { id } })).toEqual(deleted)
    expect(await api.ok('webhookEndpoints.delete', { params: { id } })).toEqual(deleted)
  },

  'It is changed by what is sent, and the rest stays': async ({ api, expect }) => {
    const made = await api.ok('webhookEndpoints.create', {
      body: { url: URL, events: ['*'], description: 'Ledger', metadata: { team: 'collections' } },
    })
    const params = { id: made.id }
    const changes = { url: `${URL}/new`, events: ['mandate.activated'], description: null }
    const changed = await api.ok('webhookEndpoints.update', { params, body: changes })
    expect(changed).toMatchObject({ ...changes, status: 'enabled', metadata: made.metadata })
    expect(await api.ok('webhookEndpoints.get', { params })).toEqual(changed)
    const wrong = { url: 'hooks', events: ['mandate.painted'], secret: 'mine' }
    const refused = await api.refused('webhookEndpoints.update', { params, body: wrong })
    expect(refused.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/events/0',
      '/secret',
      '/url',
    ])
    expect(await api.ok('webhookEndpoints.get', { params })).toEqual(changed)
  },

  'It is disabled and enabled by its merchant, and says so; asked twice it answers the same':
    async ({ api, expect }) => {
      const { id } = await api.ok('webhookEndpoints.create', { body: { url: URL, events: ['*'] } })
      const params = { id }
      const disabled = await api.ok('webhookEndpoints.disable', { params })
      expect(disabled).toMatchObject({
        status: 'disabled',
        disabled_because: 'merchant',
        allowed_actions: ['update', 'enable', 'rotate_secret', 'delete'],
      })
      expect(await api.ok('webhookEndpoints.disable', { params })).toEqual(disabled)
      expect(await api.refused('webhookEndpoints.test', { params })).toMatchObject({
        code: 'state_conflict',
        allowed_actions: ['update', 'enable', 'rotate_secret', 'delete'],
      })
      const enabled = await api.ok('webhookEndpoints.enable', { params })
      expect(enabled).toMatchObject({ status: 'enabled', disabled_because: null })
      expect(await api.ok('webhookEndpoints.enable', { params })).toEqual(enabled)
      const { data } = await api.ok('events.list', { query: { resource_id: id } })
      expect(data.map(({ type }) => type)).toEqual(['webhook_endpoint.disabled'])
    },

  'A new secret is shown once, and a repeat of the call leaves it out': async ({ api, expect }) => {
    const made = await api.ok('webhookEndpoints.create', { body: { url: URL, events: ['*'] } })
    const request = {
      params: { id: made.id },
      headers: { 'idempotency-key': 'rotate-once' },
      body: { overlap: 'PT1H' },
    }
    const { secret, ...endpoint } = await api.ok('webhookEndpoints.rotateSecret', request)
    expect(secret).toMatch(/^whsec_\S+$/)
    expect(secret === made.secret).toBe(false)
    expect(await api.ok('webhookEndpoints.get', { params: { id: made.id } })).toEqual(endpoint)
    expect(await api.ok('webhookEndpoints.rotateSecret', request)).toEqual({
      ...endpoint,
      secret: '',
    })
    expect(
      await api.refused('webhookEndpoints.rotateSecret', {
        params: { id: made.id },
        body: { overlap: 'P8D' },
      }),
    ).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/overlap' }] })
  },

  'A test is an event of the endpoint': async ({ api, expect }) => {
    const { id } = await api.ok('webhookEndpoints.create', {
      body: { url: URL, events: ['mandate.activated'] },
    })
    await api.ok('webhookEndpoints.test', { params: { id } })
    const { data } = await api.ok('events.list', { query: { type: 'webhook_endpoint.tested' } })
    expect(data.length).toBe(1)
    expect(data[0]?.data.object).toMatchObject({ id, object: 'webhook_endpoint' })
  },

  'Where nothing was sent, nothing is sent again': async ({ api, expect }) => {
    const { id } = await api.ok('webhookEndpoints.create', {
      body: { url: URL, events: ['mandate.activated'] },
    })
    const body = { from: '2020-01-01T00:00:00Z' }
    expect(await api.ok('webhookEndpoints.redeliver', { params: { id }, body })).toEqual({
      object: 'redelivery',
      count: 0,
    })
    await api.ok('webhookEndpoints.disable', { params: { id } })
    expect(await api.refused('webhookEndpoints.redeliver', { params: { id }, body })).toMatchObject(
      {
        code: 'state_conflict',
        allowed_actions: ['update', 'enable', 'rotate_secret', 'delete'],
      },
    )
  },

  'A deleted one takes nothing any more': async ({ api, expect }) => {
    const { id } = await api.ok('webhookEndpoints.create', { body: { url: URL, events: ['*'] } })
    const params = { id }
    await api.ok('webhookEndpoints.delete', { params })
    for (const operation of [
      'webhookEndpoints.update',
      'webhookEndpoints.disable',
      'webhookEndpoints.enable',
      'webhookEndpoints.rotateSecret',
      'webhookEndpoints.test',
    ] as const)
      expect((await api.refused(operation, { params, body: {} })).code, operation).toBe(
        'state_conflict',
      )
  },

  'Endpoints are listed newest first, page by page': async ({ api, expect }) => {
    const made: string[] = []
    for (let count = 0; count < 3; count++)
      made.unshift(
        (
          await api.ok('webhookEndpoints.create', {
            body: { url: `${URL}/${count}`, events: ['*'] },
          })
        ).id,
      )
    const first = await api.ok('webhookEndpoints.list', { query: { limit: 2 } })
    const rest = await api.ok('webhookEndpoints.list', {
      query: { limit: 2, after: first.next_cursor ?? '' },
    })
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(made)
  },

  'The list is narrowed by status and by when an endpoint was made': async ({
    api,
    clock,
    expect,
  }) => {
    const body = { url: URL, events: ['*'] }
    const first = await api.ok('webhookEndpoints.create', { body })
    await api.ok('webhookEndpoints.disable', { params: { id: first.id } })
    await clock.advance('PT1H')
    const second = await api.ok('webhookEndpoints.create', { body })
    const listed = async (query: Readonly<Record<string, string>>) =>
      (await api.ok('webhookEndpoints.list', { query })).data.map(({ id }) => id)
    expect(await listed({ status: 'disabled' })).toEqual([first.id])
    expect(await listed({ created_from: second.created_at })).toEqual([second.id])
    expect(await listed({ created_until: second.created_at })).toEqual([first.id])
    expect(await listed({ status: 'deleted' })).toEqual([])
  },

  'It subscribes to known types, each once, or to all': async ({ api, expect }) => {
    const wrong = [
      [],
      ['mandate.painted'],
      ['*', 'mandate.created'],
      ['mandate.created', 'mandate.created'],
      'all',
    ]
    for (const events of wrong)
      expect(
        (await api.refused('webhookEndpoints.create', { body: { url: URL, events } })).code,
        String(events),
      ).toBe('invalid_request')
  },

  'Its address is an absolute URL': async ({ api, expect }) => {
    for (const url of [
      'hooks',
      'ftp://hooks.example.com',
      'https://',
      'https://hooks.example.com/a b',
      12,
    ])
      expect(
        await api.refused('webhookEndpoints.create', { body: { url, events: ['*'] } }),
        String(url),
      ).toMatchObject({
        errors: [{ in: 'body', pointer: '/url' }],
      })
  },
})
