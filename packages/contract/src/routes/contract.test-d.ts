import type { ServerInferResponses } from '@ts-rest/core'
import type { contract } from '../contract.ts'
import type { ParsedRequest } from '../parse.ts'

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_T extends true>(): void {}

type Create = ParsedRequest<typeof contract.mandates.create>
holds<Equal<Create['body']['amount'], number>>()
holds<Equal<Create['body']['flow'], 'intent' | 'qr' | 'collect'>>()
holds<Equal<Create['headers']['idempotency-key'], string | undefined>>()
holds<Equal<Create['params'], undefined>>()

type Retry = ParsedRequest<typeof contract.presentations.retry>
holds<Equal<Retry['params'], { id: string }>>()
holds<Equal<Retry['body']['when'], 'asap' | 'next_window' | 'at'>>()

type List = ParsedRequest<typeof contract.mandates.list>
holds<Equal<List['query']['limit'], number>>()
holds<Equal<List['body'], undefined>>()

type Answer = ServerInferResponses<typeof contract.mandates.create>
type Created = Extract<Answer, { status: 201 }>['body']
type Refused = Extract<Answer, { status: 409 }>['body']
holds<Equal<Created['object'], 'mandate'>>()
holds<Equal<Created['currency'], 'INR'>>()
holds<Equal<Created['debit_rule'], { type: 'on' | 'before' | 'after'; day: number } | null>>()
holds<Equal<Refused['request_id'], string>>()

type Events = Extract<ServerInferResponses<typeof contract.events.get>, { status: 200 }>['body']
type MandateActivated = Extract<Events, { type: 'mandate.activated' }>
// @ts-expect-error a resource of another kind is not in a mandate's event
holds<Equal<MandateActivated['data']['object']['object'], 'presentation'>>()
