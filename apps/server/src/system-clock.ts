import type { Clock } from '@upi-autopay/engine'
import { toInstant } from '@upi-autopay/rail'

/** The system's time: the only place of the server that asks for it. */
export const systemClock: Clock = { now: () => toInstant(Date.now()) }
