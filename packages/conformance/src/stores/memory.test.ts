import { createMemoryStore } from '@upi-autopay/engine'
import { describe, expect, test } from 'vitest'
import { storeSuite } from './store-suite.ts'

const store = createMemoryStore()

describe('the store in memory', () => storeSuite({ test, describe, expect }, async () => store))
