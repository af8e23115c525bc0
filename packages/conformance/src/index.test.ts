import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the package exports exactly these names', () => {
  expect(Object.keys(entry).sort()).toEqual(['storeSuite'])
})
