import { randomBytes } from 'node:crypto'
import { type Clock, createIds, type Ids } from '@upi-autopay/engine'

/** Random bytes drawn at once: one call to the system per word would cost more than the id. */
const POOL_BYTES = 4096

const IDS_PER_SECOND = 512

/** Ids whose chance comes from the system's cryptographic source: the only place of the server that draws ids. */
export function createSystemIds(clock: Clock): Ids {
  let pool = randomBytes(POOL_BYTES)
  let used = 0
  const nextWord = (): number => {
    if (used === POOL_BYTES) {
      pool = randomBytes(POOL_BYTES)
      used = 0
    }
    used += 4
    return pool.readUInt32LE(used - 4)
  }
  // Begun again, a server counts on from above where it stopped, as long as it mints fewer than this a second.
  return createIds(nextWord, Math.floor(clock.now() / 1000) * IDS_PER_SECOND)
}
