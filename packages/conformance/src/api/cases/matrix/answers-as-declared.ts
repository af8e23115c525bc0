import type { World } from '../../case.ts'
import { emptyMerchant } from '../../empty-merchant.ts'
import { offeredBy } from './offered-by.ts'
import type { Ask, Row, Subject, Way } from './way.ts'

/** A resource in one status, all that it is asked, and what of that it accepts. */
export interface Trial {
  readonly row: Row
  readonly way: Way
  readonly ask: Readonly<Record<string, Ask>>
  readonly accepts: readonly string[]
}

/** First what is refused, all of one resource, which stays as it is; then what is accepted, each of a fresh one. */
export async function answersAsDeclared(world: World, trial: Trial): Promise<void> {
  const { expect, unrecorded, api } = world
  const { row, way, accepts } = trial
  let subject = await way.bring(world)
  const before = await readAll(world, row, subject)
  expect(before.body).toMatchObject({ status: way.status, allowed_actions: offeredBy(row, way) })
  for (const action of Object.keys(trial.ask)) {
    if (accepts.includes(action)) continue
    await refuses(world, trial, { subject, action })
    expect(await readAll(world, row, subject), `after ${action}`).toEqual(before)
  }
  for (const [index, action] of accepts.entries()) {
    if (index > 0) {
      await unrecorded(() => emptyMerchant(api))
      subject = await way.bring(world)
    }
    const { status, body } = await put(world, trial, { subject, action })
    expect([action, status < 300, body]).toEqual([action, true, body])
  }
}

interface Question {
  readonly subject: Subject
  readonly action: string
}

async function refuses(world: World, trial: Trial, question: Question): Promise<void> {
  const { row, way } = trial
  const { action } = question
  const { status, body } = await put(world, trial, question)
  const { code, allowed_actions } = body as { code?: string; allowed_actions?: string[] }
  const ruled = way.ruledOut?.[action]
  if (row.calm?.[way.status]?.includes(action))
    world.expect([action, status]).toEqual([action, 200])
  else if (ruled !== undefined) world.expect([action, code]).toEqual([action, ruled])
  else
    world
      .expect([action, status, code, allowed_actions])
      .toEqual([action, 409, 'state_conflict', offeredBy(row, way)])
}

function put(world: World, { row, ask }: Trial, { subject, action }: Question) {
  const question = ask[action]
  if (question === undefined) throw new Error(`nothing asks a ${row.kind} for ${action}`)
  return world.api.call(...question(subject, world))
}

/** All that a merchant sees of a resource: itself, its version, and the latest that was told of anything. */
async function readAll({ api }: World, { read }: Row, { id }: Subject) {
  const { status, headers, body } = await api.call(read, { params: { id } })
  const told = await api.ok('events.list', { query: { limit: 1 } })
  return { status, etag: headers.etag, body, told: told.data }
}
