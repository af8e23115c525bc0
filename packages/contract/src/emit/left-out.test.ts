import { readFileSync } from 'node:fs'
import { RULES } from '@upi-autopay/rail'
import { expect, test } from 'vitest'

const PAGE = new URL(
  '../../../../specs/decisions/0011-what-of-the-rail-is-left-out.md',
  import.meta.url,
)

test('every rule that the page of collected facts names exists', () => {
  const families = new Set(RULES.map(({ id }) => id.slice(0, id.indexOf('.'))))
  const named = [...readFileSync(PAGE, 'utf8').matchAll(/`([a-z_]+)\.([a-z_]+)`/g)]
    .filter(([, family = '', name]) => families.has(family) && name !== 'json')
    .map(([, family, name]) => `${family}.${name}`)
  const known = new Set(RULES.map(({ id }) => id))
  expect(named.filter((id) => !known.has(id) && id !== 'presentation.succeeded')).toEqual([])
  expect(named.length).toBeGreaterThan(40)
})
