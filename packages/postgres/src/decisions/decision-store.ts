import { type DecisionStore, IN_FLIGHT, type StoredAnswer } from '@upi-autopay/engine'
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
    async claimKey({ merchant_id, mode }, { key, hash, at }, stale_before) {
      const claimed = await driver.query(CLAIM_KEY, [
        merchant_id,
        mode,
        key,
        hash,
        at,
        stale_before,
      ])
      return claimed.length > 0
    },
    async releaseKey({ merchant_id, mode }, key) {
      await driver.query(RELEASE_KEY, [merchant_id, mode, key])
    },
    async keepAnswer({ merchant_id, mode }, answer) {
      await driver.query(KEEP_ANSWER, [merchant_id, mode, JSON.stringify([answer])])
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
  text: `
${insertAnswers('$3')}
on conflict (merchant_id, mode, key) do update
set hash = excluded.hash, status = excluded.status, body = excluded.body, at = excluded.at
where answers.status = ${IN_FLIGHT}`,
}

const CLAIM_KEY = {
  name: 'claim_key',
  text: `
insert into answers (merchant_id, mode, key, hash, status, body, at)
values ($1, $2, $3, $4, ${IN_FLIGHT}, null, $5)
on conflict (merchant_id, mode, key) do update set hash = excluded.hash, at = excluded.at
where answers.status = ${IN_FLIGHT} and answers.at < $6
returning 1 as claimed`,
}

const RELEASE_KEY = {
  name: 'release_key',
  text: `
delete from answers
where merchant_id = $1 and mode = $2 and key = $3 and status = ${IN_FLIGHT}`,
}

const FIND_REFERENCE = {
  name: 'find_reference',
  text: 'select id from resources where merchant_id = $1 and mode = $2 and kind = $3 and reference_id = $4',
}
