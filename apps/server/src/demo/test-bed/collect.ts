import type { Payment } from '@upi-autopay/client'
import { formatRupees, rupees } from '@upi-autopay/rail'
import { answerOrRefusal } from './answer-or-refusal.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine } from './bed.ts'

/** Collect requests are open to lenders and brokers only; the document is older than that. */
const OPEN_CATEGORY = '6211'

const CASES = [
  { amount: rupees(10), says: 'transaction SUCCESS', expected: 'succeeded' },
  { amount: rupees(150), says: 'transaction FAILURE', expected: 'failed (insufficient_funds, Z9)' },
  { amount: rupees(50), says: 'transaction DEEMED', expected: 'pending, outcome unknown' },
  { amount: rupees(75), says: 'no other value: EXPIRED in time', expected: 'expired' },
  {
    amount: rupees(75),
    mcc: '5968',
    says: 'nothing of categories',
    expected: 'refused: collect_not_allowed',
  },
] as const

/** Issue Collect Request: what becomes of a one-time payment by its amount, ten seconds on, or a minute where it expires. */
export async function collect(bed: Bed): Promise<BedLine[]> {
  const asked: (string | { id: string })[] = []
  for (const { amount, ...more } of CASES) {
    const payment = bed.autopay.payments.create({
      reference_id: bed.reference(),
      flow: 'collect',
      payer: { vpa: 'asha@okaxis' },
      purpose: 'Collect request',
      amount,
      mcc: 'mcc' in more ? more.mcc : OPEN_CATEGORY,
      expires_in: 'PT1M',
    })
    asked.push(await answerOrRefusal(payment))
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const seen = await Promise.all(asked.map((one) => statusOf(bed, one)))
  await bed.advance('PT1M')
  const later = await Promise.all(asked.map((one) => statusOf(bed, one)))
  return CASES.map(({ amount, says, expected }, index) => ({
    amount: formatRupees(amount),
    says,
    expected,
    seen: (expected === 'expired' ? later : seen)[index] ?? 'not asked',
  }))
}

async function statusOf({ autopay }: Bed, asked: string | { id: string }): Promise<string> {
  return typeof asked === 'string' ? asked : describe(await autopay.payments.get(asked.id))
}

function describe({ status, outcome, failure }: Payment): string {
  if (outcome !== null) return `${status}, outcome ${outcome}`
  return failure === null ? status : `${status} (${failure.reason}, ${failure.npci_code})`
}
