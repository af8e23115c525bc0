import type { Account } from '../account/account.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ids } from '../kernel/ids.ts'
import type { Provider } from '../ports/provider.ts'
import type { Store } from '../ports/store.ts'

/** What the four verbs run on. Everything that differs between server, mocks and simulation is here. */
export interface EngineDeps {
  readonly store: Store
  /** System time: leases, deliveries, signatures. A merchant's time is derived from it by the merchant's clock. */
  readonly clock: Clock
  readonly ids: Ids
  /** Waits in real time, in milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  readonly providerOf: (account: Account) => Provider
}
