const FORM = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** Milliseconds of a duration that has passed its schema; any other text is a bug. */
export function durationMs(duration: string): number {
  const parts = FORM.exec(duration)
  if (parts === null) throw new Error(`not a duration: ${duration}`)
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  const allDays = (weeks ?? 0) * 7 + (days ?? 0)
  return ((allDays * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1000
}
