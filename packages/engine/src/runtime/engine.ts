import type { Account } from '../account/account.ts'
import type { Rejection } from '../kernel/result.ts'
import type { Explanation } from '../mandate/presentation/explain.ts'
import type { ThoughtDebit } from '../mandate/presentation/preview.ts'
import type { UpcomingCycle } from '../mandate/schedule/upcoming.ts'
import type { Timer } from '../ports/work-store.ts'
import { advance, settle } from './advance.ts'
import { type AccountChange, changeAccount } from './change-account.ts'
import { type DeliveryHost, deliver } from './deliver.ts'
import type { EngineDeps } from './deps.ts'
import { dispatch } from './dispatch.ts'
import { explain, preview } from './explain.ts'
import { handle } from './handle.ts'
import type { Handled, Item } from './item.ts'
import { type ClockMove, type ClockMoved, moveClock, resetSandbox } from './move-clock.ts'
import { redeliverOne, redeliverRange } from './redeliver.ts'
import { settleFrozen } from './settle-frozen.ts'
import { upcoming } from './upcoming.ts'

/** The runtime: four verbs, each over many items, and what a host needs around them. */
export interface Engine {
  readonly deps: EngineDeps
  /** Judges commands and writes what follows, all or nothing per stream. */
  handle(items: readonly Item[]): Promise<Handled[]>
  /** Does what is due for every merchant; answers how many had work. */
  advance(limit: number): Promise<number>
  /** Sends one merchant's effects; answers how many. */
  dispatch(account: Account, limit: number): Promise<number>
  /** Makes the webhook deliveries that are due; answers how much it did. */
  deliver(host: DeliveryHost, limit: number): Promise<number>
  /** Does what is due for one merchant until nothing is, without moving its clock. */
  settle(account: Account): Promise<Timer[]>
  /** Does what a call leaves without delay, if the merchant's clock stands; a clock that runs is worked by `advance`. */
  settleFrozen(account: Account): Promise<void>
  /** Moves one merchant's clock forward, doing what falls due on the way. */
  moveClock(
    account: Account,
    move: ClockMove,
  ): Promise<ClockMoved | { ok: false; rejection: Rejection }>
  /** Deletes what one merchant has in test mode, keeps account and keys, returns the clock to its start. */
  reset(account: Account): ReturnType<typeof resetSandbox>
  /** Changes what a merchant has set of its own account. */
  changeAccount(account: Account, change: AccountChange): ReturnType<typeof changeAccount>
  /** Sends a delivery that is over once more. */
  redeliver(account: Account, id: string): ReturnType<typeof redeliverOne>
  /** Sends once more what an endpoint was sent in a span of time. */
  redeliverRange(
    account: Account,
    range: Parameters<typeof redeliverRange>[2],
  ): ReturnType<typeof redeliverRange>
  /** Why a debit was not made, and when it can be; null when there is no such debit. */
  explain(account: Account, presentation_id: string): Promise<Explanation | null>
  /** What would become of a debit if it were asked for now; writes nothing. */
  preview(account: Account, mandate_id: string, thought: ThoughtDebit): ReturnType<typeof preview>
  /** What a schedule will do next, at most twelve cycles; null when there is no such schedule. */
  upcoming(account: Account, schedule_id: string): Promise<UpcomingCycle[] | null>
}

/** Puts the four verbs over a store, a clock, ids and providers. */
export function createEngine(deps: EngineDeps): Engine {
  return {
    deps,
    handle: (items) => handle(deps, items),
    advance: (limit) => advance(deps, limit),
    dispatch: (account, limit) => dispatch(deps, account, limit),
    deliver: (host, limit) => deliver(deps, host, limit),
    settle: (account) => settle(deps, account),
    settleFrozen: (account) => settleFrozen(deps, account),
    moveClock: (account, move) => moveClock(deps, account, move),
    reset: (account) => resetSandbox(deps, account),
    changeAccount: (account, change) => changeAccount(deps, account, change),
    redeliver: (account, id) => redeliverOne(deps, account, id),
    redeliverRange: (account, range) => redeliverRange(deps, account, range),
    explain: (account, presentation_id) => explain(deps, account, presentation_id),
    preview: (account, mandate_id, thought) => preview(deps, account, mandate_id, thought),
    upcoming: (account, schedule_id) => upcoming(deps, account, schedule_id),
  }
}
