/**
 * The measure: express and pg by hand, no layers. `node handwritten.ts DATABASE_URL PEPPER`.
 * It looks the key up, validates by hand what the contract validates, writes the same rows into the same tables in
 * one transaction, and answers the same body. Prints its port.
 */
import { createHmac, randomBytes } from 'node:crypto'
import express from 'express'
import pg from 'pg'

const [databaseUrl = '', pepper = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
const app = express()
app.disable('etag').disable('x-powered-by')
app.use(express.json({ limit: 65_536 }))

interface Caller {
  readonly merchant_id: string
  readonly mode: string
  readonly payee_vpa: string
  readonly name: string
  readonly mcc: string
}

app.post('/v1/mandates', async (request, response) => {
  const caller = await authenticate(request.headers.authorization)
  if (caller === null) return response.status(401).json({ code: 'unauthenticated' })
  const faults = validate(request.body)
  if (faults.length > 0)
    return response.status(400).json({ code: 'invalid_request', errors: faults })
  const mandate = newMandate(request.body, caller)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await insertAll(client, mandate, caller, request.body)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return response.status(201).json(mandate)
})

app.get('/v1/mandates/:id', async (request, response) => {
  const caller = await authenticate(request.headers.authorization)
  if (caller === null) return response.status(401).json({ code: 'unauthenticated' })
  const { rows } = await pool.query({
    name: 'get',
    text: `select r.data, p.data as beside from resources r
      left join private_data p on p.merchant_id = r.merchant_id and p.mode = r.mode and p.stream = r.stream
      where r.merchant_id = $1 and r.mode = $2 and r.kind = 'mandate' and r.id = $3`,
    values: [caller.merchant_id, caller.mode, request.params.id],
  })
  const [found] = rows as { data: object; beside: { payer: object } }[]
  if (found === undefined) return response.status(404).json({ code: 'not_found' })
  return response.json({ ...found.data, payer: found.beside.payer })
})

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})

async function authenticate(header: string | undefined): Promise<Caller | null> {
  const secret = header?.startsWith('Bearer ') ? header.slice(7) : ''
  const digest = createHmac('sha256', pepper).update(secret).digest('base64url')
  const { rows } = await pool.query({
    name: 'key',
    text: `select a.merchant_id, a.mode, a.data from api_keys k
      join accounts a on a.merchant_id = k.merchant_id and a.mode = k.mode where k.digest = $1`,
    values: [digest],
  })
  const [found] = rows as { merchant_id: string; mode: string; data: Caller }[]
  return found === undefined
    ? null
    : { ...found.data, merchant_id: found.merchant_id, mode: found.mode }
}

const FREQUENCIES = new Set([
  'one_time',
  'daily',
  'weekly',
  'fortnightly',
  'monthly',
  'bimonthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'as_presented',
])
const KNOWN = new Set([
  'reference_id',
  'flow',
  'payer',
  'description',
  'amount_rule',
  'amount',
  'min_amount',
  'frequency',
  'debit_rule',
  'start_date',
  'end_date',
  'mcc',
  'registration_expires_in',
  'first_debit',
  'redirect_url',
  'settlement',
  'metadata',
])

function validate(body: Record<string, unknown>): string[] {
  const faults = Object.keys(body).filter((key) => !KNOWN.has(key))
  const payer = (body.payer ?? {}) as Record<string, unknown>
  if (!/^[A-Za-z0-9._:/-]{5,50}$/.test(String(body.reference_id))) faults.push('reference_id')
  if (!['intent', 'qr', 'collect'].includes(String(body.flow))) faults.push('flow')
  if (payer.vpa !== undefined && !/^[^@]+@[a-z]+$/i.test(String(payer.vpa)))
    faults.push('payer.vpa')
  if (typeof body.description !== 'string' || body.description.length > 50)
    faults.push('description')
  if (body.amount_rule !== 'max' && body.amount_rule !== 'exact') faults.push('amount_rule')
  if (!Number.isSafeInteger(body.amount) || Number(body.amount) < 100) faults.push('amount')
  if (!FREQUENCIES.has(String(body.frequency))) faults.push('frequency')
  for (const field of ['start_date', 'end_date']) {
    const text = String(body[field])
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) faults.push(field)
  }
  if (String(body.start_date) > String(body.end_date)) faults.push('end_date')
  return faults
}

function newMandate(
  body: Record<string, unknown>,
  caller: Caller,
): Record<string, unknown> & { id: string } {
  const now = Date.now()
  const id = `mdt_${randomBytes(13).toString('hex')}`
  const link = new URLSearchParams({
    pa: caller.payee_vpa,
    pn: caller.name,
    am: String(Number(body.amount) / 100),
    tr: String(body.reference_id),
  })
  return {
    id,
    object: 'mandate',
    revision: 1,
    status: 'pending',
    livemode: false,
    allowed_actions: ['revoke'],
    ...body,
    mcc: caller.mcc,
    currency: 'INR',
    upi_link: `upi://mandate?${link}`,
    registration_expires_at: now + 86_400_000,
    opened_at: null,
    umn: null,
    activated_at: null,
    ended_at: null,
    status_reason: null,
    next_cycle: null,
    created_at: now,
    updated_at: now,
  }
}

async function insertAll(
  client: pg.PoolClient,
  mandate: Record<string, unknown> & { id: string },
  caller: Caller,
  body: Record<string, unknown>,
): Promise<void> {
  const { payer, ...record } = mandate
  const tenant = [caller.merchant_id, caller.mode]
  const at = mandate.created_at
  const event = `evt_${randomBytes(13).toString('hex')}`
  const state = {
    mandate: record,
    notifications: {},
    presentations: {},
    cycles: {},
    next_sequence_number: 1,
    any_success: false,
  }
  const insert = (name: string, text: string, values: unknown[]) =>
    client.query({ name, text, values: [...tenant, ...values] })
  await insert(
    'stream',
    `insert into streams (merchant_id, mode, stream, kind, version, state) values ($1, $2, $3, 'mandate', 1, $4)`,
    [mandate.id, state],
  )
  await insert(
    'private',
    `insert into private_data (merchant_id, mode, stream, data, payer_vpa, payer_reference_id) values ($1, $2, $3, $4, $5, $6)`,
    [
      mandate.id,
      { payer },
      (payer as { vpa?: string }).vpa,
      (payer as { reference_id?: string }).reference_id,
    ],
  )
  await insert(
    'event',
    `insert into events (merchant_id, mode, stream, version, id, type, resource_kind, resource_id, at, cause, public, data, object) values ($1, $2, $3, 1, $4, 'mandate.created', 'mandate', $3, $5, 'request', true, $6, $7)`,
    [mandate.id, event, at, { mandate: record }, record],
  )
  await insert(
    'resource',
    `insert into resources (merchant_id, mode, kind, id, stream, revision, status, reference_id, mandate_id, created_at, updated_at, data) values ($1, $2, 'mandate', $3, $3, 1, 'pending', $4, $3, $5, $5, $6)`,
    [mandate.id, body.reference_id, at, record],
  )
  await insert(
    'timer',
    `insert into timers (merchant_id, mode, stream, key, at, data) values ($1, $2, $3, $4, $5, $6)`,
    [
      mandate.id,
      `registration_expiry:${mandate.id}`,
      mandate.registration_expires_at,
      { kind: 'registration_expiry' },
    ],
  )
  await insert('outbox', `insert into outbox (merchant_id, mode, event_id) values ($1, $2, $3)`, [
    event,
  ])
}
