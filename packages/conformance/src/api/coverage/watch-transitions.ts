import type { Delivery, Store, Unit } from '@upi-autopay/engine'
import { findTransition, LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import { transitionName } from './transition-name.ts'

/**
 * Watches a store from its beginning, so that coverage counts what no answer shows: the transitions of which nobody is
 * told. Their names are put into `transitions`.
 */
export function watchTransitions(store: Store, transitions: Set<string>): Store {
  const statuses = new Map<string, string>()

  function written({ events }: Unit): void {
    for (const { resource_id: id, resource_kind: kind, type } of events) {
      const lifecycle: Lifecycle = LIFECYCLES[kind]
      const row = findTransition(lifecycle, statuses.get(id) ?? null, type)
      if (row === null) continue
      statuses.set(id, row.to)
      transitions.add(transitionName(kind, row))
    }
  }

  /** Deliveries have no log: what was claimed and what is written say where they went. */
  function moved(from: string | null, to: string): void {
    for (const row of LIFECYCLES.delivery.transitions)
      if (row.from === from && row.to === to) transitions.add(transitionName('delivery', row))
  }
  function known({ id, status, attempts }: Pick<Delivery, 'id' | 'status' | 'attempts'>): void {
    if (attempts.length === 0) moved(null, status)
    statuses.set(id, status)
  }

  return {
    ...store,
    decisions: {
      ...store.decisions,
      async commit(units) {
        const answers = await store.decisions.commit(units)
        for (const [index, unit] of units.entries()) if (answers[index]?.ok) written(unit)
        return answers
      },
    },
    deliveries: {
      ...store.deliveries,
      async claim(...asked) {
        const claimed = await store.deliveries.claim(...asked)
        for (const { delivery } of claimed) known(delivery)
        return claimed
      },
      async record(results) {
        const failing = await store.deliveries.record(results)
        for (const { id, status } of results) moved(statuses.get(id) ?? null, status)
        return failing
      },
    },
  }
}
