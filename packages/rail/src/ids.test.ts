import { expect, test } from 'vitest'
import { formatId, ID_PREFIXES, idPattern } from './ids.ts'

const zeros = new Array<number>(16).fill(0)

test('an id carries its kind and matches the pattern of that kind only', () => {
  const id = formatId('mandate', 1_795_000_000_000, zeros)
  expect(id).toMatch(idPattern('mandate'))
  expect(id).not.toMatch(idPattern('presentation'))
})

test('ids sort by the time of their creation', () => {
  const times = [0, 31, 32, 1_795_000_000_000, 1_795_000_000_001]
  const ids = times.map((at) => formatId('event', at, zeros))
  expect([...ids].sort()).toEqual(ids)
})

test('no two kinds share a prefix', () => {
  const prefixes = Object.values(ID_PREFIXES)
  expect(new Set(prefixes).size).toBe(prefixes.length)
})
