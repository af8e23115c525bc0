import { Autopay } from '@upi-autopay/client'

// A mandate, its approval, the notice and the debit, on the sandbox clock.
// node --conditions=source packages/client/examples/first-debit.ts upi_test_sk_… http://127.0.0.1:4010

const [, , apiKey = '', baseUrl] = process.argv
const autopay = new Autopay({ apiKey, baseUrl })

const { now } = await autopay.sandbox.setClock({ mode: 'frozen' })
// The rail's days are Indian ones: 5:30 hours ahead of UTC.
const day = (n: number) =>
  new Date(Date.parse(now) + 19_800_000 + n * 86_400_000).toISOString().slice(0, 10)
const run = Date.parse(now).toString(36)

const mandate = await autopay.mandates.create({
  reference_id: `member-${run}`,
  flow: 'intent',
  payer: { name: 'Asha Kulkarni' },
  description: 'Daily deposit',
  amount_rule: 'max',
  amount: 500_00,
  frequency: 'daily',
  start_date: day(0),
  end_date: day(365),
})
console.log(`${mandate.id} is ${mandate.status}: ${mandate.authorization?.hosted_url}`)

await autopay.sandbox.openMandate(mandate.id)
await autopay.sandbox.approveMandate(mandate.id, { vpa: 'asha@sim' })
await autopay.sandbox.setClock({ advance_by: 'PT10S' })
console.log(`${mandate.id} is ${(await autopay.mandates.get(mandate.id)).status}`)

const notice = await autopay.notifications.create(mandate.id, {
  amount: 50_00,
  debit_date: day(2),
})
await autopay.sandbox.setClock({ advance_by: 'PT10S' })

const debit = await autopay.presentations.create(mandate.id, {
  notification_id: notice.id,
  reference_id: `deposit-${run}`,
})
console.log(
  `${debit.id} is ${debit.status} until ${debit.deferred_until}: ${debit.deferred_because}`,
)

await autopay.sandbox.setClock({ advance_by: 'P2D' })
let latest = await autopay.presentations.get(debit.id)
if (latest.status === 'awaiting_payer') {
  await autopay.sandbox.approvePresentation(debit.id)
  await autopay.sandbox.setClock({ advance_by: 'PT10S' })
  latest = await autopay.presentations.get(debit.id)
}
console.log(`${debit.id} is ${latest.status}, RRN ${latest.rrn}`)
