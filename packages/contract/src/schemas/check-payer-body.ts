import type { z } from 'zod'

const PLAIN_HTTP = /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?#]|$))/i

/** Runs also when other fields are wrong, so that one answer names everything: every look at the value is careful. */
export function checkRedirect(body: { redirect_url?: unknown }, ctx: z.RefinementCtx): void {
  if (typeof body?.redirect_url === 'string' && PLAIN_HTTP.test(body.redirect_url))
    ctx.addIssue({
      code: 'custom',
      path: ['redirect_url'],
      message: 'must be https; plain http only for a loopback host',
    })
}

/** A request that is pushed to the payer needs an address; a payer left out altogether has none. */
export function checkCollectVpa(
  body: { flow?: unknown; payer?: { vpa?: unknown } },
  ctx: z.RefinementCtx,
): void {
  if (body?.flow === 'collect' && typeof body.payer === 'object' && body.payer?.vpa === undefined)
    ctx.addIssue({
      code: 'custom',
      path: ['payer', 'vpa'],
      message: 'is required when flow is collect',
    })
}
