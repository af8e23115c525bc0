import type { Transcript } from './transcript.ts'

/** Where two implementations first answered one case differently. */
export interface Difference {
  readonly case: string
  /** The operation, counted from 1, and the last step that the case named before it. */
  readonly at: string
  /** Path into the answer, such as `body.status`. */
  readonly path: string
  readonly one: unknown
  readonly two: unknown
}

/**
 * Names the first difference between two runs; null where they agree. Cases that only one of them ran are passed
 * over: what an implementation does not support it cannot answer differently.
 */
export function compareTranscripts(
  one: readonly Transcript[],
  two: readonly Transcript[],
): Difference | null {
  const others = new Map(two.map((transcript) => [transcript.name, transcript]))
  for (const transcript of one) {
    const other = others.get(transcript.name)
    const difference = other === undefined ? null : compareCase(transcript, other)
    if (difference !== null) return difference
  }
  return null
}

function compareCase(one: Transcript, two: Transcript): Difference | null {
  let step = 'the beginning'
  for (let index = 0; index < Math.max(one.steps.length, two.steps.length); index++) {
    const [left, right] = [one.steps[index], two.steps[index]]
    if (typeof left === 'string') step = left
    const found = firstDifference(left, right, '')
    if (found === null) continue
    const operation = typeof left === 'object' ? left.operation : 'a step'
    return { case: one.name, at: `answer ${index + 1} (${operation}, after ${step})`, ...found }
  }
  return null
}

function firstDifference(
  one: unknown,
  two: unknown,
  path: string,
): Pick<Difference, 'path' | 'one' | 'two'> | null {
  if (Object.is(one, two)) return null
  if (!isObject(one) || !isObject(two) || Array.isArray(one) !== Array.isArray(two))
    return { path, one, two }
  for (const key of new Set([...Object.keys(one), ...Object.keys(two)])) {
    const found = firstDifference(one[key], two[key], path === '' ? key : `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
