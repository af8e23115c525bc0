import {
  type Account,
  type Command,
  createEngine,
  createSeededIds,
  type Engine,
  type Handled,
  type Ids,
  type Item,
  type Store,
  tenantOf,
} from '@upi-autopay/engine'
import { type Instant, type ProviderPolicy, toInstant } from '@upi-autopay/rail'
import { type Chance, createChance } from './chance.ts'
import { createWatch, type Watch } from './invariants/watch.ts'
import { recordCommits } from './recording-store.ts'
import { createSimulatedBank, type SimulatedBank } from './simulated-bank.ts'
import { createSimulatedReceiver, type SimulatedReceiver } from './simulated-receiver.ts'

/** One merchant with an engine, a bank with moods and a watch over both. */
export interface SimulatedWorld {
  readonly engine: Engine
  readonly ids: Ids
  readonly bank: SimulatedBank
  readonly watch: Watch
  readonly receiver: SimulatedReceiver
  /** The endpoint that is told of everything. */
  readonly endpoint_id: string
  readonly chance: Chance
  /** What was made so far, in the order in which it was made. */
  readonly made: {
    mandates: string[]
    notices: Notice[]
    debits: string[]
    payments: string[]
    refunds: string[]
    disputes: string[]
    schedules: string[]
  }
  /** System time; the merchant's clock runs with it, ahead by what it was moved. */
  now(): Instant
  /** Time passes and nobody works. */
  elapse(ms: number): void
  account(): Promise<Account>
  /** The endpoint is told what is due; now and then it does not answer. */
  deliver(): Promise<void>
  /** Asks for something; a refusal must have written nothing. */
  ask(command: Command, target: Item['target'], more?: Partial<Item>): Promise<Handled>
}

export interface Notice {
  readonly id: string
  readonly mandate_id: string
}

/** Tuesday, 1 January 2030, 08:00 in India. */
const BEGIN = toInstant(Date.parse('2030-01-01T02:30:00.000Z'))

/** The tightest policy that all rows of the rail allow. */
const POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 72,
  notice_cut_off_minute: 23 * 60 + 50,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

const ACCOUNT: Account = {
  merchant_id: 'mer_simulated',
  mode: 'test',
  name: 'Society',
  payee_vpa: 'society@sim',
  mcc: '5968',
  approved_mccs: ['5968', '6211', '6300'],
  approved_exemptions: [],
  settlement: 't1',
  policy: {},
  bank_account: null,
  debits_stopped: false,
  metadata: {},
  revision: 1,
  sandbox: { value_table: false, bank_preset: 'normal' },
  clock: { mode: 'running', offset_ms: 0, frozen_at: null, start_at: null },
  created_at: BEGIN,
  updated_at: BEGIN,
}

/** An empty world over an empty store. The same seed and the same steps give the same history. */
export async function createSimulatedWorld(store: Store, seed: number): Promise<SimulatedWorld> {
  const chance = createChance(seed ^ 0x5eed)
  const ids = createSeededIds(seed)
  let now = BEGIN
  let asked = 0
  let waiting = 0
  const watch: Watch = createWatch(() => bank.records)
  const bank = createSimulatedBank(POLICY, chance, watch.sending)
  const engine = createEngine({
    store: recordCommits(store, watch.written),
    clock: { now: () => now },
    ids,
    // Nobody else works here: time passes and that is all.
    pause: async (ms) => {
      now = (now + ms) as Instant
    },
    providerOf: () => bank.provider,
  })
  await store.accounts.create(ACCOUNT, [])
  const receiver = createSimulatedReceiver(chance)
  const account = async (): Promise<Account> => {
    const known = await store.accounts.get(tenantOf(ACCOUNT))
    if (known === null) throw new Error('the account is gone')
    return known
  }
  /** The stream of a resource as it is stored, its row and the next thing to do. */
  const standing = async ({ kind, id }: Item['target']): Promise<string> => {
    const tenant = tenantOf(ACCOUNT)
    const [loaded] = await store.decisions.load([{ tenant, kind, id }])
    return JSON.stringify([loaded, await store.work.nextTimerAt(tenant)])
  }
  const endpoint_id = ids.mint('webhook_endpoint', now)
  const world: SimulatedWorld = {
    endpoint_id,
    engine,
    ids,
    bank,
    watch,
    chance,
    made: {
      mandates: [],
      notices: [],
      debits: [],
      payments: [],
      refunds: [],
      disputes: [],
      schedules: [],
    },
    now: () => now,
    elapse(ms) {
      now = (now + ms) as Instant
    },
    account,
    receiver,
    async deliver() {
      while ((await engine.deliver(receiver.host, 50)) > 0);
    },
    async ask(command, target, more = {}) {
      const mine = ++asked
      const cause = `step:${mine}`
      // Of two callers at once either may write: only what stands alone can be compared.
      const alone = ++waiting === 1
      const before = alone ? await standing(target) : ''
      const [answer] = await engine.handle([
        { account: await account(), command, target, cause, ...more },
      ])
      if (answer === undefined) throw new Error('an item was left without an answer')
      if (!answer.ok) {
        const written = [...watch.log.values()].some((events) => events.at(-1)?.cause === cause)
        if (written || (alone && asked === mine && (await standing(target)) !== before))
          watch.find(`${command.type} was refused and yet wrote`)
      }
      waiting--
      return answer
    },
  }
  const url = 'https://society.example/hook'
  const endpoint = {
    id: endpoint_id,
    url,
    events: ['*'],
    description: null,
    secret: 'whsec_c2ltdWxhdGVk',
  }
  await world.ask(
    { type: 'CreateWebhookEndpoint', ...endpoint, metadata: {} },
    { kind: 'webhook_endpoint', id: endpoint_id, create: true },
  )
  return world
}
