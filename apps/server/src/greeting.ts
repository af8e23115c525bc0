import { merchantNow } from '@upi-autopay/engine'
import { addDays, istDate } from '@upi-autopay/rail'
import type { RunningServer } from './running-server.ts'

/** A mandate of 500 rupees at most: an amount that the simulated bank registers. */
const AMOUNT_PAISE = 50_000
const VALID_DAYS = 365

/** What the terminal shows at each start: where, with which key, and three commands to paste. */
export function greeting({ url, account, testKey, engine }: RunningServer): string {
  const today = istDate(merchantNow(account.clock, engine.deps.clock.now()))
  const body = JSON.stringify({
    reference_id: 'REFERENCE',
    flow: 'intent',
    payer: { name: 'Asha' },
    description: 'Daily deposit',
    amount_rule: 'max',
    amount: AMOUNT_PAISE,
    frequency: 'daily',
    start_date: today,
    end_date: addDays(today, VALID_DAYS),
  }).replace('REFERENCE', `first-'$(date +%s)'`)
  const key = `-H 'Authorization: Bearer ${testKey}'`
  return `
Autopay answers at ${url}
  Test key       ${testKey}  (${account.name})
  Documentation  ${url}/docs

Create a mandate, approve it as its payer, and see it active ten seconds later:

  ID=$(curl -s ${url}/v1/mandates ${key} -H 'Content-Type: application/json' -d '${body}' | grep -o 'mdt_[0-9a-z]*' | head -n 1); echo "$ID"

  curl -s -X POST ${url}/v1/sandbox/mandates/$ID/approve ${key}

  curl -s ${url}/v1/mandates/$ID ${key}

Stop with Ctrl-C.
`
}
