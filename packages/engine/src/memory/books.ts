import type { Instant, SettlementSpeed } from '@upi-autopay/rail'
import type { BookedMovement } from '../ports/movement.ts'
import type { SettlementClaim } from '../ports/settlement-claim.ts'
import type { DueMovements, MovementSums } from '../ports/settlement-store.ts'
import { netOf } from '../ports/settlement-store.ts'
import { createKeyedQueue } from './keyed-queue.ts'

/** The movements of one merchant in one mode, and which settlement has them. */
export interface Books {
  /** Books a movement; one that is there already stays as it is. */
  add(movement: BookedMovement): void
  nextDueAt(): Instant | null
  due(now: Instant): DueMovements[]
  leave(run: DueMovements): void
  /** Whether a claim still takes what it was counted from. */
  holds(claim: SettlementClaim): boolean
  take(claim: SettlementClaim): void
  /** What a settlement holds, the newest first. */
  itemsOf(settlement_id: string): readonly BookedMovement[]
  /** What one resource moved, the oldest first, with the settlement that has it. */
  movementsOf(resource_id: string): readonly SettledMovement[]
  /** Everything in no settlement. */
  unsettled(): Iterable<BookedMovement>
}

/** A movement with its settlement, if it is in one. */
export interface SettledMovement {
  readonly movement: BookedMovement
  readonly settlement_id: string | null
}

/** Empty books. */
export function createBooks(): Books {
  const all = new Map<string, BookedMovement>()
  const byResource = new Map<string, string[]>()
  const settlementOf = new Map<string, string>()
  const bySettlement = new Map<string, readonly BookedMovement[]>()
  const waiting = createKeyedQueue<BookedMovement>((a, b) => a.settle_at - b.settle_at)
  /** Left by a run that came to nothing. */
  const left = new Map<string, BookedMovement>()

  function takenBy(speed: SettlementSpeed, until: Instant): BookedMovement[] {
    const ripe = waiting.peek(waiting.size, ({ settle_at }) => settle_at <= until)
    return [...left.values(), ...ripe].filter((movement) => movement.speed === speed)
  }

  return {
    add(movement) {
      if (all.has(movement.id)) return
      all.set(movement.id, movement)
      waiting.set(movement.id, movement)
      const ids = byResource.get(movement.resource_id)
      if (ids === undefined) byResource.set(movement.resource_id, [movement.id])
      else ids.push(movement.id)
    },
    nextDueAt: () => waiting.first()?.settle_at ?? null,
    due(now) {
      const first = waiting.first()
      if (first === undefined || first.settle_at > now) return []
      const ripe = waiting.peek(waiting.size, ({ settle_at }) => settle_at <= now)
      const speeds = [...new Set(ripe.map(({ speed }) => speed))].sort()
      return speeds.map((speed) => {
        const taken = takenBy(speed, now)
        const moments = taken.map(({ at }) => at).sort((a, b) => a - b)
        return {
          speed,
          until: now,
          sums: sumOf(taken),
          first_at: moments[0] ?? now,
          last_at: moments.at(-1) ?? now,
        }
      })
    },
    leave({ speed, until, sums }) {
      const taken = takenBy(speed, until)
      if (taken.length !== sums.count) return
      for (const movement of taken) {
        waiting.delete(movement.id)
        left.set(movement.id, movement)
      }
    },
    holds({ speed, until, count, net }) {
      const sums = sumOf(takenBy(speed, until))
      return sums.count === count && netOf(sums) === net
    },
    take({ settlement_id, speed, until }) {
      const taken = takenBy(speed, until)
      for (const { id } of taken) {
        waiting.delete(id)
        left.delete(id)
        settlementOf.set(id, settlement_id)
      }
      bySettlement.set(settlement_id, taken.sort(newestFirst))
    },
    itemsOf: (settlement_id) => bySettlement.get(settlement_id) ?? [],
    movementsOf: (resource_id) =>
      (byResource.get(resource_id) ?? []).flatMap((id) => {
        const movement = all.get(id)
        return movement === undefined
          ? []
          : [{ movement, settlement_id: settlementOf.get(id) ?? null }]
      }),
    unsettled: () => [...left.values(), ...waiting.peek(waiting.size, () => true)],
  }
}

/** What movements come to, kind by kind. */
export function sumOf(movements: Iterable<BookedMovement>): MovementSums {
  const sums = {
    collected: 0,
    refunded: 0,
    reversed: 0,
    disputed: 0,
    dispute_won: 0,
    fees: 0,
    count: 0,
  }
  for (const { kind, amount, fee } of movements) {
    sums[kind] += amount
    sums.fees += fee
    sums.count += 1
  }
  return sums
}

function newestFirst(a: BookedMovement, b: BookedMovement): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1)
}
