import {
  type Account,
  type Command,
  createEngine,
  createSeededIds,
  type Engine,
  type Handled,
  type Ids,
  type Item,
  type LeasedEffect,
  type Provider,
  type Store,
  tenantOf,
} from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import { type Chance, createChance } from './chance.ts'
import { createWatch, type Watch } from './invariants/watch.ts'
import { recordCommits } from './recording-store.ts'
import { createSimulatedBank, type SimulatedBank } from './simulated-bank.ts'
import { ACCOUNT, BEGIN, POLICY } from './simulated-merchant.ts'
import { createSimulatedReceiver, type SimulatedReceiver } from './simulated-receiver.ts'
import { WORKER_DIED } from './worker-died.ts'

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
  /** From now on the bank answers at once and truly, and nothing comes between. */
  calmDown(): void
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
  /** The merchant stops debits, or lets them go on. */
  stopDebits(stop: boolean): Promise<void>
  /** The endpoint is told what is due; now and then it does not answer. */
  deliver(): Promise<void>
  /** Asks for something; a refusal must have written nothing. */
  ask(command: Command, target: Item['target'], more?: Partial<Item>): Promise<Handled>
}

export interface Notice {
  readonly id: string
  readonly mandate_id: string
}

/** Once in so many times something happens while a worker is at it, or it dies. */
const MEANWHILE = 6
const DEATHS = 40

/**
 * An empty world over an empty store. The same seed and the same steps give the same history.
 *
 * @param meanwhile what may happen while a worker holds effects
 */
export async function createSimulatedWorld(
  store: Store,
  seed: number,
  meanwhile: (world: SimulatedWorld, taken: readonly LeasedEffect[]) => Promise<void>,
): Promise<SimulatedWorld> {
  const chance = createChance(seed ^ 0x5eed)
  const ids = createSeededIds(seed)
  let now = BEGIN
  let asked = 0
  let waiting = 0
  let calm = false
  const watch: Watch = createWatch(() => bank.records)
  const bank = createSimulatedBank(POLICY, chance, watch.sending)
  /** Now and then the world does not wait for a worker; never between the last look and the sending itself. */
  const between = async (taken: readonly LeasedEffect[]): Promise<void> => {
    if (calm) return
    if (chance.oneIn(MEANWHILE)) await meanwhile(world, taken)
    if (chance.oneIn(DEATHS)) throw WORKER_DIED
  }
  const provider: Provider = {
    ...bank.provider,
    async execute(effects, context) {
      const outcomes = await bank.provider.execute(effects, context)
      await between(effects)
      return outcomes
    },
    async inquire(effects, context) {
      const outcomes = await bank.provider.inquire(effects, context)
      await between(effects)
      return outcomes
    },
  }
  const engine = createEngine({
    store: recordCommits(store, watch.written, between),
    clock: { now: () => now },
    ids,
    // Whoever is waited for goes on only when the one who waits has given up: time passes, and that is all.
    pause: async (ms) => {
      now = (now + ms) as Instant
    },
    providerOf: () => provider,
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
    async stopDebits(stop) {
      watch.model.stopped = stop
      watch.model.stops++
      const command = { type: stop ? 'StopDebits' : 'ResumeDebits' } as const
      await engine.changeAccount(await account(), { command })
    },
    calmDown() {
      calm = true
      bank.calmDown()
    },
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
