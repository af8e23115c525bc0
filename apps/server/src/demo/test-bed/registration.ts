import { formatRupees, rupees } from '@upi-autopay/rail'
import { answerOrRefusal } from './answer-or-refusal.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine, mandateOf } from './bed.ts'

interface Case {
  readonly amount: number
  readonly says: string
  readonly expected: string
  /** The document wants the link opened once: until then the amount decides nothing. */
  readonly opened?: false
  /** What the payer does at once, or after the bank has said nothing for its ten seconds. */
  readonly payer?: { readonly acts: 'approve' | 'decline'; readonly at: 'once' | 'last' }
}

const ACTIVE = 'registered, Active'
const FAILED = 'registration failed'
const NOTHING = 'nothing: the payer decides'

const CASES: readonly Case[] = [
  { amount: 0, says: ACTIVE, expected: 'refused: invalid_request' },
  { amount: 99, says: ACTIVE, expected: 'refused: amount_below_minimum' },
  { amount: rupees(1), says: ACTIVE, expected: 'active' },
  { amount: rupees(500), says: ACTIVE, expected: 'active' },
  { amount: rupees(1000), says: ACTIVE, expected: 'active' },
  { amount: rupees(500), says: 'opening is mandatory', expected: 'pending', opened: false },
  {
    amount: 1000_01,
    says: NOTHING,
    expected: 'pending, active',
    payer: { acts: 'approve', at: 'last' },
  },
  { amount: rupees(1001), says: FAILED, expected: 'rejected' },
  {
    amount: rupees(1001),
    says: FAILED,
    expected: 'rejected',
    payer: { acts: 'approve', at: 'once' },
  },
  { amount: rupees(1500), says: FAILED, expected: 'rejected' },
  { amount: rupees(2000), says: FAILED, expected: 'rejected' },
  {
    amount: 2000_01,
    says: NOTHING,
    expected: 'pending, active',
    payer: { acts: 'approve', at: 'last' },
  },
  {
    amount: rupees(2001),
    says: NOTHING,
    expected: 'pending, rejected',
    payer: { acts: 'decline', at: 'last' },
  },
]

/** Mandate Creation: what becomes of a registration by its amount. */
export async function registration(bed: Bed): Promise<BedLine[]> {
  const made = []
  for (const one of CASES) made.push({ one, id: await open(bed, one) })
  await bed.advance(BANK_ANSWERS_AFTER)
  const first = []
  for (const { one, id } of made) {
    first.push({ one, id, status: await statusOf(bed, id) })
    if (one.payer?.at === 'last') await act(bed, id, one.payer.acts)
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const lines: BedLine[] = []
  for (const { one, id, status } of first) {
    const last = await statusOf(bed, id)
    lines.push({
      amount: formatRupees(one.amount) + howItWent(one),
      says: one.says,
      expected: one.expected,
      seen: last === status ? last : `${status}, ${last}`,
    })
  }
  return lines
}

function howItWent({ opened, payer }: Case): string {
  if (opened === false) return ', link not opened'
  return payer === undefined ? '' : `, payer to ${payer.acts}`
}

async function open(bed: Bed, { amount, opened, payer }: Case): Promise<string> {
  const made = await answerOrRefusal(bed.autopay.mandates.create(mandateOf(bed, amount)))
  if (typeof made === 'string') return made
  if (opened === false) return made.id
  await bed.autopay.sandbox.openMandate(made.id)
  if (payer?.at === 'once') await act(bed, made.id, payer.acts)
  return made.id
}

async function act(bed: Bed, id: string, acts: 'approve' | 'decline'): Promise<void> {
  if (acts === 'approve') await bed.autopay.sandbox.approveMandate(id)
  else await bed.autopay.sandbox.declineMandate(id)
}

async function statusOf({ autopay }: Bed, id: string): Promise<string> {
  return id.startsWith('refused') ? id : (await autopay.mandates.get(id)).status
}
