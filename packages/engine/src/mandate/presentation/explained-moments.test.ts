import { addDays, type Instant, istDate, lastMoment } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import type { Facts } from '../../kernel/aggregate.ts'
import { createRandom, createSeededIds } from '../../kernel/ids.ts'
import type { Timer } from '../../ports/work-store.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  POLICY,
  present,
  type Stream,
} from '../decider-specification.ts'
import type { MandateState } from '../mandate.ts'
import { attemptPresentation } from './attempt.ts'
import { explainPresentation } from './explain.ts'
import { attemptFacts } from './facts.ts'
import { isFinal, isInFlight, type Presentation } from './presentation.ts'
import { previewPresentation, type ThoughtDebit } from './preview.ts'

const SEQUENCES = 500
const facts = (now: Instant): Facts => ({
  now,
  account: ACCOUNT,
  provider: { policy: POLICY, authorizationLink: null, paymentLink: null },
  mint: (kind) => createSeededIds(1).mint(kind, now),
})

type Among = (count: number) => number

/** One day or two of a mandate and its debits, as chance has it, up to some moment between. */
function someMoment(among: Among): { stream: Stream; notice: string } {
  const frequency = (['daily', 'monthly', 'as_presented', 'one_time'] as const)[among(4)]
  const stream = createStream()
    .given(createMandate({ frequency: frequency ?? 'daily' }))
    .given(answer('mandate', 'mdt_1', DONE))
  stream.wait(among(30) * HOUR + among(60) * MINUTE)
  const debit_date = addDays(istDate(stream.at), 1 + among(2))
  stream.when(notify({ debit_date }))
  if (among(8) > 0) stream.when(answer('notification', 'pdn_1', DONE))
  stream.wait(among(40) * HOUR + among(3_600_000))
  for (let debit = 1; debit <= 1 + among(2); debit++) {
    stream.when(
      present({
        id: `prs_${debit}`,
        reference_id: `debit-00${debit}`,
        ...wishOf(among, stream.at),
      }),
    )
    for (let attempt = 1; attempt <= among(5); attempt++) {
      stream.wait(among(3) * HOUR)
      fireDue(stream)
      const id = `prs_${debit}`
      stream.when(answer('presentation', id, declined(among(6) === 0 ? 'YE' : 'Z9'), attempt))
      if (among(3) > 0)
        stream.when({ type: 'RetryPresentation', presentation_id: id, ...wishOf(among, stream.at) })
    }
    if (among(6) === 0) stream.when(answer('presentation', `prs_${debit}`, DONE, 1))
    if (among(3) === 0) stream.when({ type: 'CancelPresentation', presentation_id: `prs_${debit}` })
  }
  if (among(3) === 0) stream.when(answer('presentation', 'prs_1', DONE, 1))
  // Now and then nobody works for a while: what was planned is late.
  if (among(3) === 0) stream.wait(among(20) * HOUR)
  return { stream, notice: 'pdn_1' }
}

function wishOf(among: Among, now: Instant) {
  const when = (['asap', 'asap', 'next_window', 'at'] as const)[among(4)] ?? 'asap'
  return { when, present_at: when === 'at' ? ((now + among(30) * HOUR) as Instant) : null }
}

function fireDue(stream: Stream): void {
  for (const [key, timer] of stream.timers) {
    if (timer === null || timer.at > stream.at || timer.kind === 'validity_end') continue
    ;(stream.timers as Map<string, Timer | null>).set(key, null)
    stream.when({ type: 'FireTimer', timer })
  }
}

/** Whether the bank is asked when the debit is tried at a moment, whatever was planned. */
function isMadeAt(state: MandateState, presentation: Presentation, at: Instant): boolean {
  const tried = { ...presentation, status: 'scheduled' as const, due_at: at }
  return attemptPresentation(state, tried, facts(at)).some(
    ({ type }) => type === 'presentation.processing',
  )
}

/** Some moments of the days that follow, the edges of hours among them. */
function momentsFrom(now: Instant, until: Instant): Instant[] {
  const moments: number[] = [now, until]
  for (let at = now - (now % (30 * MINUTE)); at <= until; at += 30 * MINUTE)
    moments.push(at, at - 1)
  return moments.filter((at) => at >= now && at <= until) as Instant[]
}

test('the moment that an explanation names is kept, and nothing is possible a millisecond sooner', () => {
  const seen = { kept: 0, none: 0 }
  for (let seed = 1; seed <= SEQUENCES; seed++) {
    const word = createRandom(seed)
    const { stream } = someMoment((count) => word() % count)
    const state = stream.state()
    for (const debit of Object.values(state.presentations)) {
      const { earliest } = explainPresentation(state, debit, facts(stream.at))
      if (earliest === null) {
        if (isFinal(debit) || isInFlight(debit) || state.mandate.status !== 'active') continue
        const last = lastMoment(attemptFacts(state, debit, facts(stream.at)))
        for (const at of momentsFrom(stream.at, last))
          expect(isMadeAt(state, debit, at), `seed ${seed}`).toBe(false)
        seen.none++
        continue
      }
      expect(earliest.at, `seed ${seed}`).toBeGreaterThanOrEqual(stream.at)
      expect(isMadeAt(state, debit, earliest.at), `seed ${seed} at its moment`).toBe(true)
      seen.kept++
      const wished = earliest.reason === 'requested_time' || earliest.reason === 'next_window'
      // A wish is no rule: sooner it is not tried at all.
      if (earliest.at === stream.at || wished) continue
      const sooner = (earliest.at - 1) as Instant
      expect(isMadeAt(state, debit, sooner), `seed ${seed} sooner`).toBe(false)
    }
  }
  expect(seen.kept).toBeGreaterThan(150)
  expect(seen.none).toBeGreaterThan(10)
})

test('what a preview names is what a debit that is asked for at once is planned for', () => {
  const seen = { planned: 0, refused: 0 }
  for (let seed = 1; seed <= SEQUENCES; seed++) {
    const word = createRandom(seed)
    const among: Among = (count) => word() % count
    const { stream, notice } = someMoment(among)
    const wish = wishOf(among, stream.at)
    const source: ThoughtDebit['source'] =
      among(4) === 0 ? { instant_amount: 100_00 } : { notification_id: notice }
    const previewed = previewPresentation(stream.state(), { source, ...wish }, facts(stream.at))
    const made = stream.when(present({ id: 'prs_new', reference_id: 'debit-new', source, ...wish }))
    if (!previewed.ok) {
      expect(made.ok, `seed ${seed}`).toBe(false)
      continue
    }
    const { earliest } = previewed.explanation
    const planned = stream.state().presentations.prs_new
    const pending = stream.state().notifications[notice]?.status === 'pending'
    if (pending && 'notification_id' in source) continue
    expect(earliest?.at ?? null, `seed ${seed}`).toBe(planned?.due_at ?? null)
    expect(earliest?.reason ?? null, `seed ${seed}`).toBe(planned?.deferred_because ?? null)
    if (planned === undefined) seen.refused++
    else seen.planned++
  }
  expect(seen.planned).toBeGreaterThan(20)
  expect(seen.refused).toBeGreaterThan(50)
})
