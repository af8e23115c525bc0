import { Autopay, AutopayApiError } from '@upi-autopay/client'

// Every active mandate with what may be debited next, page by page behind the loop.
// node --conditions=source packages/client/examples/list.ts upi_test_sk_… http://127.0.0.1:4010

const [, , apiKey = '', baseUrl] = process.argv
const autopay = new Autopay({ apiKey, baseUrl })

try {
  for await (const { id, reference_id, next_cycle } of autopay.mandates.list({
    status: 'active',
  })) {
    const cycle =
      next_cycle === null ? 'any day' : `${next_cycle.debit_from} to ${next_cycle.debit_until}`
    console.log(`${id}  ${reference_id}  ${cycle}`)
  }
} catch (error) {
  if (!(error instanceof AutopayApiError) || error.code !== 'unauthenticated') throw error
  console.error(`${error.problem.title}. ${error.problem.remedy}`)
  process.exitCode = 1
}
