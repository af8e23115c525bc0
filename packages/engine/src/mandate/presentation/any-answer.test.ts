import type { Instant } from '@upi-autopay/rail'
import { expect, test } from 'vitest'
import { createRandom } from '../../kernel/ids.ts'
import type { Outcome } from '../../ports/outcome.ts'
import type { Timer } from '../../ports/work-store.ts'
import type { MandateCommand } from '../commands.ts'
import {
  answer,
  createMandate,
  createStream,
  DONE,
  declined,
  HOUR,
  MINUTE,
  notify,
  present,
  SECOND,
  type Stream,
} from '../decider-specification.ts'

const SEQUENCES = 400
const STEPS = 40

const ANSWERS: readonly Outcome[] = [
  DONE,
  { result: 'accepted', state: 'done', references: { rrn: '000000000002' } },
  { result: 'accepted', state: 'awaiting_payer' },
  { result: 'accepted', state: 'acknowledged' },
  { result: 'unknown' },
  { result: 'unknown', truth: DONE },
  { result: 'not_sent', detail: 'no line to the bank' },
  declined('Z9'),
  declined('96'),
  declined('VA'),
  { result: 'declined', provider_code: 'XX', npci_code: null },
]

/** Anything that a provider may say of a debit, at once or later. */
function outcomeOf(among: (count: number) => number): Outcome {
  const said = ANSWERS[among(ANSWERS.length)] as Outcome
  if ((said.result !== 'accepted' && said.result !== 'unknown') || among(4) > 0) return said
  const outcome = ANSWERS[among(ANSWERS.length)] as Outcome
  return { ...said, later: [{ after_ms: 10 * SECOND, outcome }] }
}

/** Whoever may do something to a debit does it. */
function commandOf(among: (count: number) => number): MandateCommand {
  const presentation_id = 'prs_1'
  switch (among(8)) {
    case 0:
      return { type: 'RetryPresentation', presentation_id, when: 'asap', present_at: null }
    case 1:
      return { type: 'CancelPresentation', presentation_id }
    case 2: {
      const outcome = among(2) === 0 ? 'failed' : 'succeeded'
      return { type: 'ResolvePresentation', presentation_id, outcome, rrn: null, note: 'by phone' }
    }
    case 3: {
      const answers = [{ after_ms: 10 * SECOND, outcome: outcomeOf(among) }]
      return { type: 'ActOnPresentation', presentation_id, answers }
    }
    case 4:
      return among(6) === 0
        ? { type: 'RevokeMandate', mandate_id: 'mdt_1' }
        : { type: 'ReversePresentation', presentation_id }
    default: {
      const attempt = among(5) === 0 ? null : 1 + among(3)
      const told = answer('presentation', presentation_id, outcomeOf(among), attempt)
      return among(3) === 0 ? ({ ...told, inquiry: true } as MandateCommand) : told
    }
  }
}

function fireNext(stream: Stream): void {
  const due = [...stream.timers.values()].filter((timer): timer is Timer => timer !== null)
  const [timer] = due.sort((a, b) => a.at - b.at)
  // The end of the mandate would leave nothing to try.
  if (timer === undefined || timer.kind === 'validity_end') return
  ;(stream.timers as Map<string, Timer | null>).set(timer.key, null)
  stream.at = Math.max(stream.at, timer.at) as Instant
  stream.when({ type: 'FireTimer', timer })
}

test('whatever a provider says, early, late or twice, the decider keeps to its table', () => {
  for (let seed = 1; seed <= SEQUENCES; seed++) {
    const word = createRandom(seed)
    const among = (count: number): number => word() % count
    const retry = among(2) === 0 ? 'auto' : 'none'
    const stream = createStream()
      .given(createMandate())
      .given(answer('mandate', 'mdt_1', DONE))
      .given(notify())
      .given(answer('notification', 'pdn_1', DONE))
      .given(present({ retry }))
    for (let step = 0; step < STEPS; step++) {
      if (among(3) === 0) fireNext(stream)
      else if (among(4) === 0) stream.wait([SECOND, MINUTE, HOUR][among(3)] as number)
      else stream.when(commandOf(among))
    }
    const { attempts, amount_reversed } = stream.state().presentations.prs_1 ?? { attempts: [] }
    expect(new Set(attempts.map(({ number }) => number)).size).toBe(attempts.length)
    expect(amount_reversed).toBeGreaterThanOrEqual(0)
  }
})
