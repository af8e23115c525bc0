import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the public entry exports what it promises, no more and no less', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "ANSWER_DELAY_MS",
      "BAD_DAY",
      "SIMULATOR_POLICY",
      "SLOW_ANSWER_DELAY_MS",
      "VALUE_TABLE",
      "createSimulator",
      "presetVerdict",
      "simulatedBank",
      "valueAnswer",
    ]
  `)
})
