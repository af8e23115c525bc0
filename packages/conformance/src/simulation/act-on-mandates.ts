import type { Outcome } from '@upi-autopay/engine'
import {
  AMOUNT_RULES,
  addDays,
  DEBIT_RULE_TYPES,
  type DebitRule,
  FLOWS,
  FREQUENCIES,
  type Frequency,
  type Instant,
  istDate,
  NOTICE_EXEMPTIONS,
} from '@upi-autopay/rail'
import { pickFrom } from './pick-from.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const SOON = 10_000
const PAYER_ACTIONS = [
  'open',
  'approve',
  'approve',
  'decline',
  'pause',
  'resume',
  'resume',
] as const
const APPROVED: Outcome = { result: 'accepted', state: 'done', references: { umn: 'umn@sim' } }
const REFUSED: Outcome = { result: 'declined', provider_code: 'ZA', npci_code: 'ZA' }
const RUPEE = 100

/** Registers a mandate; three in four are approved at once. */
export async function createMandate(
  world: SimulatedWorld,
  step: Step,
  now: Instant,
): Promise<void> {
  const id = world.ids.mint('mandate', now)
  const today = istDate(now)
  const frequency = pickFrom(FREQUENCIES, step.choice)
  const amount_rule = pickFrom(AMOUNT_RULES, step.days)
  const exempt = frequency === 'as_presented' && step.amount % 2 === 0
  const amount = (1 + (step.amount % 20_000)) * RUPEE
  const first_debit = step.pick % 5 === 0 && amount_rule === 'max' ? { amount: RUPEE } : null
  const answer = await world.ask(
    {
      type: 'CreateMandate',
      id,
      reference_id: `member-${id}`,
      flow: pickFrom(FLOWS, step.pick >>> 3),
      payer: {
        name: null,
        vpa: 'asha@sim',
        email: null,
        phone: null,
        account: null,
        reference_id: null,
      },
      description: 'Daily deposit',
      amount,
      amount_rule,
      min_amount: null,
      frequency,
      debit_rule: debitRuleFor(frequency, step),
      start_date: today,
      end_date: addDays(today, 1 + (step.days % 400)),
      mcc: pickFrom(['5968', '6211', '6300'], step.days >>> 5),
      settlement: pickFrom(['t0', 't1'], step.amount >>> 9),
      notice_exemption: exempt ? pickFrom(NOTICE_EXEMPTIONS, step.pick) : null,
      first_debit,
      registration_expires_in_ms: null,
      redirect_url: null,
      metadata: {},
      ...(step.choice % 4 !== 0 && { approved: { umn: 'umn@sim' } }),
    },
    { kind: 'mandate', id, create: true },
  )
  if (answer.ok) world.made.mandates.push(id)
}

/** The payer looks, approves, declines, pauses, resumes or revokes, whether that is possible or not. */
export async function actAsPayer(world: SimulatedWorld, step: Step): Promise<void> {
  const id = pickFrom(world.made.mandates, step.pick)
  if (id === undefined) return
  const action = step.days % 24 === 0 ? 'revoke' : pickFrom(PAYER_ACTIONS, step.choice)
  const outcome = action === 'approve' ? APPROVED : action === 'decline' ? REFUSED : null
  const answers = outcome === null ? [] : [{ after_ms: SOON, outcome }]
  await world.ask(
    { type: 'ActAsPayer', mandate_id: id, action, vpa: null, answers },
    { kind: 'mandate', id },
  )
}

/** The merchant asks for another amount, another last day, or both; mostly lower ones, which break what was announced. */
export async function modifyMandate(
  world: SimulatedWorld,
  step: Step,
  now: Instant,
): Promise<void> {
  const mandate_id = pickFrom(world.made.mandates, step.pick)
  if (mandate_id === undefined) return
  await world.ask(
    {
      type: 'ModifyMandate',
      id: world.ids.mint('modification', now),
      mandate_id,
      reference_id: null,
      amount: step.choice % 3 === 0 ? null : (1 + (step.amount % 20_000)) * RUPEE,
      end_date: step.choice % 3 === 1 ? null : addDays(istDate(now), step.days % 400),
      expires_in_ms: null,
      metadata: {},
    },
    { kind: 'mandate', id: mandate_id },
  )
}

/** The merchant gives a mandate up, or the rail ends it. */
export async function revokeMandate(world: SimulatedWorld, step: Step): Promise<void> {
  const id = pickFrom(world.made.mandates, step.pick)
  if (id === undefined) return
  const type = step.choice % 3 === 0 ? 'RevokeByRail' : 'RevokeMandate'
  await world.ask({ type, mandate_id: id }, { kind: 'mandate', id })
}

function debitRuleFor(frequency: Frequency, step: Step): DebitRule | null {
  const longest = DAYS[frequency]
  if (longest === undefined || step.amount % 2 === 0) return null
  return { type: pickFrom(DEBIT_RULE_TYPES, step.pick), day: 1 + (step.days % longest) }
}

const DAYS: Partial<Record<Frequency, number>> = {
  weekly: 7,
  fortnightly: 16,
  monthly: 31,
  bimonthly: 31,
  quarterly: 31,
  half_yearly: 31,
  yearly: 31,
}
