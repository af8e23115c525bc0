import { refusals, row, upload, uploaded } from '../batch-steps.ts'
import { group } from '../case.ts'
import { rs } from '../given.ts'

/** Batches as files: NDJSON and CSV, line by line. */
export const batchUploadCases = group('batch uploads', {
  'A batch comes as NDJSON, a row per line': async (world) => {
    const { given, expect } = world
    const { id } = await given.debitedOnce()
    const lines = [
      row({ mandate_id: id }),
      row({ mandate_id: id, reference_id: 'debit-2', metadata: { branch: 'पुणे' } }),
    ]
    const text = `\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n\n')}`
    const batch = await uploaded(world, 'application/x-ndjson', text)
    expect(batch).toMatchObject({ status: 'running', rows: { total: 2, accepted: 2 } })
    const { data } = await world.api.ok('batches.rows', { params: { id: batch.id } })
    expect(data.map(({ line, status }) => [line, status])).toEqual([
      [1, 'planned'],
      [3, 'planned'],
    ])
  },

  'A broken line of NDJSON harms no other': async (world) => {
    const { given, api, expect } = world
    const { id } = await given.debitedOnce()
    const good = JSON.stringify(row({ mandate_id: id }))
    const text = ['{"amount": 1,', `"${'x'.repeat(70_000)}"`, '[]', good].join('\n')
    const batch = await uploaded(world, 'application/x-ndjson; charset=utf-8', text)
    expect(batch.rows).toMatchObject({ total: 4, accepted: 1, refused: 3 })
    expect(await refusals(api, batch)).toEqual([
      [1, 'malformed_json', null],
      [2, 'invalid_request', null],
      [3, 'invalid_request', null],
    ])
  },

  'A batch comes as CSV, whose first line names the columns': async (world) => {
    const { given, api, expect } = world
    const { id, reference_id } = await given.debitedOnce()
    const text = [
      '\uFEFFreference_id,mandate_id,mandate_reference_id,amount,debit_date,debit_at,description,metadata.branch',
      `debit-1,${id},,30000,2030-01-08,,"Deposit, daily ""pigmy""",पुणे`,
      `"debit-2",,${reference_id},25000,,2030-01-08T12:00:00.000Z,,`,
      '',
    ].join('\r\n')
    const batch = await uploaded(world, 'text/csv', text)
    expect(batch).toMatchObject({ rows: { total: 2, accepted: 2 }, amount: rs(550) })
    const { data } = await api.ok('batches.rows', { params: { id: batch.id } })
    expect(data.map(({ line, status }) => [line, status])).toEqual([
      [2, 'planned'],
      [3, 'planned'],
    ])
    expect(await given.presentation({ id: data[0]?.presentation_id ?? '' })).toMatchObject({
      description: 'Deposit, daily "pigmy"',
      metadata: { branch: 'पुणे' },
    })
    expect(await given.notification({ id: data[1]?.notification_id ?? '' })).toMatchObject({
      debit_at: '2030-01-08T12:00:00.000Z',
      debit_date: '2030-01-08',
    })
  },

  'A broken line of CSV harms no other, whatever its quotes': async (world) => {
    const { given, api, expect } = world
    const { id } = await given.debitedOnce()
    const { id: other } = await given.debitedOnce()
    const text = [
      'mandate_id,amount,debit_date,reference_id,description',
      `${id},30000,2030-01-08,debit-1`,
      `${id},300.00,2030-01-08,debit-2,`,
      `${id},30000,2030-01-08,debit-3,5" pipe`,
      `${id},30000,2030-01-08,debit-4,"two`,
      `lines, no row of its own"`,
      `${id},30000,2030-01-08,debit-5,`,
      `${id},30000,2030-01-09,debit-6,"never closed`,
      `${id},30000,2030-01-09,debit-7,`,
      `${other},30000,2030-01-09,debit-8,"closed"`,
    ].join('\n')
    const batch = await uploaded(world, 'text/csv', text)
    expect(await refusals(api, batch)).toEqual([
      [2, 'invalid_request', null],
      [3, 'invalid_request', 'amount'],
      [4, 'invalid_request', null],
      [5, 'invalid_request', 'description'],
      [8, 'invalid_request', null],
    ])
    const params = { id: batch.id }
    const planned = await api.ok('batches.rows', { params, query: { status: 'planned' } })
    expect(planned.data.map(({ line }) => line)).toEqual([7, 9, 10])
  },

  'A first line that does not name the columns is one problem, and nothing is made': async (
    world,
  ) => {
    const { api, expect } = world
    const wrong = 'mandate_id,amount,colour,amount\nmdt_1,1,red,2'
    const refused = await upload(world, 'text/csv', wrong)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      code: 'invalid_request',
      errors: [
        { in: 'body', message: 'on line 1 there must be a column debit_date or debit_at' },
        { in: 'body', message: 'on line 1 there must be a column reference_id' },
        {
          in: 'body',
          message:
            'on line 1 the column "colour" is not known for debits: use mandate_id, mandate_reference_id, amount, debit_date, debit_at, reference_id, description, when, present_at, retry or metadata.<key>',
        },
        { in: 'body', message: 'on line 1 the column "amount" stands twice' },
      ],
    })
    expect((await api.ok('batches.list')).data).toEqual([])
  },

  'Columns of debits do not go with notifications': async (world) => {
    const text = 'mandate_id,amount,debit_date,reference_id,retry\n'
    const refused = await upload(world, 'text/csv', text, { kind: 'notifications' })
    world.expect(refused.body).toMatchObject({ code: 'invalid_request' })
  },

  'An upload says what it is in its query, a body in JSON within': async (world) => {
    const { api, expect } = world
    const bare = await api.send({
      method: 'POST',
      path: '/v1/batches?events=loud',
      headers: { 'content-type': 'text/csv' },
      text: 'mandate_id',
    })
    expect(bare.body).toMatchObject({ errors: [{ in: 'query', pointer: '/events' }] })
    const unnamed = await api.send({
      method: 'POST',
      path: '/v1/batches',
      headers: { 'content-type': 'text/csv' },
      text: 'mandate_id',
    })
    expect(unnamed.body).toMatchObject({
      errors: [
        { in: 'query', pointer: '/kind' },
        { in: 'query', pointer: '/reference_id' },
      ],
    })
    const both = await upload(world, 'application/json', '{}')
    expect(both.body).toMatchObject({
      errors: [{ in: 'query', pointer: '/kind' }, { pointer: '/reference_id' }],
    })
  },

  'A body of another type, or not in UTF-8, is not taken': async (world) => {
    const { expect } = world
    for (const type of ['text/plain', 'application/xml', 'text/csv; charset=ISO-8859-1'])
      expect(await upload(world, type, 'x')).toMatchObject({
        status: 415,
        body: { code: 'unsupported_media_type' },
      })
  },

  'A batch has rows': async (world) => {
    const { api, expect } = world
    const names = 'mandate_id,amount,debit_date,reference_id\n'
    for (const [type, text] of [
      ['text/csv', names],
      ['application/x-ndjson', '\n\n'],
    ] as const)
      expect((await upload(world, type, text)).body).toMatchObject({ code: 'invalid_request' })
    const none = { kind: 'debits', reference_id: 'batch-0001', rows: [] }
    expect(await api.refused('batches.create', { body: none })).toMatchObject({
      errors: [{ in: 'body', pointer: '/rows' }],
    })
    expect((await api.ok('batches.list')).data).toEqual([])
  },

  'A batch in JSON has at most 1,000 rows': async ({ api, expect }) => {
    const rows = Array.from({ length: 1001 }, () => ({}))
    const body = { kind: 'debits', reference_id: 'batch-0001', rows }
    expect(await api.refused('batches.create', { body })).toMatchObject({
      status: 413,
      code: 'body_too_large',
      limit: { rows: 1000 },
    })
    const within = await api.ok('batches.create', { body: { ...body, rows: rows.slice(1) } })
    expect(within.rows.refused).toBe(1000)
  },

  'An upload is repeated under its key, and compared': async (world) => {
    const { given, expect } = world
    const { id } = await given.debitedOnce()
    const text = JSON.stringify(row({ mandate_id: id }))
    const send = (more: string, key = 'key-1') =>
      upload(world, 'application/x-ndjson', text + more, {}, { 'idempotency-key': key })
    const first = await send('')
    expect(first.status).toBe(201)
    const again = await send('')
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect(again.body).toEqual(first.body)
    expect(await send('\n{}')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    })
    expect(await send('', 'key-2')).toMatchObject({
      status: 409,
      body: { code: 'reference_id_taken' },
    })
  },

  'The same rows under other names of their columns are another upload': async (world) => {
    const { expect } = world
    const cells = 'member-0001,30000,2030-01-08,debit-1,north'
    const send = (last: string) =>
      upload(
        world,
        'text/csv',
        `mandate_reference_id,amount,debit_date,reference_id,${last}\n${cells}`,
        {},
        { 'idempotency-key': 'key-1' },
      )
    expect((await send('description')).status).toBe(201)
    expect((await send('description')).headers['idempotent-replayed']).toBe('true')
    expect((await send('metadata.branch')).body).toMatchObject({ code: 'idempotency_mismatch' })
  },

  'Results come as CSV, a line per row': async (world) => {
    const { given, api, expect } = world
    const { id } = await given.debitedOnce()
    const lines = [
      row({ mandate_id: id }),
      row({ mandate_id: id, amount: rs(0.5), reference_id: 'debit-2' }),
      '{',
    ]
    const text = lines.map((line) => (line === '{' ? line : JSON.stringify(line))).join('\n')
    const batch = await uploaded(world, 'application/x-ndjson', text)
    const params = { id: batch.id }
    const [made] = (await api.ok('batches.rows', { params })).data
    const table = String(await api.ok('batches.results', { params })).split('\r\n')
    expect(table[0]).toBe(
      'line,reference_id,status,code,field,message,notification_id,presentation_id,result,amount',
    )
    expect(table[1]).toBe(
      `1,debit-1,planned,,,,${made?.notification_id},${made?.presentation_id},scheduled,30000`,
    )
    expect(table[2]?.startsWith('2,debit-2,refused,amount_below_minimum,amount,')).toBe(true)
    expect(table[3]?.startsWith('3,,refused,malformed_json,,the line is not ')).toBe(true)
    expect(table.length).toBe(5)
  },

  'Rows are read page by page, and by status': async ({ api, given, expect }) => {
    const { id } = await given.debitedOnce()
    const rows = ['debit-1', 'debit-2', 'debit-3'].map((reference_id) =>
      row({ mandate_id: id, reference_id }),
    )
    const body = { kind: 'debits', reference_id: 'batch-0001', rows: [...rows, {}] }
    const batch = await api.ok('batches.create', { body })
    const params = { id: batch.id }
    const first = await api.ok('batches.rows', { params, query: { limit: 3 } })
    expect([first.data.length, first.has_more, first.next_cursor]).toEqual([3, true, '3'])
    const rest = await api.ok('batches.rows', { params, query: { after: '3' } })
    expect(rest.data.map(({ line, status }) => [line, status])).toEqual([[4, 'refused']])
    expect(await api.refused('batches.rows', { params, query: { after: 'x' } })).toMatchObject({
      errors: [{ in: 'query', pointer: '/after' }],
    })
  },

  'A batch and its mandates are hidden from another merchant': async (world) => {
    const { api, given, other, expect } = world
    const mandate = await given.debitedOnce()
    const batch = await uploaded(world, 'application/x-ndjson', '{}')
    const stranger = await other()
    const params = { id: batch.id }
    for (const operation of [
      'batches.get',
      'batches.rows',
      'batches.results',
      'batches.cancel',
    ] as const)
      expect((await stranger.api.refused(operation, { params })).code).toBe('not_found')
    expect((await stranger.api.ok('batches.list')).data).toEqual([])
    const rows = [
      row({ mandate_id: mandate.id }),
      row({ mandate_reference_id: mandate.reference_id, reference_id: 'debit-2' }),
    ]
    const body = { kind: 'debits', reference_id: 'batch-0001', rows }
    const theirs = await stranger.api.ok('batches.create', { body })
    expect(await refusals(stranger.api, theirs)).toEqual([
      [1, 'not_found', 'mandate_id'],
      [2, 'not_found', 'mandate_reference_id'],
    ])
    const mine = await api.ok('presentations.list', { query: { mandate_id: mandate.id } })
    expect(mine.data.length).toBe(1)
  },
})
