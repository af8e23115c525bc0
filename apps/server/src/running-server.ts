import type { Account, Engine, Store } from '@upi-autopay/engine'

/** A server that answers. */
export interface RunningServer {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  /** The merchant that the server began with, and its key. */
  readonly account: Account
  readonly testKey: string
  readonly operatorToken: string
  readonly store: Store
  readonly engine: Engine
  /** Finishes what is at work, closes the database and gives the folder back. */
  close(): Promise<void>
}
