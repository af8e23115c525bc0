import { storeSuite } from '@upi-autopay/conformance'
import type { Store } from '@upi-autopay/engine'
import { createPgliteStore } from '@upi-autopay/postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let store: Store

beforeAll(async () => {
  store = await createPgliteStore()
})

afterAll(() => store.close())

describe('the store on PGlite', () => storeSuite({ test, describe, expect }, async () => store))
