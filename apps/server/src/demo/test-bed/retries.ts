import { rupees } from '@upi-autopay/rail'
import { activeMandates } from './active-mandates.ts'
import { BANK_ANSWERS_AFTER, type Bed, type BedLine } from './bed.ts'
import { describeDebit } from './describe-debit.ts'
import { notifiedDebit } from './notified-debit.ts'

/** What the seed's notes say of retries and of a first debit that fails. */
export async function retries(bed: Bed): Promise<BedLine[]> {
  const { autopay } = bed
  const [mandate_id = ''] = await activeMandates(bed, 1, rupees(1000))
  const [id = ''] = await notifiedDebit(bed, [{ mandate_id, amount: rupees(150) }])
  await bed.advance('P1D')
  await bed.advance(BANK_ANSWERS_AFTER)
  const declined = await autopay.presentations.get(id)
  const mandate = await autopay.mandates.get(mandate_id)
  const retried = await autopay.presentations.retry(id)
  const waits = minutesBetween(declined.attempts[0]?.started_at, retried.deferred_until)
  let latest = retried
  while (latest.attempts_left > 0) {
    await bed.advance('PT1H')
    await bed.advance(BANK_ANSWERS_AFTER)
    latest = await autopay.presentations.get(id)
    if (latest.status === 'declined') latest = await autopay.presentations.retry(id)
  }
  return [
    {
      amount: '₹150.00, retried at once',
      says: 'an hour after the attempt',
      expected: 'scheduled, 60 min (attempt_spacing)',
      seen: `${retried.status}, ${waits} min (${retried.deferred_because})`,
    },
    {
      amount: '₹150.00, retried each hour',
      says: 'up to 9 retries; OC-215A: 3',
      expected: 'failed (insufficient_funds, Z9) after 4',
      seen: `${describeDebit(latest)} after ${latest.attempts.length}`,
    },
    {
      amount: '₹150.00, first debit',
      says: 'mandate revoked; no circular has it',
      expected: 'active',
      seen: mandate.status,
    },
  ]
}

function minutesBetween(from: string | undefined, until: string | null): number | null {
  return from === undefined || until === null
    ? null
    : (Date.parse(until) - Date.parse(from)) / 60_000
}
