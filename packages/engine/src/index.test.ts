import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the public entry exports what it promises, no more and no less', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "MOVEMENT_KINDS",
      "MOVEMENT_SIGNS",
      "NO_PAYER",
      "RETRY_DELAYS_MS",
      "amountCollected",
      "amountLeft",
      "collectedOf",
      "createEngine",
      "createIds",
      "createMemoryStore",
      "createRandom",
      "createSeededIds",
      "disputeActions",
      "isHeld",
      "lastAttempt",
      "merchantNow",
      "netOf",
      "openModification",
      "payerOf",
      "paymentActions",
      "presentationActions",
      "providerReference",
      "replayStream",
      "speedLink",
      "takeFaults",
      "tenantOf",
      "toDecline",
    ]
  `)
})
