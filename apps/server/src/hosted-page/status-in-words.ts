import type { Mandate } from '@upi-autopay/engine'

/** What a payer is told of where a mandate stands. */
export interface StatusWords {
  readonly title: string
  readonly says: string
}

/** Where the mandate stands, in words for its payer. */
export function statusInWords({ status, status_reason }: Mandate): StatusWords {
  switch (status) {
    case 'pending':
      return {
        title: 'Approve this mandate?',
        says: 'Nothing is debited before you approve. You are told before each debit, and you may end the mandate at any time in your UPI app.',
      }
    case 'active':
      return { title: 'Approved', says: 'The mandate is active. You may close this page.' }
    case 'paused':
      return {
        title: 'Paused',
        says: 'You paused this mandate. Nothing is debited until you resume it in your UPI app.',
      }
    case 'rejected':
      return {
        title: 'Declined',
        says:
          status_reason?.reason === 'payer_declined'
            ? 'You declined this mandate. Nothing will be debited.'
            : 'The mandate was not registered. Nothing will be debited.',
      }
    case 'expired':
      return {
        title: 'Expired',
        says: 'The time to approve is over. Ask the merchant for a new request.',
      }
    case 'revoked':
      return { title: 'Ended', says: 'This mandate was ended. Nothing more will be debited.' }
    case 'completed':
      return {
        title: 'Completed',
        says: 'This mandate has run its course. Nothing more will be debited.',
      }
    default:
      return status satisfies never
  }
}
