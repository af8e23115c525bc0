import { type Instant, isoDate, toInstant } from '@upi-autopay/rail'
import type { Account } from '../account/account.ts'
import type { Decision, Facts } from '../kernel/aggregate.ts'
import type { LoggedEvent } from '../kernel/envelope.ts'
import { beginFold, type Fold } from '../kernel/fold.ts'
import { createSeededIds } from '../kernel/ids.ts'
import { drive, type Steps } from '../kernel/stream-specification.ts'
import type { BookedMovement } from '../ports/movement.ts'
import type { Outcome } from '../ports/outcome.ts'
import type { Effect, Timer } from '../ports/work-store.ts'
import { mandateAggregate } from './aggregate.ts'
import type { MandateCommand } from './commands.ts'
import type { MandateStreamEvent } from './events.ts'
import { type MandateState, NO_PAYER } from './mandate.ts'
import type { CreateNotification } from './notification/commands.ts'
import type { CreatePresentation } from './presentation/commands.ts'
import type { CreateMandate } from './registration/commands.ts'

/** Monday, 8 o'clock in the morning in India: off-peak. */
export const MONDAY_8 = toInstant(Date.parse('2030-01-07T02:30:00.000Z'))
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The provider says yes. */
export const DONE: Outcome = {
  result: 'accepted',
  state: 'done',
  references: { rrn: '000000000001', npci_txn_id: 'N1' },
}

/** A merchant whose clock stands at that moment. */
export const ACCOUNT: Account = {
  merchant_id: 'mer_1',
  mode: 'test',
  name: 'Society',
  payee_vpa: 'society@sim',
  mcc: '5968',
  approved_mccs: ['5968', '6211'],
  approved_exemptions: [],
  settlement: 't1',
  policy: {},
  bank_account: null,
  debits_stopped: false,
  metadata: {},
  revision: 1,
  sandbox: { value_table: true, bank_preset: 'normal' },
  clock: { mode: 'frozen', offset_ms: 0, frozen_at: MONDAY_8, start_at: null },
  created_at: MONDAY_8,
  updated_at: MONDAY_8,
}

export const POLICY: Facts['provider']['policy'] = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 48,
  notice_cut_off_minute: 1430,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

/** One mandate's stream, driven by commands at chosen moments: given what came before, when, then. */
export function createStream(
  policy: Partial<typeof POLICY> = {},
  beside: Partial<Pick<Facts['provider'], 'authorizationLink'> & Pick<Facts, 'account'>> = {},
): Stream {
  const ids = createSeededIds(7)
  const fold: Fold<MandateState> = beginFold<MandateState>(
    { merchant_id: 'mer_1', mode: 'test' },
    'mdt_1',
    { version: 0, state: null, private: {} },
  )
  const { account = ACCOUNT, authorizationLink = () => 'upi://mandate?pa=society@sim' } = beside
  const factsAt = (now: Instant): Facts => ({
    now,
    account: stream.account,
    provider: {
      policy: stream.policy,
      authorizationLink,
      paymentLink: () => 'upi://pay?pa=society@sim',
    },
    mint: (kind) => ids.mint(kind, now),
  })
  const stream: Stream = drive(mandateAggregate, fold, () => factsAt(stream.at), {
    at: MONDAY_8 as Instant,
    account,
    policy: { ...POLICY, ...policy },
    timers: fold.timers,
    effects: fold.effects,
    withdrawn: fold.effects_done,
    logged: () => fold.logged,
    booked: () => fold.movements,
    state: () => fold.state as MandateState,
    facts: () => factsAt(stream.at),
  })
  return stream
}

/** What a test drives. */
export interface Stream extends Steps<Stream, MandateCommand, MandateStreamEvent> {
  at: Instant
  /** The merchant and the provider's policy from here on. */
  account: Account
  policy: typeof POLICY
  readonly timers: ReadonlyMap<string, Timer | null>
  readonly effects: ReadonlyMap<string, Effect>
  /** What is not to be sent any more, though this stream never asked for it or has withdrawn it before. */
  readonly withdrawn: ReadonlySet<string>
  logged(): readonly LoggedEvent[]
  /** What entered the books. */
  booked(): readonly BookedMovement[]
  state(): MandateState
  /** What a decision knows at this moment. */
  facts(): Facts
}

/** The types of the events that a decision made; a refusal is its code. */
export function told(decision: Decision<MandateStreamEvent>): string[] {
  return decision.ok ? decision.events.map(({ type }) => type) : [decision.rejection.code]
}

export function createMandate(terms: Partial<CreateMandate> = {}): CreateMandate {
  return {
    type: 'CreateMandate',
    id: 'mdt_1',
    reference_id: 'member-001',
    flow: 'intent',
    payer: { ...NO_PAYER, vpa: 'member@sim' },
    description: 'Daily deposit',
    amount: 20_000_00,
    amount_rule: 'max',
    min_amount: null,
    frequency: 'daily',
    debit_rule: null,
    start_date: isoDate('2030-01-07'),
    end_date: isoDate('2030-12-31'),
    mcc: null,
    settlement: null,
    notice_exemption: null,
    first_debit: null,
    registration_expires_in_ms: null,
    redirect_url: null,
    metadata: {},
    ...terms,
  }
}

export function notify(terms: Partial<CreateNotification> = {}): CreateNotification {
  return {
    type: 'CreateNotification',
    id: 'pdn_1',
    mandate_id: 'mdt_1',
    reference_id: null,
    amount: 100_00,
    debit_date: isoDate('2030-01-08'),
    debit_at: null,
    metadata: {},
    ...terms,
  }
}

export function present(terms: Partial<CreatePresentation> = {}): CreatePresentation {
  return {
    type: 'CreatePresentation',
    id: 'prs_1',
    mandate_id: 'mdt_1',
    reference_id: 'debit-001',
    source: { notification_id: 'pdn_1' },
    description: null,
    when: 'asap',
    present_at: null,
    retry: 'none',
    metadata: {},
    ...terms,
  }
}

export function answer(
  resource_kind: 'mandate' | 'modification' | 'notification' | 'presentation',
  resource_id: string,
  outcome: Outcome,
  attempt: number | null = null,
): MandateCommand {
  return { type: 'RecordOutcome', resource_kind, resource_id, attempt, outcome }
}

export function declined(npci_code: string): Outcome {
  return { result: 'declined', provider_code: npci_code, npci_code }
}
