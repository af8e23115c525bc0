import type { Effect, LeasedEffect, Outcome, Provider } from '@upi-autopay/engine'
import { type Instant, mandateLink, type ProviderPolicy, paymentLink } from '@upi-autopay/rail'
import { answerLater } from './answer-later.ts'
import type { BankRecord } from './bank-record.ts'
import type { Chance } from './chance.ts'
import { createCashier } from './simulated-cashier.ts'

/** A bank with moods. `records` is its truth, by our references. */
export interface SimulatedBank {
  readonly provider: Provider
  readonly records: ReadonlyMap<string, BankRecord>
  /** The attempts that it may still speak of: banks correct themselves within days, thirty at most. */
  recent(now: Instant): readonly BankRecord[]
  /** What the bank says, once or again, of an attempt: mostly its truth, now and then the contrary. */
  tell(record: BankRecord, honest: boolean): Outcome
  /** The payer has entered the PIN, or refused. */
  settle(record: BankRecord, paid: boolean): Outcome
  /** From now on it answers at once and truly. */
  calmDown(): void
}

const SECONDS_LATER = 10_000
const RECENT_MS = 30 * 86_400_000
const FUNDS = 'Z9'
const DECLINES = [FUNDS, FUNDS, 'U28', 'ZM', 'YE', 'XX9'] as const

/** A bank that answers late, twice, wrongly or not at all, as chance has it. */
export function createSimulatedBank(
  policy: ProviderPolicy,
  chance: Chance,
  sending: (effect: Effect, earlier: BankRecord | undefined, now: Instant) => void,
): SimulatedBank {
  const records = new Map<string, BankRecord>()
  let calm = false
  const cashier = createCashier(chance, {
    records,
    isCalm: () => calm,
    sending,
  })

  function present({ effect }: LeasedEffect, now: Instant): Outcome {
    const earlier = records.get(effect.provider_reference)
    sending(effect, earlier, now)
    const record = earlier ?? {
      effect,
      paid: null,
      awaiting: false,
      told: null,
      sendings: 0,
      sent_at: now,
    }
    record.sendings++
    records.set(effect.provider_reference, record)
    record.awaiting = effect.request.authentication === 'pin'
    if (record.awaiting) return tellOf(record, AWAITING_PAYER)
    record.paid = !chance.oneIn(3)
    if (calm) return tellOf(record, answerOf(record))
    switch (chance.among(10)) {
      case 0:
      case 1:
      case 2:
        return tellOf(record, answerOf(record))
      case 3:
        // Some banks tell it as a no with a code that is none.
        record.told = 'unknown'
        return chance.oneIn(2)
          ? { result: 'unknown', npci_code: '96' }
          : { result: 'declined', provider_code: '96', npci_code: '96' }
      case 4: {
        record.paid = null
        record.sendings--
        return tellOf(record, { result: 'not_sent', detail: 'no line to the bank' })
      }
      case 5:
        // It takes the request and is never heard of again by itself.
        return tellOf(record, { result: 'accepted', state: 'acknowledged' })
      case 6:
        return answerLater(chance, record, [answerOf(record), answerOf(record)])
      case 7:
        return answerLater(chance, record, [{ result: 'unknown' }, answerOf(record)])
      default:
        return answerLater(chance, record, [answerOf(record)])
    }
  }

  function inquire({ effect }: LeasedEffect): Outcome {
    const record = records.get(effect.provider_reference)
    if (record === undefined || record.sendings === 0)
      return { result: 'not_sent', detail: 'never received' }
    if (!calm && chance.oneIn(3)) return { result: 'unknown' }
    if (!ofDebit(record)) return cashier.answer(record)
    return record.paid === null ? tellOf(record, AWAITING_PAYER) : tellOf(record, answerOf(record))
  }

  function answerOf(record: BankRecord): Outcome {
    if (record.paid === true) return paid(record)
    const code = DECLINES[chance.among(DECLINES.length)] ?? FUNDS
    return { result: 'declined', provider_code: code, npci_code: code }
  }

  function execute(leased: LeasedEffect, now: Instant): Outcome {
    switch (leased.effect.kind) {
      case 'present':
        return present(leased, now)
      case 'notify':
        if (calm || !chance.oneIn(6)) return { result: 'accepted', state: 'done' }
        if (chance.oneIn(2)) return lateNotice(chance)
        return chance.oneIn(2)
          ? { result: 'declined', provider_code: 'NU', npci_code: 'NU' }
          : { result: 'unknown' }
      case 'collect':
      case 'refund':
      case 'settle':
        return cashier.take(leased, now)
      default:
        return { result: 'accepted', state: 'done' }
    }
  }

  return {
    provider: {
      name: 'simulated',
      policy,
      authorizationLink: mandateLink,
      paymentLink,
      execute: async (effects, { now }) => effects.map((leased) => execute(leased, now)),
      inquire: async (effects) => effects.map(inquire),
    },
    records,
    recent: (now) =>
      [...records.values()].filter(
        ({ sendings, sent_at }) => sendings > 0 && now - sent_at < RECENT_MS,
      ),
    tell(record, honest) {
      if (record.paid === null) return { result: 'unknown' }
      if (!honest) record.paid = !record.paid
      return ofDebit(record) ? tellOf(record, answerOf(record)) : cashier.answer(record)
    },
    settle(record, yes) {
      record.paid = yes
      record.awaiting = false
      return tellOf(record, answerOf(record))
    },
    calmDown() {
      calm = true
    },
  }
}

/** A notice that takes its time, perhaps so long that its day has less room or none. */
function lateNotice(chance: Chance): Outcome {
  const after_ms = SECONDS_LATER * (chance.oneIn(2) ? 1 : 360 * (1 + chance.among(30)))
  const later = [{ after_ms, outcome: { result: 'accepted', state: 'done' } as const }]
  return { result: 'accepted', state: 'acknowledged', later }
}

function ofDebit({ effect }: BankRecord): boolean {
  return effect.kind === 'present'
}

const AWAITING_PAYER: Outcome = { result: 'accepted', state: 'awaiting_payer' }

function tellOf(record: BankRecord, outcome: Outcome): Outcome {
  record.told = outcome.result
  return outcome
}

function paid({ effect }: BankRecord): Outcome {
  const rrn = effect.provider_reference.replace(/\D/g, '').padStart(12, '0').slice(-12)
  return { result: 'accepted', state: 'done', references: { rrn } }
}
