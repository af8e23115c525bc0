import type { ProblemError } from '@upi-autopay/contract'
import type { Refusal } from '../answer.ts'
import { type ProblemContext, refuse } from '../render/problem.ts'

/** The stage 400: a request that does not have the form of its route, with everything that is wrong. */
export function refuseForm(context: ProblemContext, errors: readonly ProblemError[]): Refusal {
  const detail = errors.map(
    ({ in: place, pointer, message }) => `${pointer === '' ? `the ${place}` : pointer} ${message}`,
  )
  return refuse(context, 'invalid_request', `${detail.join('; ')}.`, { errors: [...errors] })
}

/** The stage 404 route. */
export function refuseRoute(context: ProblemContext, method: string, path: string): Refusal {
  return refuse(context, 'route_not_found', `There is no ${method} ${path}.`)
}

/** A bug of ours, told without its inside. */
export function refuseInternal(context: ProblemContext): Refusal {
  return refuse(
    context,
    'internal_error',
    `Something broke here; the log has it under ${context.request_id}.`,
  )
}
