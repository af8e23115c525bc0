import type { Command, Outcome } from '@upi-autopay/engine'
import { addDays, FLOWS, type Instant, istDate, RETRY_MODES } from '@upi-autopay/rail'
import { pickFrom, pickNewest } from './pick-from.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const RUPEE = 100
const SOON = 10_000
const PAID: Outcome = { result: 'accepted', state: 'done', references: { rrn: '000000000007' } }
const EVIDENCE = { note: 'the payer agreed', urls: [] }
const REFUSED: Outcome = { result: 'declined', provider_code: 'ZA', npci_code: 'ZA' }

/** Asks for one payment. */
export async function askPayment(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const id = world.ids.mint('payment', now)
  const answer = await world.ask(
    {
      type: 'CreatePayment',
      id,
      reference_id: id,
      flow: pickFrom(FLOWS, step.choice),
      payer: {
        name: null,
        vpa: 'asha@sim',
        email: null,
        phone: null,
        account: null,
        reference_id: null,
      },
      amount: (1 + (step.amount % 2_000)) * RUPEE,
      purpose: 'School fee',
      expires_in_ms: null,
      mcc: '6211',
      settlement: pickFrom(['t0', 't1'], step.days),
      redirect_url: null,
      metadata: {},
    },
    { kind: 'payment', id, create: true },
  )
  if (answer.ok) world.made.payments.push(id)
}

/** A whole payment as merchants mostly see it: asked for, paid at once, and the bank answers. */
export async function takePayment(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  await askPayment(world, step, now)
  const id = world.made.payments.at(-1)
  if (id === undefined) return
  const answers = [{ after_ms: SOON, outcome: PAID }]
  await world.ask(
    { type: 'ActOnPayment', payment_id: id, vpa: null, answers },
    { kind: 'payment', id },
  )
  const by_ms = SOON + (step.choice % 3) * SOON
  await world.engine.moveClock(await world.account(), { to: { by_ms }, mode: null })
}

/** The payer pays or refuses; the merchant no longer wants it; an operator finds out what nobody could tell. */
export async function changePayment(world: SimulatedWorld, step: Step): Promise<void> {
  const id = pickNewest(world.made.payments, step.pick)
  if (id === undefined) return
  const answers = [{ after_ms: SOON, outcome: step.choice % 4 === 0 ? REFUSED : PAID }]
  const commands: readonly [Command, ...Command[]] = [
    { type: 'CancelPayment', payment_id: id },
    {
      type: 'ResolvePayment',
      payment_id: id,
      outcome: 'succeeded',
      rrn: '000000000008',
      note: 'seen',
    },
    { type: 'ResolvePayment', payment_id: id, outcome: 'failed', rrn: null, note: 'not seen' },
  ]
  const command = commands[step.days % 12] ?? {
    type: 'ActOnPayment' as const,
    payment_id: id,
    vpa: null,
    answers,
  }
  await world.ask(command, { kind: 'payment', id })
}

/** Gives back some or all of a collection, also more than is left. */
export async function refund(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const of = pickCollection(world, step)
  if (of === undefined) return
  const id = world.ids.mint('refund', now)
  const amount = step.amount % 3 === 0 ? null : (1 + (step.amount % 2_500)) * RUPEE
  const answer = await world.ask(
    { type: 'CreateRefund', id, reference_id: id, of, amount, metadata: {} },
    of,
  )
  if (answer.ok) world.made.refunds.push(id)
}

/** The payer's bank objects, or decides what was objected to; the merchant gives in, or objects too. */
export async function dispute(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const known = pickNewest(world.made.disputes, step.pick)
  if (known !== undefined && step.choice % 2 === 0) {
    const commands: readonly [Command, ...Command[]] = [
      { type: 'DecideDispute', dispute_id: known, outcome: 'won' },
      { type: 'DecideDispute', dispute_id: known, outcome: 'lost' },
      { type: 'AcceptDispute', dispute_id: known },
      { type: 'ContestDispute', dispute_id: known, evidence: EVIDENCE },
    ]
    await world.ask(pickFrom(commands, step.days), { kind: 'dispute', id: known })
    return
  }
  const of = pickCollection(world, step)
  if (of === undefined) return
  const id = world.ids.mint('dispute', now)
  const amount = step.amount % 2 === 0 ? null : (1 + (step.amount % 900)) * RUPEE
  const answer = await world.ask({ type: 'OpenDispute', id, of, amount, reason: 'not agreed' }, of)
  if (answer.ok) world.made.disputes.push(id)
}

/** Begins a series of debits, or holds one up, lets it go on, ends it. */
export async function schedule(world: SimulatedWorld, step: Step, now: Instant): Promise<void> {
  const known = pickNewest(world.made.schedules, step.pick)
  if (known !== undefined && step.choice % 2 === 0) {
    const type = pickFrom(
      ['PauseSchedule', 'ResumeSchedule', 'ResumeSchedule', 'CancelSchedule'] as const,
      step.days,
    )
    await world.ask({ type, schedule_id: known }, { kind: 'schedule', id: known })
    return
  }
  const mandate_id = pickNewest(world.made.mandates, step.pick)
  if (mandate_id === undefined) return
  const id = world.ids.mint('schedule', now)
  const answer = await world.ask(
    {
      type: 'CreateSchedule',
      id,
      mandate_id,
      reference_id: id,
      description: null,
      amount: world.watch.model.mandates.get(mandate_id)?.amount ?? RUPEE,
      amounts: null,
      starts_on: addDays(istDate(now), step.days % 9),
      until: null,
      count: step.amount % 2 === 0 ? null : 1 + (step.amount % 7),
      retry: pickFrom(RETRY_MODES, step.amount),
      when: 'asap',
      metadata: {},
    },
    { kind: 'mandate', id: mandate_id },
  )
  if (answer.ok) world.made.schedules.push(id)
}

/** Something that was collected, mostly. */
function pickCollection(
  { made, watch }: SimulatedWorld,
  { pick, choice }: Step,
): { kind: 'presentation' | 'payment'; id: string } | undefined {
  const kind = choice % 2 === 0 ? 'presentation' : 'payment'
  const all = kind === 'presentation' ? made.debits : made.payments
  const collected = all.filter((one) => watch.model.statuses.get(one) === 'succeeded')
  const id = pickFrom(collected.length > 0 ? collected : all, pick)
  return id === undefined ? undefined : { kind, id }
}
