import type { Store } from '@upi-autopay/engine'
import { shrink } from './shrink.ts'
import { simulate } from './simulate.ts'
import { type Step, stepsOf } from './step.ts'

/** How often a failing sequence is tried again in search of a shorter one. */
const SHRINKING_TRIES = 400

/** Which seed to play, how long, and over which stores: an empty one each time it is asked. */
export interface SeedToPlay {
  readonly seed: number
  readonly steps: number
  readonly open: () => Store
}

/** Plays one seed. Null when all held; else what failed, the shortest sequence that fails, and how to play it again. */
export async function reportSeed({ seed, steps: count, open }: SeedToPlay): Promise<string | null> {
  const steps = stepsOf(seed, count)
  const failure = await simulate(open(), seed, steps)
  if (failure === null) return null
  const made = steps.slice(0, failure.step + 1)
  const fails = async (part: readonly Step[]): Promise<boolean> =>
    (await simulate(open(), seed, part)) !== null
  const shortest = await shrink(made, fails, SHRINKING_TRIES)
  const again = await simulate(open(), seed, shortest)
  return [
    `seed ${seed} fails after step ${failure.step + 1} of ${count}: ${failure.findings.join('; ')}`,
    `the shortest sequence found has ${shortest.length} steps and fails with: ${again?.findings.join('; ')}`,
    ...shortest.map((step, index) => `  ${index + 1}. ${JSON.stringify(step)}`),
    ...(again?.history ?? []).map((line) => `  ${line}`),
    `again: pnpm sim --seed ${seed} --steps ${count}`,
  ].join('\n')
}
