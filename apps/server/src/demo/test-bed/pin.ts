import { formatRupees, rupees } from '@upi-autopay/rail'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine, mandateOf } from './bed.ts'
import { notifiedDebit } from './notified-debit.ts'

interface Case {
  readonly amount: number
  /** Whether a debit at registration has succeeded before. */
  readonly first: boolean
  readonly payer: 'PIN entered' | 'PIN not entered' | 'no PIN'
  readonly says: string
  readonly expected: string
}

const LIMIT = rupees(15_000)
const EXPIRED = 'declined (U69) after 30:00'

/** Amounts outside the value tables: here the rules speak, and the payer. */
const CASES: readonly Case[] = [
  {
    amount: LIMIT,
    first: false,
    payer: 'no PIN',
    says: 'no PIN up to the limit',
    expected: 'succeeded without PIN',
  },
  {
    amount: LIMIT + 1,
    first: false,
    payer: 'PIN entered',
    says: 'PIN above ₹15,000',
    expected: 'awaiting_payer, succeeded',
  },
  {
    amount: LIMIT + 1,
    first: false,
    payer: 'PIN not entered',
    says: 'PIN above ₹15,000, 30 minutes',
    expected: EXPIRED,
  },
  {
    amount: rupees(300),
    first: true,
    payer: 'PIN entered',
    says: 'PIN for the first notified debit',
    expected: 'awaiting_payer, succeeded',
  },
  {
    amount: rupees(300),
    first: true,
    payer: 'PIN not entered',
    says: 'PIN for the first, 30 minutes',
    expected: EXPIRED,
  },
]

/** When the payer enters the PIN, and for how long the bank waits for it. */
export async function pin(bed: Bed): Promise<BedLine[]> {
  const { autopay } = bed
  const asked: { mandate_id: string; amount: number }[] = []
  for (const { amount, first } of CASES)
    asked.push({ mandate_id: await approvedMandate(bed, first), amount })
  await bed.advance(BANK_ANSWERS_AFTER)
  await bed.advance(BANK_ANSWERS_AFTER)
  const debits = await notifiedDebit(bed, asked)
  await bed.advance('P1D')
  const seen: string[][] = []
  for (const [index, { payer }] of CASES.entries()) {
    const id = debits[index] ?? ''
    seen.push([await statusOf(bed, id)])
    if (payer === 'PIN entered') await autopay.sandbox.approvePresentation(id)
  }
  // Presented at their first possible moment: the last moment of their 30 minutes, and the end.
  await bed.advance('PT29M59S')
  for (const [index, id] of debits.entries()) seen[index]?.push(await statusOf(bed, id))
  await bed.advance('PT1S')
  for (const [index, id] of debits.entries()) seen[index]?.push(await statusOf(bed, id))
  return CASES.map(({ amount, says, expected, payer }, index) => ({
    amount: `${formatRupees(amount)}, ${payer}`,
    says,
    expected,
    seen: summary(seen[index] ?? []),
  }))
}

async function approvedMandate(bed: Bed, first: boolean): Promise<string> {
  const registrationDebit = first ? {} : { first_debit: { amount: rupees(100) } }
  const { id } = await bed.autopay.mandates.create(
    mandateOf(bed, rupees(20_000), registrationDebit),
  )
  await bed.autopay.sandbox.approveMandate(id)
  return id
}

async function statusOf({ autopay }: Bed, id: string): Promise<string> {
  const debit = await autopay.presentations.get(id)
  const last = debit.attempts.at(-1)
  if (debit.status === 'declined') return `declined (${last?.decline?.npci_code})`
  const unasked = debit.status === 'succeeded' && last?.authentication === 'none'
  return unasked ? 'succeeded without PIN' : debit.status
}

/** Statuses when due, at 29:59 and at 30:00. */
function summary([due = '', last = '', after = '']: string[]): string {
  if (due === 'awaiting_payer' && last === 'awaiting_payer') return `${after} after 30:00`
  return [...new Set([due, last, after])].filter((text) => text !== 'processing').join(', ')
}
