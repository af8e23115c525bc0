import type { Store, Unit } from '@upi-autopay/engine'

/** The same store, which tells of every unit that it has written. */
export function recordCommits(store: Store, written: (unit: Unit) => void): Store {
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
  }
}
