import type { SettlementSpeed } from '@upi-autopay/rail'
import type { Aggregate } from '../kernel/aggregate.ts'
import { decideSettlement } from './decide.ts'
import { evolveSettlement } from './evolve.ts'
import { reactToSettlement } from './react.ts'
import type { Settlement, SettlementCommand, SettlementEvent } from './settlement.ts'

/** A settlement is a unit of its own: it claims movements by a set statement and refers to none of them. */
export const settlementAggregate: Aggregate<Settlement, SettlementCommand, SettlementEvent> = {
  kind: 'settlement',
  decide: decideSettlement,
  evolve: evolveSettlement,
  react: reactToSettlement,
  record: (settlement) => settlement ?? undefined,
  rows: (settlement) => [
    {
      kind: 'settlement',
      id: settlement.id,
      stream: settlement.id,
      revision: settlement.revision,
      status: settlement.status,
      reference_id: null,
      mandate_id: null,
      notification_id: null,
      created_at: settlement.created_at,
      updated_at: settlement.updated_at,
      links: [speedLink(settlement.speed), ...(settlement.utr === null ? [] : [settlement.utr])],
      data: settlement,
    },
  ],
  prune: (settlement) => settlement,
  restore: (settlement) => settlement,
}

/** How settlements of one speed are found. */
export function speedLink(speed: SettlementSpeed): string {
  return `speed:${speed}`
}
