import { describe, expect, test } from 'vitest'
import { createKeyedQueue } from './keyed-queue.ts'

interface Job {
  readonly at: number
  readonly name: string
}

const queueOf = (...jobs: Job[]) => {
  const queue = createKeyedQueue<Job>((a, b) => a.at - b.at)
  for (const job of jobs) queue.set(job.name, job)
  return queue
}

const everything = () => true

describe('a queue of things that are due', () => {
  test('gives the earliest first, whatever the order they were added in', () => {
    const queue = queueOf({ at: 3, name: 'c' }, { at: 1, name: 'a' }, { at: 2, name: 'b' })
    expect(queue.peek(10, everything).map((job) => job.name)).toEqual(['a', 'b', 'c'])
  })

  test('looking takes nothing away', () => {
    const queue = queueOf({ at: 2, name: 'b' }, { at: 1, name: 'a' })
    expect(queue.peek(2, everything)).toEqual(queue.peek(2, everything))
    expect(queue.size).toBe(2)
  })

  test('stops at the first that is not due yet and at the limit', () => {
    const queue = queueOf({ at: 1, name: 'a' }, { at: 2, name: 'b' }, { at: 3, name: 'c' })
    expect(queue.peek(10, (job) => job.at <= 2).map((job) => job.name)).toEqual(['a', 'b'])
    expect(queue.peek(1, everything).map((job) => job.name)).toEqual(['a'])
  })

  test('a moved one is given once, at its new place', () => {
    const queue = queueOf({ at: 1, name: 'a' }, { at: 2, name: 'b' })
    queue.set('a', { at: 3, name: 'a' })
    expect(queue.peek(10, everything)).toEqual([
      { at: 2, name: 'b' },
      { at: 3, name: 'a' },
    ])
  })

  test('one that is removed and set again as the same record is given once', () => {
    const job = { at: 1, name: 'a' }
    const queue = queueOf(job)
    queue.delete('a')
    queue.set('a', job)
    expect(queue.peek(10, everything)).toEqual([job])
  })

  test('agrees with a sorted list after thousands of moves and removals', () => {
    const queue = createKeyedQueue<Job>((a, b) => a.at - b.at)
    const expected = new Map<string, Job>()
    let word = 7
    for (let step = 0; step < 5_000; step++) {
      word = (word * 1_103_515_245 + 12_345) % 2_147_483_648
      const name = `job-${word % 300}`
      if (word % 3 === 0) {
        queue.delete(name)
        expected.delete(name)
      } else {
        queue.set(name, { at: word, name })
        expected.set(name, { at: word, name })
      }
    }
    expect(queue.peek(Infinity, everything)).toEqual(
      [...expected.values()].sort((a, b) => a.at - b.at),
    )
  })
})
