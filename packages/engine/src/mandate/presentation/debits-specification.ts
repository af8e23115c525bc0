import { type Instant, toInstant } from '@upi-autopay/rail'
import type { Outcome } from '../../ports/outcome.ts'
import {
  ACCOUNT,
  answer,
  createMandate,
  createStream,
  DONE,
  notify,
  present,
  type Stream,
} from '../decider-specification.ts'
import type { ActAsPayer, CreateMandate } from '../registration/commands.ts'
import type { Presentation } from './presentation.ts'

/** A moment by the Indian clock, such as `2030-01-08T08:00`. */
export function ist(clock: string): Instant {
  return toInstant(Date.parse(`${clock}+05:30`))
}

/** A mandate that the payer approved on Monday at eight. */
export function active(
  terms: Partial<CreateMandate> = {},
  policy: Partial<Stream['policy']> = {},
): Stream {
  return createStream(policy)
    .given(createMandate(terms))
    .given(answer('mandate', 'mdt_1', DONE))
}

/** One whose debits need no notice: it refills a toll tag. */
export function exempt(): Stream {
  const stream = createStream()
  stream.account = { ...ACCOUNT, approved_exemptions: ['fastag'] }
  return stream
    .given(createMandate({ frequency: 'as_presented', notice_exemption: 'fastag' }))
    .given(answer('mandate', 'mdt_1', DONE))
}

/** An active one with a notice for Tuesday that reached the payer at once: its 24 hours are over on Tuesday at eight. */
export function noticed(
  terms: Partial<CreateMandate> = {},
  policy: Partial<Stream['policy']> = {},
): Stream {
  return active(terms, policy)
    .given(notify())
    .given(answer('notification', 'pdn_1', DONE))
}

/** The same with its debit planned. */
export function scheduled(wish: Parameters<typeof present>[0] = {}): Stream {
  return noticed().given(present(wish))
}

/** The same with its first attempt at the bank, since Tuesday at eight. */
export function processing(
  wish: Parameters<typeof present>[0] = {},
  policy: Partial<Stream['policy']> = {},
): Stream {
  const stream = noticed({}, policy).given(present(wish))
  stream.fire('present:prs_1')
  return stream
}

/** What the bank says of an attempt of the debit. */
export function tell(outcome: Outcome, attempt = 1): ReturnType<typeof answer> {
  return answer('presentation', 'prs_1', outcome, attempt)
}

/** What the payer does with an active mandate in the UPI app. */
export function asPayer(action: 'pause' | 'resume'): ActAsPayer {
  return { type: 'ActAsPayer', mandate_id: 'mdt_1', action, vpa: null, answers: [] }
}

/** The debit as it stands. */
export function debitOf(stream: Stream): Presentation {
  const debit = stream.state().presentations.prs_1
  if (debit === undefined) throw new Error('there is no debit')
  return debit
}
