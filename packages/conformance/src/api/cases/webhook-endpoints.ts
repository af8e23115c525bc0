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
      allowed_actions: ['delete'],
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
