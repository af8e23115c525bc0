import type { BankPreset, BankVerdict } from '@upi-autopay/rail'
import { hash } from './references.ts'

/**
 * How the bank behaves where neither the payer's address nor the amount decides. `bad_day` is chance that repeats: it
 * depends on the reference under which the provider is asked, so that the same attempt always meets the same fate.
 */
export function presetVerdict(preset: BankPreset, provider_reference: string): BankVerdict {
  if (preset !== 'bad_day') return CLEAR
  const lot = hash(provider_reference, BAD_DAY_SALT) % 100
  return BAD_DAY.find(({ below }) => lot < below)?.verdict ?? CLEAR
}

const CLEAR: BankVerdict = { npci_code: null, told: 'clearly' }

const BAD_DAY_SALT = 7

/** Of a hundred debits: 20 without funds, 10 at a bank that is offline, 10 unknown until asked, 5 slow (assumption). */
export const BAD_DAY: readonly { readonly below: number; readonly verdict: BankVerdict }[] = [
  { below: 20, verdict: { npci_code: 'Z9', told: 'clearly' } },
  { below: 30, verdict: { npci_code: 'U28', told: 'clearly' } },
  { below: 40, verdict: { npci_code: null, told: 'when_asked' } },
  { below: 45, verdict: { npci_code: null, told: 'clearly', slow: true } },
]
