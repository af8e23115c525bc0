import type { Autopay } from '@upi-autopay/client'
import { inParallel } from '../in-parallel.ts'

/** Every payer who is being asked for the PIN enters it. */
export async function enterPins(
  autopay: Autopay,
  { parallel }: { readonly parallel: number },
): Promise<void> {
  const waiting: string[] = []
  for await (const { id } of autopay.presentations.list({ status: 'awaiting_payer', limit: 100 }))
    waiting.push(id)
  await inParallel(waiting, parallel, (id) => autopay.sandbox.approvePresentation(id))
}
