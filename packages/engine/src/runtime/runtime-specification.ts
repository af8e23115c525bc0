import type { Instant } from '@upi-autopay/rail'
import { type Account, tenantOf } from '../account/account.ts'
import { createSeededIds } from '../kernel/ids.ts'
import type { MandateCommand } from '../mandate/commands.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  DONE,
  MONDAY_8,
  POLICY,
} from '../mandate/decider-specification.ts'
import type { Store } from '../ports/store.ts'
import { createEngine, type Engine } from './engine.ts'
import type { Item } from './item.ts'

/** An engine with one merchant whose active mandate is `mdt_1`. Its provider takes all and says nothing. */
export interface RuntimeWorld {
  readonly engine: Engine
  readonly account: () => Promise<Account>
  /** An item on that mandate’s stream, at the clock as it stands. */
  readonly item: (command: MandateCommand, more?: Partial<Item>) => Promise<Item>
}

/** Begins on a Monday at eight, over an empty store. */
export async function createRuntimeWorld(store: Store): Promise<RuntimeWorld> {
  const engine = createEngine({
    store,
    clock: { now: () => MONDAY_8 },
    ids: createSeededIds(7),
    pause: async () => undefined,
    providerOf: () => ({
      name: 'silent',
      policy: POLICY,
      authorizationLink: () => 'upi://mandate?pa=society@sim',
      paymentLink: () => 'upi://pay?pa=society@sim',
      execute: async (effects) =>
        effects.map(() => ({ result: 'accepted', state: 'acknowledged' as const })),
      inquire: async (effects) => effects.map(() => ({ result: 'unknown' })),
    }),
  })
  await store.accounts.create(ACCOUNT, [])
  const account = async (): Promise<Account> =>
    (await store.accounts.get(tenantOf(ACCOUNT))) ?? ACCOUNT
  const item: RuntimeWorld['item'] = async (command, more = {}) => ({
    account: await account(),
    command,
    target: { kind: 'mandate', id: 'mdt_1', ...(command.type === 'CreateMandate' && CREATE) },
    cause: 'test',
    ...more,
  })
  for (const command of [createMandate(), answer('mandate', 'mdt_1', DONE)])
    await engine.handle([await item(command)])
  return { engine, account, item }
}

const CREATE = { create: true } as const

/** The moment some milliseconds after the beginning. */
export function after(ms: number): Instant {
  return (MONDAY_8 + ms) as Instant
}
