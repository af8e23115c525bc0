import type { DecisionStore, StoredAnswer } from '@upi-autopay/engine'
import type { Driver } from '../drivers/driver.ts'
import { commit } from './commit.ts'
import { load } from './load.ts'
import { insertAnswers } from './writes.ts'

/** The write path in SQL. */
export function createSqlDecisionStore(driver: Driver): DecisionStore {
  return {
    load: (refs) => load(driver, refs),
    commit: (units) => commit(driver, units),
    async replay({ merchant_id, mode }, key) {
      const [answer] = await driver.query<StoredAnswer>(REPLAY, [merchant_id, mode, key])
      return answer ?? null
    },
    async keepAnswer({ merchant_id, mode }, answer) {
      const kept = await driver.query(KEEP_ANSWER, [merchant_id, mode, JSON.stringify([answer])])
      return kept.length > 0
    },
    async findReference({ merchant_id, mode }, kind, reference_id) {
      const [row] = await driver.query<{ id: string }>(FIND_REFERENCE, [
        merchant_id,
        mode,
        kind,
        reference_id,
      ])
      return row?.id ?? null
    },
  }
}

const REPLAY = {
  name: 'replay',
  text: 'select key, hash, status, body, at from answers where merchant_id = $1 and mode = $2 and key = $3',
}

const KEEP_ANSWER = {
  name: 'keep_answer',
  text: `${insertAnswers('$3')} on conflict (merchant_id, mode, key) do nothing returning 1`,
}

const FIND_REFERENCE = {
  name: 'find_reference',
  text: 'select id from resources where merchant_id = $1 and mode = $2 and kind = $3 and reference_id = $4',
}
