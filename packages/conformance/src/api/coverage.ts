import { type Event, REQUEST_ERRORS, SERVICE_ERRORS } from '@upi-autopay/contract'
import { LIFECYCLES, MAGIC_VPAS, PUBLIC_EVENT_TYPES, REJECTIONS, RULES } from '@upi-autopay/rail'
import { NOT_IN_THIS_SLICE } from './not-in-this-slice.ts'
import { OPERATIONS } from './operations.ts'
import type { Transcript, TranscriptStep } from './transcript.ts'

/** What a run has met, and what of the contract and the rail it has not. */
export interface Coverage {
  /** Such as `operation mandates.create`, `error not_found`, `event mandate.created`, `transition mandate pending → active`. */
  readonly seen: ReadonlySet<string>
  /** Neither met nor declared in `NOT_IN_THIS_SLICE`. */
  readonly missing: readonly string[]
  /** Declared as not met, and met: the declaration is out of date. */
  readonly outdated: readonly string[]
}

/** Reads coverage off transcripts: nothing counts that no implementation answered. */
export function coverageOf(transcripts: readonly Transcript[]): Coverage {
  const seen = new Set(transcripts.flatMap(metIn))
  const declared = new Set(NOT_IN_THIS_SLICE.flatMap(({ what }) => what))
  return {
    seen,
    missing: wanted().filter((one) => !seen.has(one) && !declared.has(one)),
    outdated: [...declared].filter((one) => seen.has(one)),
  }
}

/** Rules that something can break; the others are values that are used as they stand. */
const BREAKABLE = RULES.filter(({ consequence }) => consequence !== 'sets')

/** Everything that could be met. */
function wanted(): string[] {
  const errors = [...REQUEST_ERRORS, ...REJECTIONS, ...SERVICE_ERRORS]
  return [
    ...OPERATIONS.map(({ name }) => `operation ${name}`),
    ...new Set(BREAKABLE.map(({ id }) => `rule ${id}`)),
    ...errors.map(({ code }) => `error ${code}`),
    ...PUBLIC_EVENT_TYPES.map((type) => `event ${type}`),
    ...MAGIC_VPAS.map(({ vpa }) => `magic ${vpa}`),
    ...Object.values(LIFECYCLES).flatMap(({ resource, transitions }) =>
      transitions.flatMap((row) =>
        row.public ? [transition(resource, row.from, row.on, row.to)] : [],
      ),
    ),
  ]
}

function transition(resource: string, from: string | null, on: string, to: string): string {
  return `transition ${resource} ${from ?? 'nothing'} → ${to} by ${on}`
}

function metIn({ steps }: Transcript): string[] {
  const answers = steps.filter((step): step is TranscriptStep => typeof step === 'object')
  return [...answers.flatMap(metInAnswer), ...transitionsOf(eventsIn(answers))]
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
  if (typeof body !== 'object' || body === null)
    return status < 300 ? [`operation ${operation}`] : []
  const { code, rule, rules, payer_vpa } = body as Read
  if (status >= 400) {
    const refused = rule === undefined ? [] : [`rule ${rule.id}`]
    return [`error ${code}`, ...refused]
  }
  // Rules that make a debit wait or ask for the PIN refuse nothing: they are seen where a debit is explained.
  const explained = (rules ?? []).filter(({ holds }) => !holds).map(({ id }) => `rule ${id}`)
  const payer = payer_vpa == null ? [] : [`magic ${payer_vpa}`]
  return [`operation ${operation}`, ...explained, ...payer]
}

function eventsIn(answers: readonly TranscriptStep[]): Event[] {
  const events = answers.flatMap(({ status, who, body }) => {
    const { object, data } = (body ?? {}) as Read
    if (status !== 200 || who !== 'merchant' || object !== 'list') return []
    return (data ?? []).filter((item) => String(item.object) === 'event')
  })
  return [...new Map(events.map((event) => [event.id, event])).values()]
}

/** Follows each resource through its public events, oldest first. */
function transitionsOf(events: readonly Event[]): string[] {
  const statuses = new Map<string, string>()
  const ordered = [...events].sort((one, two) => one.sequence - two.sequence)
  return ordered.flatMap(({ type, data }) => {
    const { id, object, status } = data.object
    const from = statuses.get(id) ?? null
    statuses.set(id, status)
    return [`event ${type}`, transition(object, from, type, status)]
  })
}
