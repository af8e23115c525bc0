import type { LeasedEffect, Store, Unit } from '@upi-autopay/engine'

/** The same store, which tells of every unit that it has written, and lets something happen once effects are taken. */
export function recordCommits(
  store: Store,
  written: (unit: Unit) => void,
  leased: (taken: readonly LeasedEffect[]) => Promise<void>,
): Store {
  return {
    ...store,
    work: {
      ...store.work,
      async leaseEffects(...asked) {
        const taken = await store.work.leaseEffects(...asked)
        if (taken.length > 0) await leased(taken)
        return taken
      },
    },
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
