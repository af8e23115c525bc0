import type { Mandate, Notification, Presentation } from '@upi-autopay/contract'
import type { Api } from './api.ts'
import type { TestClock } from './test-clock.ts'

type Fields = Readonly<Record<string, unknown>>

/** What cases start from, so that each says only what it is about. */
export interface Given {
  /** A reference that nothing else in the case has. */
  reference(): string
  /** The body of a mandate: ₹5,000 at most, as presented, for the year from the day the case begins. */
  terms(over?: Fields): Fields
  /** A mandate that waits for its payer. */
  pending(over?: Fields): Promise<Mandate>
  /** A mandate that its payer has approved. */
  active(over?: Fields): Promise<Mandate>
  /** An active mandate with a first debit of ₹50 behind it, so that later ones ask for no PIN; ten seconds pass. */
  debitedOnce(over?: Fields): Promise<Mandate>
  /** A notice on its way to the payer: ₹300 for the next day. */
  notice(mandate: { id: string }, over?: Fields): Promise<Notification>
  /** The same, delivered: ten seconds pass. */
  delivered(mandate: { id: string }, over?: Fields): Promise<Notification>
  /** A debit planned against a notice. */
  debit(notice: { id: string; mandate_id: string }, over?: Fields): Promise<Presentation>
  /** A debit without notice, right after the approval: ₹50. */
  instant(mandate: { id: string }, over?: Fields): Promise<Presentation>
  /** The resource as it stands now. */
  mandate(id: { id: string }): Promise<Mandate>
  notification(id: { id: string }): Promise<Notification>
  presentation(id: { id: string }): Promise<Presentation>
}

/** Paise in rupees, for amounts that read as one says them: `rs(15_000.01)` is 1500001. */
export function rs(amount: number): number {
  return Math.round(amount * 100)
}

/** The fixtures over one merchant's API. */
export function createGiven(api: Api, clock: TestClock): Given {
  let references = 0
  const reference = (): string => `reference-${++references}`
  const create = <O extends 'mandates.create' | 'sandbox.createMandate'>(
    operation: O,
    over: Fields = {},
  ) => api.ok(operation, { body: terms(over) })

  function terms(over: Fields = {}): Fields {
    return {
      reference_id: reference(),
      flow: 'intent',
      payer: { name: 'Asha Patil' },
      description: 'Daily deposit',
      amount_rule: 'max',
      amount: rs(5000),
      frequency: 'as_presented',
      start_date: '2030-01-07',
      end_date: '2031-01-06',
      ...over,
    }
  }

  const given: Given = {
    reference,
    terms,
    pending: (over) => create('mandates.create', over),
    active: (over) => create('sandbox.createMandate', over),
    debitedOnce: async (over) => {
      const mandate = await given.active(over)
      const debit = await given.instant(mandate)
      await clock.advance('PT10S')
      const { status } = await given.presentation(debit)
      if (status !== 'succeeded') throw new Error(`the first debit of ₹50 is ${status}`)
      return mandate
    },
    notice: ({ id }, over = {}) => {
      const when = 'debit_at' in over ? {} : { debit_date: '2030-01-08' }
      return api.ok('notifications.create', {
        params: { id },
        body: { amount: rs(300), ...when, ...over },
      })
    },
    delivered: async (mandate, over) => {
      const notice = await given.notice(mandate, over)
      await clock.advance('PT10S')
      return given.notification(notice)
    },
    debit: ({ id, mandate_id }, over) =>
      api.ok('presentations.create', {
        params: { id: mandate_id },
        body: { notification_id: id, reference_id: reference(), ...over },
      }),
    instant: ({ id }, over) =>
      api.ok('presentations.create', {
        params: { id },
        body: { instant: true, amount: rs(50), reference_id: reference(), ...over },
      }),
    mandate: ({ id }) => api.ok('mandates.get', { params: { id } }),
    notification: ({ id }) => api.ok('notifications.get', { params: { id } }),
    presentation: ({ id }) => api.ok('presentations.get', { params: { id } }),
  }
  return given
}
