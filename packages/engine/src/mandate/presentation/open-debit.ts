import { checkRules, OPEN_DEBIT_RULES } from '@upi-autopay/rail'
import type { Facts } from '../../kernel/aggregate.ts'
import { reject } from '../../kernel/result.ts'
import type { MandateState } from '../mandate.ts'
import { attemptInDoubt, isFinal, type Presentation } from './presentation.ts'

/** The one debit of a cycle that is not final, or ended in doubt; undefined when there is none. */
export function openDebit(
  { presentations }: Pick<MandateState, 'presentations'>,
  cycle_key: string,
): Presentation | undefined {
  return Object.values(presentations).find(
    (one) => one.cycle_key === cycle_key && (!isFinal(one) || attemptInDoubt(one) !== undefined),
  )
}

/** A cycle has one open debit: the answer names it. */
export function rejectOpenDebit(
  open: Presentation,
  { now, provider }: Pick<Facts, 'now' | 'provider'>,
): ReturnType<typeof reject> {
  const seen = { open_notice: null, open_debit: open, policy: provider.policy }
  return reject({
    code: 'presentation_open',
    detail: `Presentation ${open.id} of the same cycle is ${open.status}${isFinal(open) ? ', and nobody knows yet what became of its last attempt' : ''}.`,
    violations: checkRules(OPEN_DEBIT_RULES, seen, now),
    existing: { object: 'presentation', id: open.id },
  })
}
