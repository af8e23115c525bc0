import type { Command, Handled } from '@upi-autopay/engine'
import { addDays, type Instant, istDate, PRESENT_WHEN, RETRY_MODES } from '@upi-autopay/rail'
import { pickFrom, pickNewest } from './pick-from.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const RUPEE = 100
const HOUR = 3_600_000

/** Announces a debit for one of the next days, at an amount that may fit. */
export async function notify(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const mandate_id = pickMandate(world, step)
  if (mandate_id === undefined) return
  const id = world.ids.mint('notification', now)
  const answer = await world.ask(
    { type: 'CreateNotification', mandate_id, ...noticeOf(world, step, { id, mandate_id, now }) },
    { kind: 'mandate', id: mandate_id },
  )
  if (answer.ok) world.made.notices.push({ id, mandate_id })
}

/** The merchant calls an announced debit off, or the payer opts out of it. */
export async function callOff(world: SimulatedWorld, step: Step): Promise<void> {
  const notice = pickNewest(world.made.notices, step.pick)
  if (notice === undefined) return
  const type = step.choice % 2 === 0 ? 'CancelNotification' : 'OptOut'
  await world.ask({ type, notification_id: notice.id }, { kind: 'notification', id: notice.id })
}

/** Announces and plans a debit at once, as batches and schedules do. */
export async function announceAndPlan(
  world: SimulatedWorld,
  step: Step,
  now: Instant,
): Promise<void> {
  const mandate_id = pickMandate(world, step)
  if (mandate_id === undefined) return
  const notice = world.ids.mint('notification', now)
  const debit = world.ids.mint('presentation', now)
  const answer = await world.ask(
    {
      type: 'CreateDebit',
      mandate_id,
      notification: noticeOf(world, step, { id: notice, mandate_id, now }),
      presentation: {
        id: debit,
        reference_id: debit,
        description: null,
        ...wishOf(step, now),
        metadata: {},
      },
      batch_id: null,
      schedule_id: null,
    },
    { kind: 'mandate', id: mandate_id },
  )
  if (!answer.ok) return
  world.made.notices.push({ id: notice, mandate_id })
  world.made.debits.push(debit)
}

/** Plans a debit against one of the newest notices. */
export async function present(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const notice = pickNewest(world.made.notices, step.pick)
  if (notice !== undefined) await presentAgainst(world, { ...notice, step, now })
}

/** Two callers ask for the same debit at one moment. */
export async function presentTwice(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const notice = pickNewest(world.made.notices, step.pick)
  if (notice === undefined) return
  const asked = { ...notice, step, now }
  await Promise.all([presentAgainst(world, asked), presentAgainst(world, asked)])
}

/** Asks for a debit without notice. */
export async function presentInstantly(
  world: SimulatedWorld,
  step: Step,
  now: Instant,
): Promise<void> {
  const mandate_id = pickNewest(world.made.mandates, step.pick)
  if (mandate_id === undefined) return
  const id = world.ids.mint('presentation', now)
  const amount = amountFor(world, mandate_id, step)
  const answer = await askForDebit(world, {
    id,
    mandate_id,
    source: { instant_amount: amount },
    step,
    now,
  })
  if (answer.ok) world.made.debits.push(id)
}

/** Asks for a debit of a mandate that needs no notice, or of one that does. */
export async function presentWithoutNotice(
  world: SimulatedWorld,
  step: Step,
  now: Instant,
): Promise<void> {
  const { made, watch } = world
  const exempt = made.mandates.filter((id) => watch.model.mandates.get(id)?.notice_exempt === true)
  const mandate_id = pickNewest(step.days % 12 === 0 ? made.mandates : exempt, step.pick)
  if (mandate_id === undefined) return
  const id = world.ids.mint('presentation', now)
  const source = { amount: amountFor(world, mandate_id, step) }
  const answer = await askForDebit(world, { id, mandate_id, source, step, now })
  if (answer.ok) made.debits.push(id)
}

