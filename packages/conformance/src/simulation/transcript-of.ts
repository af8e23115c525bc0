import { type Handled, type Store, tenantOf } from '@upi-autopay/engine'
import { RESOURCE_KINDS } from '@upi-autopay/rail'
import { meanwhile } from './meanwhile.ts'
import { orderedText } from './ordered-text.ts'
import { performStep } from './perform-step.ts'
import { createSimulatedWorld, type SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'

const PAGE = 100

/**
 * Everything that anybody was told while the steps were made, and all that can be read after them, as lines of text:
 * stores that keep the same promises tell the same lines.
 */
export async function transcriptOf(
  store: Store,
  seed: number,
  steps: readonly Step[],
): Promise<string[]> {
  const lines: string[] = []
  const quiet = await createSimulatedWorld(store, seed, meanwhile)
  const world: SimulatedWorld = {
    ...quiet,
    async ask(command, target, more) {
      const answer = await quiet.ask(command, target, more)
      lines.push(`${command.type} of ${target.id}: ${told(answer)}`)
      return answer
    },
  }
  for (const [index, step] of steps.entries()) {
    lines.push(`step ${index + 1}: ${step.operation}`)
    await performStep(world, step)
  }
  lines.push(...(await readAll(world)), ...world.watch.findings)
  return lines
}

/** The first line in which two transcripts differ; null when they are alike. */
export function firstDifference(one: readonly string[], other: readonly string[]): string | null {
  const length = Math.max(one.length, other.length)
  for (let line = 0; line < length; line++)
    if (one[line] !== other[line])
      return `line ${line + 1}:\n  ${one[line] ?? '(nothing)'}\n  ${other[line] ?? '(nothing)'}`
  return null
}

function told(answer: Handled): string {
  if (answer.ok) return orderedText([answer.events, answer.rows])
  return 'rejection' in answer ? orderedText(answer.rejection) : 'an answer given before'
}

async function readAll({ engine, account }: SimulatedWorld): Promise<string[]> {
  const { resources, settlements, transactions, work } = engine.deps.store
  const tenant = tenantOf(await account())
  const lines: string[] = []
  for (const kind of RESOURCE_KINDS) {
    const { items, has_more } = await resources.list({ tenant, kind, limit: PAGE })
    lines.push(...items.map((item) => orderedText(item)), `${kind}: more ${has_more}`)
  }
  const events = await resources.listEvents({ tenant, limit: PAGE })
  lines.push(...events.items.map((item) => orderedText(item)))
  const history = await transactions.list({ tenant, limit: PAGE })
  lines.push(...history.items.map((item) => orderedText(item)), `history: more ${history.has_more}`)
  const formed = await resources.list({ tenant, kind: 'settlement', limit: PAGE })
  for (const { row } of formed.items) {
    const held = await settlements.items({ tenant, settlement_id: row.id, limit: PAGE })
    lines.push(...held.items.map((item) => `${row.id} holds ${orderedText(item)}`))
  }
  lines.push(orderedText(await settlements.balance(tenant)))
  lines.push(`next timer at ${await work.nextTimerAt(tenant)}`)
  return lines
}
