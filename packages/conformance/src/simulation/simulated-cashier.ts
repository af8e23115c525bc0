import type { Effect, LeasedEffect, Outcome } from '@upi-autopay/engine'
import type { Instant } from '@upi-autopay/rail'
import { answerLater } from './answer-later.ts'
import type { BankRecord } from './bank-record.ts'
import type { Chance } from './chance.ts'

/** Where the bank asks for payments, pays refunds and makes transfers. */
export interface SimulatedCashier {
  /** Takes one of them, and says something of it, or nothing. */
  take(leased: LeasedEffect, now: Instant): Outcome
  /** What it says of one that was taken. */
  answer(record: BankRecord): Outcome
}

/** Payers and refunds are refused so; a transfer that is refused is asked for again. */
const REFUSED: Outcome = { result: 'declined', provider_code: 'U30', npci_code: 'U30' }

/**
 * Payments, refunds and transfers as moody as debits: done at once or later, told twice, refused, not taken, taken and
 * never spoken of again. The moods end with the calm.
 */
export function createCashier(
  chance: Chance,
  moods: {
    readonly records: Map<string, BankRecord>
    readonly isCalm: () => boolean
    readonly sending: (effect: Effect, earlier: BankRecord | undefined, now: Instant) => void
  },
): SimulatedCashier {
  function answer(record: BankRecord): Outcome {
    const outcome = record.paid === true ? done(record.effect) : REFUSED
    record.told = outcome.result
    return outcome
  }

  function silent(record: BankRecord, outcome: Outcome): Outcome {
    record.told = outcome.result
    return outcome
  }

  return {
    answer,
    take({ effect }, now) {
      const earlier = moods.records.get(effect.provider_reference)
      moods.sending(effect, earlier, now)
      const untold = { paid: null, awaiting: false, told: null, sendings: 0 }
      const record: BankRecord = earlier ?? { effect, ...untold, sent_at: now }
      moods.records.set(effect.provider_reference, record)
      record.sendings++
      record.paid = moods.isCalm() || !chance.oneIn(4)
      if (moods.isCalm()) return answer(record)
      switch (chance.among(8)) {
        case 0:
          return silent(record, { result: 'unknown', npci_code: '96' })
        case 1:
          record.sendings--
          return silent(record, { result: 'not_sent', detail: 'no line to the bank' })
        case 2:
          return silent(record, { result: 'accepted', state: 'acknowledged' })
        case 3:
          return answerLater(chance, record, [answer(record), answer(record)])
        case 4:
          return answerLater(chance, record, [{ result: 'unknown' }, answer(record)])
        case 5:
        case 6:
          return answerLater(chance, record, [answer(record)])
        default:
          return answer(record)
      }
    },
  }
}

function done({ kind, provider_reference }: Effect): Outcome {
  const rrn = provider_reference.replace(/\D/g, '').padStart(12, '0').slice(-12)
  const references = kind === 'settle' ? { utr: `SIMB${rrn}` } : { rrn }
  return { result: 'accepted', state: 'done', references }
}
