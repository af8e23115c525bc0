import { createSeededIds, type Ids } from '@upi-autopay/engine'

/** Any odd number: it sets the second sequence apart from the first. */
const ASIDE = 0x9e3779b1

/**
 * Ids from a seed. Deliveries and requests draw from a sequence of their own: they are dated by the system's
 * clock, and how many fall into one of its milliseconds must not change the ids of resources.
 */
export function createMockIds(seed: number): Ids {
  const resources = createSeededIds(seed)
  const dated_by_system = createSeededIds(seed ^ ASIDE)
  return {
    mint: (kind, at) =>
      (kind === 'delivery' || kind === 'request' ? dated_by_system : resources).mint(kind, at),
  }
}
