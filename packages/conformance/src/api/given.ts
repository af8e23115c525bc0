import type {
  Dispute,
  Mandate,
  Notification,
  Payment,
  Presentation,
  Refund,
} from '@upi-autopay/contract'
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
  /** The body of a one-time payment by intent: ₹300. */
  asks(over?: Fields): Fields
  /** A payment that waits for its payer. */
  payment(over?: Fields): Promise<Payment>
  /** A payment that its payer has paid: ₹300; ten seconds pass. */
  paid(over?: Fields): Promise<Payment>
  /** A debit of ₹300, or of another amount outside the value table, that was collected; a minute passes. */
  collected(over?: Fields): Promise<Presentation>
  /** A refund of all that is left, on its way. */
  refund(of: { id: string; object: string }, over?: Fields): Promise<Refund>
  /** A dispute of all that is left, as the bank tells it. */
  dispute(of: { id: string; object: string }, over?: Fields): Promise<Dispute>
  /** The resource as it stands now. */
  mandate(id: { id: string }): Promise<Mandate>
  notification(id: { id: string }): Promise<Notification>
  presentation(id: { id: string }): Promise<Presentation>
  paymentNow(id: { id: string }): Promise<Payment>
  refundNow(id: { id: string }): Promise<Refund>
  disputeNow(id: { id: string }): Promise<Dispute>
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
    asks: (over = {}) => ({
      reference_id: reference(),
      flow: 'intent',
      purpose: 'School fee, June',
      amount: rs(300),
      ...over,
    }),
    payment: (over) => api.ok('payments.create', { body: given.asks(over) }),
    paid: async (over) => {
      const { id } = await given.payment(over)
      await api.ok('sandbox.approvePayment', { params: { id }, body: {} })
      await clock.advance('PT10S')
      const paid = await given.paymentNow({ id })
      if (paid.status !== 'succeeded') throw new Error(`the payment is ${paid.status}`)
      return paid
    },
    collected: async (over) => {
      const debit = await given.instant(await given.active(), { amount: rs(300), ...over })
      await clock.advance('PT1M')
      const done = await given.presentation(debit)
      if (done.status !== 'succeeded') throw new Error(`the debit is ${done.status}`)
      return done
    },
    refund: ({ id, object }, over) =>
      api.ok('refunds.create', {
        body: { [`${object}_id`]: id, reference_id: reference(), ...over },
      }),
    dispute: ({ id, object }, over = {}) =>
      api.ok(object === 'payment' ? 'sandbox.disputePayment' : 'sandbox.disputePresentation', {
        params: { id },
        body: over,
      }) as Promise<Dispute>,
    mandate: ({ id }) => api.ok('mandates.get', { params: { id } }),
    notification: ({ id }) => api.ok('notifications.get', { params: { id } }),
    presentation: ({ id }) => api.ok('presentations.get', { params: { id } }),
    paymentNow: ({ id }) => api.ok('payments.get', { params: { id } }),
    refundNow: ({ id }) => api.ok('refunds.get', { params: { id } }),
    disputeNow: ({ id }) => api.ok('disputes.get', { params: { id } }),
  }
  return given
}
