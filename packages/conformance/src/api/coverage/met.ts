import type { Event } from '@upi-autopay/contract'
import { LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import type { Transcript, TranscriptStep } from '../transcript.ts'
import { rulesHeld, type Shown } from './rules-held.ts'
import { transitionName } from './transition-name.ts'

/** What one case has met, recorded or not: nothing counts that no implementation answered. */
export function metIn({ steps, unrecorded }: Transcript): string[] {
  const recorded = steps.filter((step): step is TranscriptStep => typeof step === 'object')
  // Ids are told apart in each of the two in another way, so neither is read with the other.
  return [recorded, unrecorded].flatMap((answers) => [
    ...answers.flatMap(metInAnswer),
    ...metInLog(answers),
  ])
}

interface Read {
  readonly code?: string
  readonly rule?: { readonly id: string }
  readonly rules?: readonly { readonly id: string; readonly holds: boolean }[]
  readonly object?: string
  readonly payer_vpa?: string | null
  readonly data?: readonly Event[]
}

function metInAnswer({ operation, status, body }: TranscriptStep): string[] {
  const { code, rule, rules = [], payer_vpa } = readBody(body)
  if (status >= 400)
    return [`error ${code}`, ...(rule === undefined ? [] : [`rule ${rule.id} broken`])]
  return [
    `operation ${operation}`,
    // Rules that make a debit wait or ask for the PIN refuse nothing: they are seen where a debit is explained.
    ...rules.map(({ id, holds }) => `rule ${id} ${holds ? 'held' : 'broken'}`),
    ...(payer_vpa == null ? [] : [`magic ${payer_vpa}`]),
    ...resourcesIn(body).map(({ object, status }) => `status ${object} ${status}`),
  ]
}

function readBody(body: unknown): Read {
  return typeof body === 'object' && body !== null ? body : {}
}

/** Every resource with a lifecycle that an answer shows, however deep. */
function resourcesIn(value: unknown): Shown[] {
  if (Array.isArray(value)) return value.flatMap(resourcesIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(resourcesIn)
  const shown = asShown(value)
  return isResource(shown) ? [shown, ...inner] : inner
}

/** A reversal is shown in the history alone, where it has no object of its own. */
function asShown(value: object): object {
  const { object, type } = value as { object?: unknown; type?: unknown }
  return object === 'transaction' ? { ...value, object: type } : value
}

function isResource(value: object): value is Shown {
  const { object, status, id } = value as Partial<Shown>
  return (
    typeof object === 'string' &&
    Object.hasOwn(LIFECYCLES, object) &&
    typeof status === 'string' &&
    typeof id === 'string'
  )
}

/** Follows each resource through the public events of the first merchant, oldest first. */
function metInLog(answers: readonly TranscriptStep[]): string[] {
  const statuses = firstStatuses(answers)
  const mandates = new Map<string, Shown>()
  return eventsIn(answers).flatMap(({ type, data }) => {
    const resource = data.object as unknown as Shown
    const { id, object, status } = resource
    const mandate = mandates.get(String(resource.mandate_id))
    const from = isCreation(object, type) ? null : (statuses.get(id) ?? null)
    statuses.set(id, status)
    if (object === 'mandate') mandates.set(id, resource)
    return [
      `event ${type}`,
      transitionName(object, { from, on: type, to: status }),
      ...rulesHeld({ from, on: type, resource, mandate }).map((rule) => `rule ${rule} held`),
    ]
  })
}

/** As a resource was first seen: where its creation is told to nobody, that is where its first event leads from. */
function firstStatuses(answers: readonly TranscriptStep[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const { body } of answers)
    for (const { id, status } of resourcesIn(body)) if (!first.has(id)) first.set(id, status)
  return first
}

function isCreation(object: string, type: string): boolean {
  const { transitions }: Lifecycle = LIFECYCLES[object as keyof typeof LIFECYCLES]
  return transitions.some(({ from, on }) => from === null && on === type)
}

function eventsIn(answers: readonly TranscriptStep[]): Event[] {
  const events = answers.flatMap(({ status, who, body }) => {
    const { object, data = [] } = readBody(body)
    if (status !== 200 || who !== 'merchant' || object !== 'list') return []
    return data.filter((item) => String(item.object) === 'event')
  })
  const distinct = new Map(events.map((event) => [event.id, event]))
  return [...distinct.values()].sort((one, two) => one.sequence - two.sequence)
}
