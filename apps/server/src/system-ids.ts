import { randomBytes } from 'node:crypto'
import { createIds, type Ids } from '@upi-autopay/engine'

/** Random bytes drawn at once: one call to the system per word would cost more than the id. */
const POOL_BYTES = 4096

/** Ids whose chance comes from the system's cryptographic source: the only place of the server that draws ids. */
export function createSystemIds(): Ids {
  let pool = randomBytes(POOL_BYTES)
  let used = 0
  return createIds(() => {
    if (used === POOL_BYTES) {
      pool = randomBytes(POOL_BYTES)
      used = 0
    }
    used += 4
    return pool.readUInt32LE(used - 4)
  })
}
