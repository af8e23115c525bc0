import { formatRupees, rupees } from '@upi-autopay/rail'
import { activeMandates } from './active-mandates.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine } from './bed.ts'
import { describeDebit } from './describe-debit.ts'
import { notifiedDebit } from './notified-debit.ts'

interface Case {
  readonly amount: number
  readonly says: string
  readonly expected: string
  /** What the payer does when asked for the PIN, as with every first notified debit that the table leaves open. */
  readonly payer?: 'approve' | 'decline'
}

const SUCCESSFUL = 'presentation successful'
const FAILED = 'presentation failed'
const NOTHING = 'nothing: the payer decides'
const DECLINED = 'declined (insufficient_funds, Z9)'
const APPROVED = 'awaiting_payer, succeeded'

const CASES: readonly Case[] = [
  { amount: rupees(1), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: rupees(50), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: rupees(100), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: 100_01, says: NOTHING, expected: APPROVED, payer: 'approve' },
  { amount: 149_99, says: NOTHING, expected: APPROVED, payer: 'approve' },
  { amount: rupees(150), says: FAILED, expected: DECLINED },
  { amount: rupees(175), says: FAILED, expected: DECLINED },
  { amount: rupees(200), says: FAILED, expected: DECLINED },
  { amount: 200_01, says: NOTHING, expected: APPROVED, payer: 'approve' },
  {
    amount: rupees(201),
    says: NOTHING,
    expected: 'awaiting_payer, declined (payer_declined, ZA)',
    payer: 'decline',
  },
]

/** Presentation: what becomes of a notified debit by its amount, a day after its notice. */
export async function presentation(bed: Bed): Promise<BedLine[]> {
  const mandates = await activeMandates(bed, CASES.length, rupees(1000))
  const debits = await notifiedDebit(
    bed,
    CASES.map(({ amount }, index) => ({ mandate_id: mandates[index] ?? '', amount })),
  )
  await bed.advance('P1D')
  await bed.advance(BANK_ANSWERS_AFTER)
  const first: string[] = []
  for (const [index, { payer }] of CASES.entries()) {
    const id = debits[index] ?? ''
    first.push(describeDebit(await bed.autopay.presentations.get(id)))
    if (payer === 'approve') await bed.autopay.sandbox.approvePresentation(id)
    if (payer === 'decline') await bed.autopay.sandbox.declinePresentation(id)
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const lines: BedLine[] = []
  for (const [index, { amount, says, expected, payer }] of CASES.entries()) {
    const last = describeDebit(await bed.autopay.presentations.get(debits[index] ?? ''))
    const before = first[index] ?? ''
    const seen = before === last ? last : `${before}, ${last}`
    const asked = payer === undefined ? '' : `, payer to ${payer}`
    lines.push({ amount: formatRupees(amount) + asked, says, expected, seen })
  }
  return lines
}
