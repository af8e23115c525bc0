import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the public entry exports what it promises, no more and no less', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "ANSWER_DELAY_MS",
      "MAGIC_VPAS",
      "SIMULATOR_POLICY",
      "VALUE_TABLE",
      "createSimulator",
      "simulatedBank",
      "valueAnswer",
    ]
  `)
})
