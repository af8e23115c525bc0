import { expect, test } from 'vitest'
import * as entry from './index.ts'

test('the public entry exports what it promises, no more and no less', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "HELD_AT",
      "IN_FLIGHT",
      "MOVEMENT_KINDS",
      "MOVEMENT_SIGNS",
      "NO_PAYER",
      "PATIENCE_MS",
      "RETRY_DELAYS_MS",
      "amountCollected",
      "amountLeft",
      "attemptInDoubt",
      "collectedOf",
      "createEngine",
      "createIds",
      "createMemoryStore",
      "createRandom",
      "createSeededIds",
      "disputeActions",
      "isAskedOfAnother",
      "isHeld",
      "isTold",
      "lastAttempt",
      "merchantNow",
      "netOf",
      "openModification",
      "payerOf",
      "paymentActions",
      "policyOf",
      "presentationActions",
      "providerFacts",
      "providerReference",
      "replayStream",
      "signingSecrets",
      "speedLink",
      "takeFaults",
      "tenantOf",
      "toDecline",
    ]
  `)
})
