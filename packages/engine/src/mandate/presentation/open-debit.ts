import { reject } from '../../kernel/result.ts'
import type { MandateState } from '../mandate.ts'
import { isFinal, type Presentation } from './presentation.ts'

/** The one debit of a cycle that is not final; undefined when there is none. */
export function openDebit(
  { presentations }: Pick<MandateState, 'presentations'>,
  cycle_key: string,
): Presentation | undefined {
  return Object.values(presentations).find((one) => one.cycle_key === cycle_key && !isFinal(one))
}

/** A cycle has one open debit: the answer names it. */
export function rejectOpenDebit(open: Presentation): ReturnType<typeof reject> {
  return reject({
    code: 'presentation_open',
    detail: `Presentation ${open.id} of the same cycle is ${open.status}.`,
    existing: { object: 'presentation', id: open.id },
  })
}
