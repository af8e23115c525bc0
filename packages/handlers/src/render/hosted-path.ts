import type { RenderContext } from './context.ts'

/** The page on which a payer sees the terms. It is reached without a key, so its address carries whose it is. */
export function hostedPath(
  mandate_id: string,
  context: Pick<RenderContext, 'merchant_id' | 'livemode'>,
): string {
  return `/pay/${context.livemode ? 'live' : 'test'}/${context.merchant_id}/${mandate_id}`
}
