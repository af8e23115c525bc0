import { expect, test } from 'vitest'
import { createIds, createSeededIds } from './ids.ts'

test('ids of one instant sort in the order in which they were made, whoever else was served between', () => {
  const ids = createSeededIds(1)
  const made: string[] = []
  for (let i = 0; i < 100; i++) {
    made.push(ids.mint('event', 2_000))
    ids.mint('event', 1_000 + i)
    ids.mint('mandate', 2_000)
  }
  expect([...made].sort()).toEqual(made)
})

test('later instants sort after earlier ones', () => {
  const ids = createSeededIds(1)
  const late = ids.mint('mandate', 2_000)
  expect(ids.mint('mandate', 1_999) < late).toBe(true)
})

test('the same seed gives the same ids, another seed others', () => {
  const draw = (seed: number) => {
    const ids = createSeededIds(seed)
    return [ids.mint('mandate', 5), ids.mint('event', 6)]
  }
  expect(draw(3)).toEqual(draw(3))
  expect(draw(3)).not.toEqual(draw(4))
})

test('a process that begins to count higher makes ids that sort after those of an earlier one', () => {
  const earlier = createIds(() => 0xffffffff, 512_000)
  const later = createIds(() => 0, 512_512)
  expect(earlier.mint('event', 7) < later.mint('event', 7)).toBe(true)
})
