import { formatRupees, rupees } from '@upi-autopay/rail'
import { activeMandates } from './active-mandates.ts'
import { answerOrRefusal } from './answer-or-refusal.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine } from './bed.ts'

const SUCCESSFUL = 'notification successful'
const FAILED = 'notification failed'
const NOTHING = 'nothing: the bank is well'

const CASES = [
  { amount: 0, says: SUCCESSFUL, expected: 'refused: invalid_request' },
  { amount: 99, says: SUCCESSFUL, expected: 'refused: amount_below_minimum' },
  { amount: rupees(1), says: SUCCESSFUL, expected: 'delivered' },
  { amount: rupees(250), says: SUCCESSFUL, expected: 'delivered' },
  { amount: rupees(500), says: SUCCESSFUL, expected: 'delivered' },
  { amount: 500_01, says: NOTHING, expected: 'delivered' },
  { amount: rupees(501), says: FAILED, expected: 'failed (notification_failed, NU)' },
  { amount: rupees(550), says: FAILED, expected: 'failed (notification_failed, NU)' },
  { amount: rupees(600), says: FAILED, expected: 'failed (notification_failed, NU)' },
  { amount: 600_01, says: NOTHING, expected: 'delivered' },
  {
    amount: 1000_01,
    says: 'as per the amount rule',
    expected: 'refused: amount_outside_mandate',
  },
] as const

/** Pre Debit Notification: what becomes of a notice by its amount. */
export async function notification(bed: Bed): Promise<BedLine[]> {
  const mandates = await activeMandates(bed, CASES.length, rupees(1000))
  const asked: (string | { id: string })[] = []
  for (const [index, { amount }] of CASES.entries()) {
    const notice = { amount, debit_date: bed.tomorrow() }
    asked.push(
      await answerOrRefusal(bed.autopay.notifications.create(mandates[index] ?? '', notice)),
    )
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const lines: BedLine[] = []
  for (const [index, { amount, says, expected }] of CASES.entries()) {
    const answer = asked[index] ?? 'not asked'
    const seen = typeof answer === 'string' ? answer : await statusOf(bed, answer.id)
    lines.push({ amount: formatRupees(amount), says, expected, seen })
  }
  return lines
}

async function statusOf({ autopay }: Bed, id: string): Promise<string> {
  const { status, failure } = await autopay.notifications.get(id)
  return failure === null ? status : `${status} (${failure.reason}, ${failure.npci_code})`
}
