import { type Api, createApi } from './api.ts'
import type { Case, World } from './case.ts'
import { clientDriver } from './client-driver.ts'
import { emptyMerchant } from './empty-merchant.ts'
import { createGiven } from './given.ts'
import { rawDriver } from './raw-driver.ts'
import { createRecorder, type Recorder } from './recorder.ts'
import type { Expect } from './runner.ts'
import type { MerchantAccess, Session, Target } from './target.ts'
import { createTestClock } from './test-clock.ts'
import type { Transcript, TranscriptStep } from './transcript.ts'

/** Plays one case from an empty merchant at a fixed moment, and ends by reading its whole log into the transcript. */
export async function play(
  { name, run }: Case,
  { target, session, expect }: { target: Target; session: Session; expect: Expect },
): Promise<Transcript> {
  const recorder = createRecorder(name)
  const drive = target.driver === 'client' ? clientDriver : rawDriver
  const ready = async (access: MerchantAccess, who: TranscriptStep['who']) => {
    // What makes ready is no part of the case.
    await emptyMerchant(createApi(access, drive(access), { recorder: createRecorder(name), who }))
    const api = createApi(access, drive(access), { recorder, who })
    const clock = createTestClock(api)
    return { api, clock, given: createGiven(api, clock) }
  }
  const mine = await ready(session.merchant, 'merchant')
  let beside: ReturnType<World['other']> | undefined
  const world: World = {
    ...mine,
    expect,
    other: () => {
      beside ??= ready(session.other, 'other')
      return beside
    },
    merchantWith: async (policy) => {
      if (session.merchantWith === undefined)
        throw new Error(`${target.name} makes no merchants with a policy of their own`)
      return ready(await session.merchantWith(policy), 'third')
    },
    step: recorder.step,
    unrecorded: recorder.pause,
    openReceiver: async () => {
      if (target.supports?.openReceiver === undefined)
        throw new Error(`${target.name} receives no webhooks`)
      return target.supports.openReceiver()
    },
  }
  await run(world)
  await readLog(mine.api, recorder)
  return recorder.transcript()
}

async function readLog(api: Api, recorder: Recorder): Promise<void> {
  recorder.step('the log')
  let after: string | null = null
  do {
    const page: { next_cursor: string | null } = await api.ok('events.list', {
      query: { limit: 100, ...(after !== null && { after }) },
    })
    after = page.next_cursor
  } while (after !== null)
}
