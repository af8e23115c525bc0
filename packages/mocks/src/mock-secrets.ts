import { createRandom } from '@upi-autopay/engine'
import { generateSecret } from '@upi-autopay/webhooks'

const BYTES = 32

/** A maker of signing secrets from a seed. They protect nothing: anyone who knows the seed can make them. */
export function createMockSecrets(seed: number): () => string {
  const nextWord = createRandom(seed ^ 0x5bd1e995)
  return () => generateSecret(Uint8Array.from({ length: BYTES }, () => nextWord() & 0xff))
}
