/**
 * A program: an engine in memory with so many mandates (argument 1), of which a sample is debited. Prints as JSON how
 * long the debits took and what a mandate weighs.
 */
import {
  type Account,
  createEngine,
  createMemoryStore,
  createSeededIds,
  type Item,
  type Outcome,
  type Provider,
} from '@upi-autopay/engine'
import { SIMULATOR_POLICY } from '@upi-autopay/providers'
import { type Instant, isoDate, toInstant } from '@upi-autopay/rail'

const MONDAY_8 = toInstant(Date.parse('2030-01-07T02:30:00.000Z'))
const DAY_MS = 86_400_000
const BATCH = 500
/** Debits timed, the same number at every size. */
const DEBITS = 20_000

const size = Number(process.argv[2])
let now = MONDAY_8
const ids = createSeededIds(1)
const store = createMemoryStore()
const DONE: Outcome = { result: 'accepted', state: 'done' }
/** A bank that says yes at once: what is measured is the engine. */
const bank: Provider = {
  name: 'bench',
  policy: SIMULATOR_POLICY,
  authorizationLink: () => 'upi://mandate?pa=society@sim',
  paymentLink: null,
  execute: async (effects) => effects.map(() => DONE),
  inquire: async (effects) => effects.map(() => DONE),
}
const engine = createEngine({
  store,
  clock: { now: () => now },
  ids,
  pause: async () => undefined,
  providerOf: () => bank,
})
const account: Account = {
  merchant_id: 'mer_bench',
  mode: 'test',
  name: 'Society',
  payee_vpa: 'society@sim',
  mcc: '5968',
  approved_mccs: ['5968'],
  approved_exemptions: [],
  settlement: 't1',
  policy: {},
  bank_account: null,
  debits_stopped: false,
  metadata: {},
  revision: 1,
  sandbox: { value_table: false, bank_preset: 'normal' },
  clock: { mode: 'running', offset_ms: 0, frozen_at: null, start_at: null },
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}
await store.accounts.create(account, [])

const before = heapAfterCollection()
const sample: string[] = []
await inBatches(size, (index) => {
  const id = ids.mint('mandate', now)
  if (index % Math.max(1, Math.floor(size / DEBITS)) === 0 && sample.length < DEBITS)
    sample.push(id)
  return mandate(id, index)
})
const bytes_per_mandate = Math.round((heapAfterCollection() - before) / size)

// A small size is debited in several rounds, so that every size makes as many debits.
let planned = 0
let made = 0
let debits = 0
while (debits < DEBITS) {
  const notices = await notify(sample.slice(0, DEBITS - debits))
  now = (now + DAY_MS) as Instant
  planned += await cpuSeconds(() =>
    inBatches(notices.length, (index) => debit(notices[index] as Notice)),
  )
  made += await cpuSeconds(() => engine.settle(account))
  debits += notices.length
}
const explanation_ms = await explain()
console.log(JSON.stringify({ bytes_per_mandate, debits, planned, made, explanation_ms }))

interface Notice {
  readonly id: string
  readonly mandate_id: string
}

/** What one explanation takes, on average over many. */
async function explain(): Promise<number> {
  const asked = {
    tenant: { merchant_id: account.merchant_id, mode: account.mode },
    limit: 1_000,
  } as const
  const { items } = await store.resources.list({ ...asked, kind: 'presentation' })
  const began = performance.now()
  for (const { row } of items) await engine.explain(account, row.id)
  return (performance.now() - began) / items.length
}

async function notify(mandates: readonly string[]): Promise<Notice[]> {
  const debit_date = isoDate(new Date(now + DAY_MS + 19_800_000).toISOString().slice(0, 10))
  const notices = mandates.map((mandate_id) => ({ id: ids.mint('notification', now), mandate_id }))
  await inBatches(notices.length, (index) => {
    const { id, mandate_id } = notices[index] as Notice
    return item(mandate_id, {
      type: 'CreateNotification',
      id,
      mandate_id,
      reference_id: null,
      amount: 30_000,
      debit_date,
      debit_at: null,
      metadata: {},
    })
  })
  await engine.settle(account)
  return notices
}

function debit({ id, mandate_id }: Notice): Item {
  const presentation = ids.mint('presentation', now)
  const command = {
    type: 'CreatePresentation',
    id: presentation,
    mandate_id,
    reference_id: presentation,
    source: { notification_id: id },
    description: null,
    when: 'asap',
    present_at: null,
    retry: 'auto',
    metadata: {},
  } as const
  return { ...item(mandate_id, command), also: [{ kind: 'notification', id }] }
}

function mandate(id: string, index: number): Item {
  return {
    account,
    command: {
      type: 'CreateMandate',
      id,
      reference_id: `member-${index}`,
      flow: 'intent',
      payer: {
        name: 'Asha Patil',
        vpa: `member${index}@upi`,
        email: null,
        phone: null,
        account: null,
        reference_id: null,
      },
      description: 'Daily deposit',
      amount: 500_000,
      amount_rule: 'max',
      min_amount: null,
      frequency: 'as_presented',
      debit_rule: null,
      start_date: isoDate('2030-01-07'),
      end_date: isoDate('2034-01-06'),
      mcc: null,
      settlement: null,
      notice_exemption: null,
      first_debit: null,
      registration_expires_in_ms: null,
      redirect_url: null,
      metadata: {},
      approved: { umn: `${index}@upi` },
    },
    target: { kind: 'mandate', id, create: true },
    cause: 'bench',
  }
}

function item(mandate_id: string, command: Item['command']): Item {
  return { account, command, target: { kind: 'mandate', id: mandate_id }, cause: 'bench' }
}

async function inBatches(count: number, itemOf: (index: number) => Item): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) =>
      itemOf(start + index),
    )
    const refused = (await engine.handle(items)).find((answer) => !answer.ok)
    if (refused !== undefined) throw new Error(JSON.stringify(refused))
  }
}

/** Processor time, of which other programs take nothing. */
async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1_000_000
}

function heapAfterCollection(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
