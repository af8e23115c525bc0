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
  sending(effect: Effect, earlier: BankRecord | undefined, now: Instant): void
  find(what: string): void
}

/** At most this many attempts for a cycle, by the rail. */
const ATTEMPTS = 4
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
    learn(model, event, row.to)
    if (event.resource_kind === 'presentation') judgeDebit(event)
    for (const [id, { collected, taken }] of model.collections)
      if (taken > collected) find(`${taken} was taken from ${id}, which collected ${collected}`)
  }

  function judgeDebit({ type, resource_id }: LoggedEvent): void {
    const debit = model.debits.get(resource_id)
    if (debit === undefined) {
      find(`${type} of ${resource_id}, which was never created`)
      return
    }
    const cycle = cycleOf(model, debit)
    if (cycle.successes > 1) find(`cycle ${debit.cycle} was debited ${cycle.successes} times`)
    if (cycle.attempts > ATTEMPTS) find(`cycle ${debit.cycle} had ${cycle.attempts} attempts`)
    if (type === 'presentation.created') {
      const open = openDebits(model, debit)
      if (open.length > 1) find(`cycle ${debit.cycle} has the open debits ${open.join(' and ')}`)
    }
  }

  return {
    model,
    findings,
    log,
    told,
    find,
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
