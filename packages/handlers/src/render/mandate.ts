import type { Mandate as WireMandate } from '@upi-autopay/contract'
import { type Mandate, type PrivateData, payerOf, type ReadRow } from '@upi-autopay/engine'
import {
  addDays,
  allowedActions,
  type Cycle,
  cycleOf,
  debitDays,
  type IsoDate,
  istDate,
  nextCycle,
} from '@upi-autopay/rail'
import { instant, type RenderContext } from './context.ts'
import { renderDecline } from './decline.ts'
import { maskAccountNumber } from './mask-account-number.ts'
import { renderAuthorization, renderModification } from './modification.ts'

/** A mandate as merchants read it: its record, its payer beside it, and what comes next. */
export function renderMandate(
  mandate: Mandate,
  beside: PrivateData,
  context: RenderContext,
): WireMandate {
  const payer = payerOf(beside)
  return {
    id: mandate.id,
    object: 'mandate',
    livemode: context.livemode,
    created_at: instant(mandate.created_at),
    updated_at: instant(mandate.updated_at),
    metadata: { ...mandate.metadata },
    status: mandate.status,
    allowed_actions: [...allowedActions('mandate', mandate.status)],
    reference_id: mandate.reference_id,
    flow: mandate.flow,
    payer: {
      ...payer,
      account: payer.account && {
        ...payer.account,
        number: maskAccountNumber(payer.account.number),
      },
    },
    payer_vpa: mandate.activated_at === null ? null : payer.vpa,
    description: mandate.description,
    currency: 'INR',
    amount: mandate.amount,
    amount_rule: mandate.amount_rule,
    min_amount: mandate.min_amount,
    frequency: mandate.frequency,
    debit_rule: mandate.debit_rule && { ...mandate.debit_rule },
    start_date: mandate.start_date,
    end_date: mandate.end_date,
    mcc: mandate.mcc,
    first_debit: mandate.first_debit && { ...mandate.first_debit },
    authorization: renderAuthorization(
      mandate.id,
      { upi_link: mandate.upi_link, expires_at: mandate.registration_expires_at },
      context,
    ),
    redirect_url: mandate.redirect_url,
    settlement: mandate.settlement,
    notice_exemption: mandate.notice_exemption,
    umn: mandate.umn,
    activated_at: instant(mandate.activated_at),
    ended_at: instant(mandate.ended_at),
    status_reason: renderDecline(mandate.status_reason),
    revoked_by: mandate.revoked_by,
    modification: mandate.modification && renderModification(mandate.modification, context),
    next_cycle: upcoming(mandate, istDate(context.now)),
  }
}

/** A row of the kind, as merchants read it. */
export function showMandate(
  { row, private: beside }: ReadRow,
  context: RenderContext,
): WireMandate {
  return renderMandate(row.data as Mandate, beside, context)
}

/** The next cycle that can still have its debit, from today on; null where there is none, or where cycles are notices. */
function upcoming(mandate: Mandate, today: IsoDate): WireMandate['next_cycle'] {
  if (mandate.ended_at !== null || mandate.activated_at === null) return null
  const unspent =
    mandate.spent_until === null ? mandate.start_date : addDays(mandate.spent_until, 1)
  const from = [today, mandate.start_date, unspent].reduce((latest, day) =>
    day > latest ? day : latest,
  )
  if (from > mandate.end_date) return null
  let cycle = cycleOf(mandate, from)
  // A cycle whose days for debits are over is past, though its calendar is not.
  while (cycle !== null) {
    const days = debitDays(mandate, cycle)
    if (days !== null && days.until >= from) {
      return {
        from: cycle.from,
        until: cycle.until,
        debit_from: days.from,
        debit_until: days.until,
        sequence_number: numberOf(mandate, cycle),
      }
    }
    cycle = nextCycle(mandate, cycle)
  }
  return null
}

/** A cycle that was notified before has its number; any other gets the next. */
function numberOf(mandate: Mandate, { key }: Cycle): number {
  const known = mandate.numbered_cycles.find((one) => one.key === key)
  return known?.sequence_number ?? mandate.next_sequence_number
}
