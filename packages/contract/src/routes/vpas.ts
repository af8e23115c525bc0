import { VpaValidate, VpaValidation } from '../schemas/vpa.ts'
import { c, postHeaders, problems } from './route.ts'

/** `/v1/vpas`: the addresses of payers. */
export const vpas = c.router({
  validate: {
    method: 'POST',
    path: '/v1/vpas/validate',
    summary: 'Look at a UPI address',
    description:
      'Its form, its handle and, where the provider can tell, whether it exists and who holds it. Changes nothing.',
    headers: postHeaders,
    body: VpaValidate,
    responses: { 200: VpaValidation, ...problems },
    metadata: { resource: 'vpas', method: 'validate', scope: 'read' },
  },
})
