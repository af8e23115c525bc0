import { REQUEST_ERRORS, SERVICE_ERRORS } from '@upi-autopay/contract'
import {
  LIFECYCLES,
  type Lifecycle,
  MAGIC_VPAS,
  PUBLIC_EVENT_TYPES,
  REJECTIONS,
  RULES,
} from '@upi-autopay/rail'
import { OPERATIONS } from '../operations.ts'
import { transitionName } from './transition-name.ts'

/** Rules that something can break; the others are values that are used as they stand. */
const BREAKABLE = new Set(
  RULES.filter(({ consequence }) => consequence !== 'sets').map(({ id }) => id),
)

/**
 * Everything of the contract and the rail that a run can meet.
 *
 * @param inside also what only who watches the store can see: the transitions that nobody is told of
 */
export function wanted(inside: boolean): string[] {
  const lifecycles: readonly Lifecycle[] = Object.values(LIFECYCLES)
  return [
    ...OPERATIONS.map(({ name }) => `operation ${name}`),
    ...[...BREAKABLE].flatMap((id) => [`rule ${id} held`, `rule ${id} broken`]),
    ...[...REQUEST_ERRORS, ...REJECTIONS, ...SERVICE_ERRORS].map(({ code }) => `error ${code}`),
    ...PUBLIC_EVENT_TYPES.map((type) => `event ${type}`),
    ...MAGIC_VPAS.map(({ vpa }) => `magic ${vpa}`),
    ...lifecycles.flatMap(({ resource, statuses }) =>
      statuses.map((status) => `status ${resource} ${status}`),
    ),
    ...lifecycles.flatMap(({ resource, transitions }) =>
      transitions.filter((row) => row.public || inside).map((row) => transitionName(resource, row)),
    ),
  ]
}
