import { type Mandate, openModification } from '@upi-autopay/engine'
import { isPayerRevocable, RULES } from '@upi-autopay/rail'
import { changeInWords, pastChangeInWords } from './change-in-words.ts'
import type { StatusWords } from './status-words.ts'

/** Where the mandate stands, in words for its payer; `told` is an answer that the bank has not confirmed yet. */
export function statusInWords(mandate: Mandate, told: 'approve' | 'decline' | null): StatusWords {
  const ended = { tone: 'bad', points: [] } as const
  switch (mandate.status) {
    case 'pending':
      return told === null ? asking(mandate) : waiting(mandate, told)
    case 'active': {
      if (openModification(mandate) !== null) return changeInWords(told)
      return {
        title: 'Approved',
        says: 'You approved these automatic payments and your bank has set them up. You can close this page.',
        tone: 'good',
        points: [...pastChangeInWords(mandate.modification), ...whileActive(mandate)],
      }
    }
    case 'paused':
      return {
        title: 'Paused',
        says: 'You paused these automatic payments. Nothing is debited until you resume them.',
        tone: 'calm',
        points: pastChangeInWords(mandate.modification),
      }
    case 'rejected':
      return mandate.status_reason?.reason === 'payer_declined'
        ? {
            title: 'Declined',
            says: 'You declined. Nothing will be debited.',
            ...ended,
            tone: 'calm',
          }
        : {
            title: 'Not set up',
            says: 'Your bank did not set up these automatic payments. Nothing will be debited. Ask the merchant for a new request if you want to try again.',
            ...ended,
          }
    case 'expired':
      return {
        title: 'Expired',
        says: 'The time to answer is over, and nothing will be debited. Ask the merchant for a new request if you still want this.',
        ...ended,
      }
    case 'revoked':
      return {
        title: 'Ended',
        says: `${endedBy(mandate)} Nothing more will be debited.`,
        ...ended,
      }
    case 'completed':
      return {
        title: 'Completed',
        says: 'These automatic payments have run their course. Nothing more will be debited.',
        ...ended,
        tone: 'calm',
      }
    default:
      return mandate.status satisfies never
  }
}

/** The hours between notice and debit that the rail demands of everyone. */
const NOTICE_HOURS = RULES.find(({ id }) => id === 'notice.lead_time')?.value.hours

function asking(mandate: Mandate): StatusWords {
  return {
    title: 'Approve automatic payments?',
    says: 'asks to debit your bank account automatically:',
    tone: 'calm',
    points: ['Nothing is debited before you approve.', ...whileActive(mandate)],
  }
}

function waiting(mandate: Mandate, told: 'approve' | 'decline'): StatusWords {
  const look = 'This takes a few seconds; the page updates by itself.'
  return told === 'approve'
    ? {
        title: 'You approved',
        says: `Your bank is now setting up these automatic payments. ${look}`,
        tone: 'calm',
        points: whileActive(mandate),
      }
    : {
        title: 'You declined',
        says: `Nothing will be debited. Your bank is being told. ${look}`,
        tone: 'calm',
        points: [],
      }
}

function endedBy({ revoked_by }: Mandate): string {
  switch (revoked_by) {
    case 'payer':
      return 'You ended these automatic payments.'
    case 'merchant':
      return 'The merchant ended these automatic payments.'
    case 'rail':
    case null:
      return 'Your bank ended these automatic payments.'
    default:
      return revoked_by satisfies never
  }
}

function whileActive({ first_debit, mcc, notice_exemption }: Mandate): string[] {
  const except = first_debit === null ? '' : ', except the first one, made on your approval'
  return [
    notice_exemption === null
      ? `You get a notice at least ${NOTICE_HOURS} hours before each debit${except}.`
      : `Each debit refills your ${EXEMPT_WORDS[notice_exemption]}, and is made without notice.`,
    isPayerRevocable(mcc)
      ? 'You can pause or end this at any time in your UPI app, under AutoPay or mandates.'
      : 'This repays a loan: you can neither pause nor end it in your UPI app. Ask the merchant to end it.',
  ]
}

const EXEMPT_WORDS = { fastag: 'FASTag', ncmc: 'mobility card' } as const
