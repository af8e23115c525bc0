import type { Autopay, AutopayApiError, Event, Mandate, Presentation } from './index.ts'

declare const autopay: Autopay
declare const error: AutopayApiError
declare const event: Event

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_T extends true>(): void {
  // The type parameter is the test.
}

const list = autopay.presentations.list({ status: 'succeeded' })
holds<Equal<Awaited<typeof list>['data'], Presentation[]>>()
for await (const debit of list) holds<Equal<typeof debit, Presentation>>()

const mandate = await autopay.mandates.get('mdt_1')
holds<Equal<typeof mandate, Mandate>>()
// Words of a later version of the service compile, and known ones are proposed.
if (mandate.status === 'suspended_by_bank') error.code satisfies string
holds<Equal<typeof mandate.currency, 'INR'>>()

if (event.type === 'mandate.activated') holds<Equal<typeof event.data.object, Mandate>>()
if (event.type === 'presentation.declined') holds<Equal<typeof event.data.object, Presentation>>()

// @ts-expect-error what the caller chooses is a closed list: a slip does not compile
void autopay.presentations.create('mdt_1', { reference_id: 'order-1', when: 'tomorow' })
// @ts-expect-error a field that does not exist
void autopay.notifications.create('mdt_1', { amount: 1, debit_day: '2026-12-01' })
// @ts-expect-error the id comes first
void autopay.presentations.create({ reference_id: 'order-1' })
// @ts-expect-error there is no such resource
void autopay.subscriptions
