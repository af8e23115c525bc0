import type { Payment } from '@upi-autopay/engine'

/** What a payer is told of where a payment stands. */
export interface PaymentStatusWords {
  readonly title: string
  readonly says: string
  /** How the page is coloured: the money has moved, it has not, or nothing is settled. */
  readonly tone: 'good' | 'bad' | 'calm'
}

/** Where the payment stands, in words for its payer; `told` is an answer that the bank has not confirmed yet. */
export function paymentStatusInWords(
  payment: Payment,
  told: 'approve' | 'decline' | null,
): PaymentStatusWords {
  switch (payment.status) {
    case 'pending':
      if (payment.outcome !== null) return UNKNOWN
      return told === null ? ASKING : told === 'approve' ? PAYING : DECLINING
    case 'succeeded':
      return {
        title: 'Paid',
        says: 'Your payment has arrived. You can close this page.',
        tone: 'good',
      }
    case 'failed':
      return payment.failure?.reason === 'payer_declined'
        ? { title: 'Declined', says: 'You declined. Nothing was paid.', tone: 'calm' }
        : {
            title: 'Not paid',
            says: 'Your bank did not make this payment. Ask the merchant for a new request if you want to try again.',
            tone: 'bad',
          }
    case 'expired':
      return {
        title: 'Expired',
        says: 'The time to pay is over, and nothing was paid. Ask the merchant for a new request if you still want this.',
        tone: 'bad',
      }
    case 'cancelled':
      return {
        title: 'Cancelled',
        says: 'The merchant no longer asks for this payment.',
        tone: 'calm',
      }
    default:
      return payment.status satisfies never
  }
}

const ASKING: PaymentStatusWords = {
  title: 'Pay?',
  says: 'asks you to pay, once:',
  tone: 'calm',
}

const PAYING: PaymentStatusWords = {
  title: 'You paid',
  says: 'Your bank is making the payment. This takes a few seconds; the page updates by itself.',
  tone: 'calm',
}

const DECLINING: PaymentStatusWords = {
  title: 'You declined',
  says: 'Nothing is paid. Your bank is being told. This takes a few seconds; the page updates by itself.',
  tone: 'calm',
}

const UNKNOWN: PaymentStatusWords = {
  title: 'Not known yet',
  says: 'Your bank has not said whether the money has moved. Do not pay again: it is being asked, and you will not be charged twice.',
  tone: 'calm',
}
