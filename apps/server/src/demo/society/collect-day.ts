import type { Autopay } from '@upi-autopay/client'
import {
  formatRfc3339,
  type Instant,
  type IsoDate,
  startOfIstDay,
  toInstant,
} from '@upi-autopay/rail'
import { inParallel } from '../in-parallel.ts'
import type { Enrolled } from './enrol.ts'
import type { Member } from './member.ts'

/** Notifies the debits of a day and, once the notices are delivered, asks for them. A day ahead: that is the rule. */
export async function askFor(
  autopay: Autopay,
  enrolled: readonly Enrolled[],
  { day, parallel }: { readonly day: IsoDate; readonly parallel: number },
): Promise<number> {
  const due = enrolled.filter(({ member }) => isDue(member, day))
  const notified = await inParallel(due, parallel, async ({ member, mandate_id }) => {
    const notice = { amount: member.daily_amount, debit_date: day }
    const { id } = await autopay.notifications.create(mandate_id, notice)
    return { member, mandate_id, notification_id: id }
  })
  await autopay.sandbox.setClock({ advance_by: 'PT10S' })
  await inParallel(notified, parallel, ({ member, mandate_id, notification_id }) =>
    autopay.presentations.create(mandate_id, {
      notification_id,
      reference_id: `${member.member_no}-${day}`,
      when: 'at',
      present_at: formatRfc3339(atMinute(day, member.debit_minute)),
      retry: 'auto',
    }),
  )
  return due.length
}

/** A moment of an Indian day. */
export function atMinute(day: IsoDate, minute: number): Instant {
  return toInstant(startOfIstDay(day) + minute * 60_000)
}

/** The first day's deposit may have been made at registration. */
function isDue({ starts, first_debit }: Member, day: IsoDate): boolean {
  return first_debit ? starts < day : starts <= day
}
