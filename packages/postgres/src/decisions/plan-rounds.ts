import type { Unit } from '@upi-autopay/engine'

const UNITS_AT_MOST = 500

/**
 * Orders units into rounds that one statement each can write: of one merchant and mode, with no stream twice.
 * The units of a stream keep their order; within a round streams are sorted, so that overlapping batches rarely deadlock.
 */
export function planRounds(units: readonly Unit[]): Unit[][] {
  if (units.length === 1) return [[...units]]
  const rounds: { units: Unit[]; turn: number }[] = []
  const turns = new Map<string, number>()
  const open = new Map<string, Unit[]>()
  for (const unit of units) {
    const tenant = `${unit.tenant.mode} ${unit.tenant.merchant_id}`
    const stream = `${tenant} ${unit.stream}`
    const turn = turns.get(stream) ?? 0
    turns.set(stream, turn + 1)
    const name = `${turn} ${tenant}`
    let round = open.get(name)
    if (round === undefined || round.length === UNITS_AT_MOST) {
      round = []
      open.set(name, round)
      rounds.push({ units: round, turn })
    }
    round.push(unit)
  }
  return rounds.sort((a, b) => a.turn - b.turn).map(({ units: round }) => round.sort(byStream))
}

function byStream(a: Unit, b: Unit): number {
  return a.stream < b.stream ? -1 : 1
}
