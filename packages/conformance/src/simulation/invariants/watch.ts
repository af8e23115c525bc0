import type { Effect, LoggedEvent, Unit } from '@upi-autopay/engine'
import { findTransition, type Instant, LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import type { BankRecord } from '../simulated-bank.ts'
import { learn } from './learn.ts'
import { createModel, cycleOf, type KnownDebit, type Model } from './model.ts'
import { reasonNotToSend } from './reason-not-to-send.ts'

/** Looks at all that is written and sent, and remembers what must not be. */
export interface Watch {
  readonly model: Model
  /** What was found wrong, oldest first; empty while all is well. */
  readonly findings: readonly string[]
  /** The whole log, by stream. */
  readonly log: ReadonlyMap<string, readonly LoggedEvent[]>
  /** Every public event's id. */
  readonly told: ReadonlySet<string>
  written(unit: Unit): void
  /** An explanation named the moment of the next attempt, or none. */
  told_when(debit: string, at: Instant | null): void
  sending(effect: Effect, earlier: BankRecord | undefined, now: Instant): void
  find(what: string): void
}

/** At most this many attempts for a cycle, by the rail. */
const ATTEMPTS = 4
/** The provider's pause between them. */
const SPACING_MS = 3_600_000
/** At most this many questions about an attempt, the first no sooner than so many milliseconds after it began. */
const INQUIRIES = 3
const FIRST_INQUIRY_MS = 90_000
/** Codes of the simulated bank after which nothing is tried again: a frozen account, and one that nobody knows. */
const FOR_GOOD: ReadonlySet<string> = new Set(['YE', 'XX9'])
const ENDED: ReadonlySet<string> = new Set(['revoked', 'completed'])
/** What is planned under a mandate ends with it. */
const PLANNED: ReadonlySet<string> = new Set([
  'scheduled',
  'retry_scheduled',
  'declined',
  'awaiting_payer',
])
/** The events of an attempt that is made. */
const MAKING: ReadonlySet<string> = new Set(['notification.used', 'presentation.processing'])
const FINAL = new Set(['succeeded', 'failed', 'cancelled', 'reversed'])

/** A watch over an empty store. */
export function createWatch(records: () => ReadonlyMap<string, BankRecord>): Watch {
  const model = createModel()
  const findings: string[] = []
  const log = new Map<string, LoggedEvent[]>()
  const told = new Set<string>()
  const find = (what: string): void => {
    findings.push(what)
  }

  function judge(event: LoggedEvent): void {
    const lifecycle: Lifecycle = LIFECYCLES[event.resource_kind]
    const before = model.statuses.get(event.resource_id) ?? null
    const row = findTransition(lifecycle, before, event.type)
    if (row === null) {
      find(`${event.type} of ${event.resource_id}, which is ${before}`)
      return
    }
    if (before !== null && lifecycle.terminal.includes(before) && row.to !== before) {
      if (row.correction !== true)
        find(`${event.type} left the final ${before} without being a correction`)
    }
    if (event.type === 'presentation.resolved' && !model.debits.get(event.resource_id)?.unknown)
      find(`${event.resource_id} was resolved, and nobody had doubted it`)
    learn(model, event, row.to)
    if (event.resource_kind === 'presentation') judgeDebit(event)
    if (event.type === 'presentation.processing') judgePromise(event)
    for (const [id, { collected, taken }] of model.collections)
      if (taken > collected) find(`${taken} was taken from ${id}, which collected ${collected}`)
  }

  function judgeDebit({ type, resource_id, data, at }: LoggedEvent): void {
    const debit = model.debits.get(resource_id)
    if (debit === undefined) {
      find(`${type} of ${resource_id}, which was never created`)
      return
    }
    const cycle = cycleOf(model, debit)
    if (cycle.successes > 1) find(`cycle ${debit.cycle} was debited ${cycle.successes} times`)
    if (cycle.starts.length > ATTEMPTS)
      find(`cycle ${debit.cycle} had ${cycle.starts.length} attempts`)
    if (type === 'presentation.processing') {
      const [before = 0] = cycle.starts.slice(-2, -1)
      if (at - before < SPACING_MS) find(`${resource_id} was tried again after ${at - before} ms`)
    }
    if (type === 'presentation.declined' || type === 'presentation.retry_scheduled') {
      const { npci_code } = (data as { decline: { npci_code: string | null } }).decline
      if (npci_code === null || FOR_GOOD.has(npci_code))
        find(`${resource_id} was refused with ${npci_code}, and is to be tried again`)
    }
    if (type === 'presentation.inquired') {
      const { attempt, inquiry } = data as { attempt: number; inquiry: number }
      const after = at - (debit.attempts.get(attempt)?.started_at ?? 0)
      if (inquiry > INQUIRIES || after < FIRST_INQUIRY_MS)
        find(`${resource_id} was asked about the ${inquiry}. time after ${after} ms`)
    }
    if (type === 'presentation.created') {
      const open = openDebits(model, debit)
      if (open.length > 1) find(`cycle ${debit.cycle} has the open debits ${open.join(' and ')}`)
    }
  }

  /** Once a mandate has ended, only what is with the bank is open. */
  function judgeEnd(stream: string): void {
    if (!ENDED.has(model.mandates.get(stream)?.status ?? '')) return
    for (const [id, { mandate_id, status }] of model.debits)
      if (mandate_id === stream && PLANNED.has(status)) find(`${id} is ${status}, its mandate over`)
  }

  /** Where nothing happened since, the attempt is not made sooner than was said. */
  function judgePromise({ resource_id, stream, at }: LoggedEvent): void {
    const promise = model.debits.get(resource_id)?.promise ?? null
    if (promise === null || promise.stops !== model.stops) return
    const since = (log.get(stream) ?? []).slice(promise.version)
    if (!since.every(({ type }) => MAKING.has(type))) return
    if (promise.at === null) find(`${resource_id} was made though no moment was named for it`)
    else if (at < promise.at) find(`${resource_id} was made before the moment named for it`)
  }

  return {
    model,
    findings,
    log,
    told,
    find,
    told_when(id, at) {
      const debit = model.debits.get(id)
      if (debit === undefined) return
      const version = log.get(debit.mandate_id)?.length ?? 0
      debit.promise = { at, version, stops: model.stops }
    },
    written({ stream, events }) {
      const known = log.get(stream) ?? []
      log.set(stream, known)
      for (const event of events) {
        if (event.version !== known.length + 1)
          find(`${stream} goes from version ${known.length} to ${event.version}`)
        known.push(event)
        if (event.public) told.add(event.id)
        judge(event)
      }
      judgeEnd(stream)
    },
    sending(effect, earlier, now) {
      const why = reasonNotToSend({ model, records: records(), effect, earlier, now })
      if (why !== null) find(`${effect.provider_reference} was sent, though ${why}`)
    },
  }
}

function openDebits(model: Model, { cycle }: KnownDebit): string[] {
  return [...model.debits]
    .filter(([, debit]) => debit.cycle === cycle && !FINAL.has(debit.status))
    .map(([id]) => id)
}
