import { allowedActions, LIFECYCLES, type Lifecycle } from '@upi-autopay/rail'
import type { Case, World } from '../../case.ts'
import { emptyMerchant } from '../../empty-merchant.ts'
import { sentenceOf } from './sentence-of.ts'
import type { Row, Subject, Way } from './way.ts'

/**
 * The cases of one resource, from the statuses of its lifecycle: each status is asked for every action of the
 * resource, and answers as the row of the table says. A status that nothing leads to, and an action that nothing
 * asks for, fail by name.
 */
export function matrixCases(row: Row): Record<string, Case['run']> {
  const lifecycle: Lifecycle = LIFECYCLES[row.kind]
  const known = new Set([
    ...row.ways.map(({ status }) => status),
    ...Object.keys(row.unreached ?? {}),
  ])
  return {
    ...Object.fromEntries(
      row.ways.map((way) => [
        sentenceOf(row.kind, way, accepted(row, way)),
        (world: World) => answersAsDeclared(world, row, way),
      ]),
    ),
    ...failing(
      lifecycle.statuses.filter((status) => !known.has(status)),
      (status) => `no recipe brings a ${row.kind} to ${status}`,
    ),
    ...failing(
      [...known].filter((status) => !lifecycle.statuses.includes(status)),
      (status) => `a ${row.kind} has no status ${status}, to which a recipe leads`,
    ),
    ...failing(
      Object.values(lifecycle.actions)
        .flatMap((actions) => actions ?? [])
        .filter((action) => row.ask[action] === undefined),
      (action) => `nothing asks a ${row.kind} for ${action}`,
    ),
  }
}

function failing(
  what: readonly string[],
  say: (one: string) => string,
): Record<string, Case['run']> {
  return Object.fromEntries(
    what.map((one) => [
      say(one),
      async () => {
        throw new Error(say(one))
      },
    ]),
  )
}

function offered({ kind }: Row, { status, offers }: Way): readonly string[] {
  return offers ?? allowedActions(kind, status)
}

/** What is offered, but for what a rule refuses. */
function accepted(row: Row, way: Way): readonly string[] {
  return offered(row, way).filter((action) => way.ruledOut?.[action] === undefined)
}

/** First what is refused, all of one resource, which stays as it is; then what is accepted, each of a fresh one. */
async function answersAsDeclared(world: World, row: Row, way: Way): Promise<void> {
  const { expect, unrecorded, api } = world
  const accepts = accepted(row, way)
  let subject = await way.bring(world)
  const before = await readAll(world, row, subject)
  expect(before.body).toMatchObject({ status: way.status, allowed_actions: offered(row, way) })
  for (const action of Object.keys(row.ask)) {
    if (accepts.includes(action)) continue
    await refuses(world, { row, way, subject, action })
    expect(await readAll(world, row, subject), `after ${action}`).toEqual(before)
  }
  for (const [index, action] of accepts.entries()) {
    if (index > 0) {
      await unrecorded(() => emptyMerchant(api))
      subject = await way.bring(world)
    }
    const answer = await put(world, row, { subject, action })
    expect([action, answer.status < 300, answer.body]).toEqual([action, true, answer.body])
  }
}

async function refuses(
  world: World,
  { row, way, subject, action }: { row: Row; way: Way; subject: Subject; action: string },
): Promise<void> {
  const { status, body } = await put(world, row, { subject, action })
  const { code, allowed_actions } = body as { code?: string; allowed_actions?: string[] }
  if (row.calm?.[way.status]?.includes(action)) {
    world.expect([action, status]).toEqual([action, 200])
    return
  }
  const ruled = way.ruledOut?.[action]
  if (ruled !== undefined) world.expect([action, code]).toEqual([action, ruled])
  else
    world
      .expect([action, status, code, allowed_actions])
      .toEqual([action, 409, 'state_conflict', offered(row, way)])
}

function put(world: World, row: Row, { subject, action }: { subject: Subject; action: string }) {
  const question = row.ask[action]
  if (question === undefined) throw new Error(`nothing asks a ${row.kind} for ${action}`)
  return world.api.call(...question(subject, world))
}

/** All that a merchant sees of a resource: itself, its version, and the latest that was told of anything. */
async function readAll({ api }: World, { read }: Row, { id }: Subject) {
  const { status, headers, body } = await api.call(read, { params: { id } })
  const told = await api.ok('events.list', { query: { limit: 1 } })
  return { status, etag: headers.etag, body, told: told.data }
}
