import {
  type DecisionStore,
  IN_FLIGHT,
  type Loaded,
  type ResourceRef,
} from '../ports/decision-store.ts'
import { commitUnit } from './commit-unit.ts'
import type { Tenants } from './tenant-data.ts'

/** The write path in memory. A commit runs without a pause in between, so nothing can come between check and write. */
export function createMemoryDecisionStore(tenants: Tenants): DecisionStore {
  return {
    async load(refs) {
      return refs.map((ref) => loadOne(tenants, ref))
    },
    async commit(units) {
      return units.map((unit) => commitUnit(tenants.open(unit.tenant), unit))
    },
    async replay(tenant, key) {
      return tenants.find(tenant)?.answers.get(key) ?? null
    },
    async claimKey(tenant, claim, stale_before) {
      const { answers } = tenants.open(tenant)
      const held = answers.get(claim.key)
      if (held !== undefined && (held.status !== IN_FLIGHT || held.at >= stale_before)) return false
      answers.set(claim.key, { ...claim, status: IN_FLIGHT, body: null })
      return true
    },
    async releaseKey(tenant, key) {
      const answers = tenants.find(tenant)?.answers
      if (answers?.get(key)?.status === IN_FLIGHT) answers.delete(key)
    },
    async keepAnswer(tenant, answer) {
      const { answers } = tenants.open(tenant)
      if ((answers.get(answer.key)?.status ?? IN_FLIGHT) === IN_FLIGHT)
        answers.set(answer.key, answer)
    },
    async findReference(tenant, kind, reference_id) {
      return tenants.find(tenant)?.kinds.get(kind)?.by_reference.get(reference_id) ?? null
    },
  }
}

function loadOne(tenants: Tenants, { tenant, kind, id }: ResourceRef): Loaded | null {
  const data = tenants.find(tenant)
  const row = data?.kinds.get(kind)?.rows.get(id)
  if (data === undefined || row === undefined) return null
  const stream = data.streams.get(row.stream)
  if (stream === undefined) return null
  const { kind: stream_kind, version, state, private: beside } = stream
  return { stream: row.stream, kind: stream_kind, version, state, private: beside, row }
}
