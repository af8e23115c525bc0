import type { Autopay, MandateCreate } from '@upi-autopay/client'
import { addDays, type IsoDate } from '@upi-autopay/rail'
import { inParallel } from '../in-parallel.ts'
import { enterPins } from './enter-pins.ts'
import type { Member } from './member.ts'

/** A member with the mandate that the member was asked for. */
export interface Enrolled {
  readonly member: Member
  readonly mandate_id: string
}

/** The simulated bank answers after this long. */
const BANK_ANSWERS_AFTER = 'PT10S'

/** Asks every member for a mandate and lets each approve or decline; answers those who may be debited. */
export async function enrol(
  autopay: Autopay,
  members: readonly Member[],
  { until, parallel }: { readonly until: IsoDate; readonly parallel: number },
): Promise<Enrolled[]> {
  const asked = await inParallel(members, parallel, async (member) => {
    const { id } = await autopay.mandates.create(mandateOf(member, until))
    if (member.approves) await autopay.sandbox.approveMandate(id, { vpa: member.vpa })
    else await autopay.sandbox.declineMandate(id)
    return { member, mandate_id: id }
  })
  await autopay.sandbox.setClock({ advance_by: BANK_ANSWERS_AFTER })
  // A debit at registration is made by now; above the limit even that takes the PIN.
  await enterPins(autopay, { parallel })
  await autopay.sandbox.setClock({ advance_by: BANK_ANSWERS_AFTER })
  const active = new Set<string>()
  for await (const { id } of autopay.mandates.list({ status: 'active', limit: 100 })) active.add(id)
  return asked.filter(({ mandate_id }) => active.has(mandate_id))
}

/** Room for two days' deposits at once; the validity runs on after the two weeks. */
function mandateOf(member: Member, until: IsoDate): MandateCreate {
  return {
    reference_id: `member-${member.member_no}`,
    flow: 'intent',
    payer: { name: member.name, reference_id: `member-${member.member_no}` },
    description: 'Daily deposit',
    amount_rule: 'max',
    amount: 2 * member.daily_amount,
    frequency: 'daily',
    start_date: member.starts,
    end_date: addDays(until, 365),
    ...(member.first_debit && { first_debit: { amount: member.daily_amount } }),
  }
}
