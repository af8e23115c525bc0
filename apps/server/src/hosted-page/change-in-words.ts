import type { Modification } from '@upi-autopay/engine'
import type { StatusWords } from './status-words.ts'

/** A change of the terms that waits for the payer, or for the bank's answer to what the payer chose. */
export function changeInWords(told: 'approve' | 'decline' | null): StatusWords {
  const look = 'This takes a few seconds; the page updates by itself.'
  switch (told) {
    case null:
      return {
        title: 'Approve new terms?',
        says: 'asks to change your automatic payments:',
        tone: 'calm',
        points: ['Until you approve, everything stays as it is.'],
      }
    case 'approve':
      return {
        title: 'You approved',
        says: `Your bank is now changing these automatic payments. ${look}`,
        tone: 'calm',
        points: [],
      }
    case 'decline':
      return {
        title: 'You declined',
        says: `Everything stays as it is. Your bank is being told. ${look}`,
        tone: 'calm',
        points: [],
      }
    default:
      return told satisfies never
  }
}

/** What became of the last change, for a payer who comes back. */
export function pastChangeInWords(change: Modification | null): string[] {
  if (change === null) return []
  switch (change.status) {
    case 'applied':
      return ['You approved new terms; they are in force.']
    case 'declined':
      return ['New terms were declined; everything stays as it was.']
    case 'expired':
      return ['New terms were not approved in time; everything stays as it was.']
    case 'pending':
    case 'cancelled':
      return []
    default:
      return change.status satisfies never
  }
}
