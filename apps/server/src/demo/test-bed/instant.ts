import { formatRupees, rupees } from '@upi-autopay/rail'
import { activeMandates } from './active-mandates.ts'
import { answerOrRefusal } from './answer-or-refusal.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine, mandateOf } from './bed.ts'
import { describeDebit } from './describe-debit.ts'

const SUCCESSFUL = 'presentation successful'
const FAILED = 'presentation failed'
const NOTHING = 'nothing: the bank is well'

/** `first_debit` is what the seed calls default_amount; the mandate's own amount registers well. */
const CASES = [
  { amount: 0, says: SUCCESSFUL, expected: 'refused: invalid_request' },
  { amount: 99, says: SUCCESSFUL, expected: 'refused: first_debit_invalid' },
  { amount: rupees(1), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: rupees(50), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: rupees(100), says: SUCCESSFUL, expected: 'succeeded' },
  { amount: 100_01, says: NOTHING, expected: 'succeeded' },
  { amount: 149_99, says: NOTHING, expected: 'succeeded' },
  { amount: rupees(150), says: FAILED, expected: 'failed (insufficient_funds, Z9)' },
  { amount: rupees(175), says: FAILED, expected: 'failed (insufficient_funds, Z9)' },
  { amount: rupees(200), says: FAILED, expected: 'failed (insufficient_funds, Z9)' },
  { amount: 200_01, says: NOTHING, expected: 'succeeded' },
] as const

/** The debit at registration, within five minutes: without notice and without PIN. */
export async function instant(bed: Bed): Promise<BedLine[]> {
  return [...(await atRegistration(bed)), ...(await byCall(bed))]
}

async function atRegistration(bed: Bed): Promise<BedLine[]> {
  const made: { one: (typeof CASES)[number]; id: string }[] = []
  for (const one of CASES) made.push({ one, id: await open(bed, one.amount) })
  await bed.advance(BANK_ANSWERS_AFTER)
  await bed.advance(BANK_ANSWERS_AFTER)
  const lines: BedLine[] = []
  for (const { one, id } of made) {
    const { amount, says, expected } = one
    lines.push({ amount: formatRupees(amount), says, expected, seen: await debitOf(bed, id) })
  }
  return lines
}

async function open(bed: Bed, amount: number): Promise<string> {
  const body = mandateOf(bed, rupees(1000), { first_debit: { amount } })
  const made = await answerOrRefusal(bed.autopay.mandates.create(body))
  if (typeof made === 'string') return made
  await bed.autopay.sandbox.openMandate(made.id)
  return made.id
}

async function debitOf({ autopay }: Bed, mandate_id: string): Promise<string> {
  if (mandate_id.startsWith('refused')) return mandate_id
  const [debit] = (await autopay.presentations.list({ mandate_id })).data
  return debit === undefined ? 'no debit' : describeDebit(debit)
}

/** The same by call, for a mandate with rule EXACT: at the end of the five minutes, and a second after it. */
async function byCall(bed: Bed): Promise<BedLine[]> {
  const amount = rupees(100)
  const ids = await activeMandates(bed, 3, amount, { amount_rule: 'exact' })
  const seen: string[] = []
  for (const [id, wait] of pairs(ids, ['PT0S', 'PT5M', 'PT1S'])) {
    await bed.advance(wait)
    const asked = await answerOrRefusal(
      bed.autopay.presentations.create(id, {
        instant: true,
        amount,
        reference_id: bed.reference(),
      }),
    )
    seen.push(typeof asked === 'string' ? asked : asked.id)
  }
  await bed.advance(BANK_ANSWERS_AFTER)
  const lines: BedLine[] = []
  for (const [answer, when] of pairs(seen, ['at once', 'after 5:00', 'after 5:01'])) {
    const refused = answer.startsWith('refused')
    lines.push({
      amount: `${formatRupees(amount)} ${when}`,
      says: when === 'after 5:01' ? 'a notice is needed' : SUCCESSFUL,
      expected: when === 'after 5:01' ? 'refused: instant_window_closed' : 'succeeded',
      seen: refused ? answer : describeDebit(await bed.autopay.presentations.get(answer)),
    })
  }
  return lines
}

function pairs<A, B>(left: readonly A[], right: readonly B[]): [A, B][] {
  return left.map((one, index) => [one, right[index] as B])
}
