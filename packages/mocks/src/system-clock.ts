/** The system's time in milliseconds since the epoch: the only place of this package that asks for it. */
export function systemNow(): number {
  return Date.now()
}