/** The merchant asks for another attempt or gives the debit up, an operator says what became of it, the bank takes it back. */
export async function changeDebit(
  world: SimulatedWorld,
  step: Step,
  change: 'retry' | 'cancel' | 'resolve' | 'reverse',
  now: Instant,
): Promise<void> {
  const { made, watch } = world
  const unknown = made.debits.filter((one) => watch.model.debits.get(one)?.unknown === true)
  // What nobody knows is resolved, mostly.
  const known = change === 'resolve' && step.days % 4 > 0 ? unknown : made.debits
  const id = pickNewest(known, step.pick)
  if (id === undefined) return
  const command = changeOf(id, change, step, now)
  await world.ask(command, { kind: 'presentation', id })
}

function changeOf(
  presentation_id: string,
  change: 'retry' | 'cancel' | 'resolve' | 'reverse',
  step: Step,
  now: Instant,
): Command {
  switch (change) {
    case 'retry': {
      const { when, present_at } = wishOf(step, now)
      return { type: 'RetryPresentation', presentation_id, when, present_at }
    }
    case 'cancel':
      return { type: 'CancelPresentation', presentation_id }
    case 'resolve': {
      const outcome = step.choice % 2 === 0 ? 'succeeded' : 'failed'
      const rrn = outcome === 'succeeded' ? '000000000042' : null
      return { type: 'ResolvePresentation', presentation_id, outcome, rrn, note: 'told by phone' }
    }
    case 'reverse':
      return { type: 'ReversePresentation', presentation_id }
    default:
      return change satisfies never
  }
}

async function presentAgainst(
  world: SimulatedWorld,
  {
    id: notification_id,
    mandate_id,
    step,
    now,
  }: { id: string; mandate_id: string; step: Step; now: Instant },
): Promise<void> {
  const id = world.ids.mint('presentation', now)
  const source = { notification_id }
  const answer = await askForDebit(world, { id, mandate_id, source, step, now })
  if (answer.ok) world.made.debits.push(id)
}

function askForDebit(
  world: SimulatedWorld,
  {
    id,
    mandate_id,
    source,
    step,
    now,
  }: {
    id: string
    mandate_id: string
    source: { notification_id: string } | { instant_amount: number } | { amount: number }
    step: Step
    now: Instant
  },
): Promise<Handled> {
  return world.ask(
    {
      type: 'CreatePresentation',
      id,
      mandate_id,
      reference_id: id,
      source,
      description: null,
      ...wishOf(step, now),
      metadata: {},
    },
    { kind: 'mandate', id: mandate_id },
    'notification_id' in source
      ? { also: [{ kind: 'notification', id: source.notification_id }] }
      : {},
  )
}

/** Mostly one that can be debited; now and then any. */
function pickMandate({ made, watch }: SimulatedWorld, step: Step): string | undefined {
  if (step.choice % 8 === 0) return pickFrom(made.mandates, step.pick)
  const active = made.mandates.filter((id) => watch.model.mandates.get(id)?.status === 'active')
  return pickFrom(active, step.pick)
}

function noticeOf(
  world: SimulatedWorld,
  step: Step,
  { id, mandate_id, now }: { id: string; mandate_id: string; now: Instant },
) {
  const debit_date = addDays(istDate(now), step.days % 4 === 0 ? step.days % 5 : 1)
  const amount = amountFor(world, mandate_id, step)
  return { id, reference_id: null, amount, debit_date, debit_at: null, metadata: {} }
}

/** The mandate's own amount half the time, else one that may be above it. */
function amountFor(world: SimulatedWorld, mandate_id: string, step: Step): number {
  const amount = world.watch.model.mandates.get(mandate_id)?.amount ?? RUPEE
  return step.amount % 2 === 0
    ? amount
    : Math.max(RUPEE, Math.floor((amount * (step.amount % 13)) / 12))
}

function wishOf(step: Step, now: Instant) {
  const when = pickFrom(PRESENT_WHEN, step.choice)
  const present_at = when === 'at' ? ((now + (step.days % 48) * HOUR) as Instant) : null
  return { when, present_at, retry: pickFrom(RETRY_MODES, step.choice >>> 4) }
}
