/** One reason why no case shows something, all that falls under it, and the test that shows it. */
export interface ShownElsewhere {
  readonly why: string
  /** As coverage names it. */
  readonly what: readonly string[]
  /** A test of this repository that mentions each of them. */
  readonly by: { readonly file: string; readonly test: string }
}

const HOSTS = 'apps/server/tests/hosts-alone.test.ts'
const ENGINE = 'packages/engine/src'
const DOUBT_AFTER_THE_END = `${ENGINE}/mandate/presentation/doubt-after-the-end.test.ts`
const AFTER_THE_END = `${ENGINE}/mandate/presentation/after-the-end.test.ts`

/**
 * What no case can show: only who holds the service's store, system clock or keys can bring it about, or a bank that
 * behaves as the simulated one never does. Coverage names what is missing besides, and what stands here without need.
 */
export const SHOWN_ELSEWHERE: readonly ShownElsewhere[] = [
  {
    why: 'Nothing that a caller sends breaks a service.',
    what: ['error internal_error'],
    by: { file: HOSTS, test: 'answers internal_error, and tells nothing of what is inside' },
  },
  {
    why: 'No caller can take a service its database.',
    what: ['error unavailable'],
    by: {
      file: HOSTS,
      test: 'answers unavailable and when to come again while its database is away',
    },
  },
  {
    why: 'Two callers collide only where the first is held up inside the service.',
    what: ['error idempotency_in_flight'],
    by: { file: HOSTS, test: 'with one key: who waited too long for the first is told' },
  },
  {
    why: 'Two callers collide only where the first is held up inside the service.',
    what: ['error clock_busy'],
    by: { file: HOSTS, test: 'with one clock: the second is told clock_busy' },
  },
  {
    why: 'Live keys are the operator’s to give.',
    what: ['error test_mode_only'],
    by: { file: HOSTS, test: 'a key of live mode is kept out of the sandbox: test_mode_only' },
  },
  {
    why: 'System time dates deliveries, and no caller moves it by days.',
    what: [
      'status delivery given_up',
      'transition delivery retrying → retrying by delivery.failed_attempt',
      'transition delivery retrying → given_up by delivery.given_up',
    ],
    by: { file: HOSTS, test: 'its delivery is given_up after ten attempts' },
  },
  {
    why: 'System time dates deliveries, and no caller moves it on to the second attempt.',
    what: ['transition delivery retrying → succeeded by delivery.succeeded'],
    by: {
      file: 'apps/server/tests/webhooks.test.ts',
      test: 'are signed so that a receiver believes them, and sent again five seconds after a failure',
    },
  },
  {
    why: 'An endpoint is gone before the first attempt only where the service was away in between.',
    what: ['transition delivery pending → given_up by delivery.given_up'],
    by: {
      file: 'packages/conformance/src/stores/delivery-cases.ts',
      test: 'what waits for an endpoint that was switched off is given up visibly',
    },
  },
  {
    why: 'An upload breaks off, or grows beyond its limit, on a connection of its own.',
    what: ['transition batch validating → cancelled by batch.cancelled'],
    by: {
      file: 'apps/server/tests/batches.test.ts',
      test: 'that breaks off hands nothing over, and may be sent again at once',
    },
  },
  {
    why: 'Rows are handed over while their batch is cancelled only by two workers at one moment.',
    what: ['transition batch cancelled → cancelled by batch.progressed'],
    by: { file: `${ENGINE}/batch/decide.test.ts`, test: 'in each of its states' },
  },
  {
    why: 'The simulated bank answers every notice.',
    what: ['transition notification pending → lapsed by notification.lapsed'],
    by: { file: AFTER_THE_END, test: 'a notice that no bank has answered lapses with its day' },
  },
  {
    why: 'A clock that is moved by call is never late for a retry.',
    what: ['transition presentation retry_scheduled → retry_scheduled by presentation.deferred'],
    by: {
      file: AFTER_THE_END,
      test: 'an automatic retry that comes due in peak hours is put off to their end',
    },
  },
  {
    why: 'A backlog of the service’s own, which a clock that is moved by call never has.',
    what: ['transition presentation processing → scheduled by presentation.withdrawn'],
    by: {
      file: `${ENGINE}/mandate/decide.test.ts`,
      test: 'is sent back when a backlog has run into peak hours, and its attempt is not spent',
    },
  },
  {
    why: 'The simulated bank names the moment of each answer.',
    what: ['transition presentation processing → processing by presentation.acknowledged'],
    by: {
      file: `${ENGINE}/mandate/presentation/inquiries.test.ts`,
      test: 'is asked about, and then unknown',
    },
  },
  {
    why: 'The simulated bank does not leave one attempt open while it corrects an earlier one.',
    what: ['succeeded', 'reversed'].flatMap((status) =>
      ['answer_expected', 'inquired', 'attempt_closed'].map(
        (on) => `transition presentation ${status} → ${status} by presentation.${on}`,
      ),
    ),
    by: { file: AFTER_THE_END, test: 'an attempt at the bank of a debit that is %s' },
  },
  {
    why: 'The simulated bank knows of every PIN whether it was entered in time.',
    what: ['declined', 'retry_scheduled', 'scheduled'].map(
      (status) => `transition presentation ${status} → processing by presentation.outcome_unknown`,
    ),
    by: {
      file: `${ENGINE}/mandate/presentation/doubts.test.ts`,
      test: 'is not tried again while its bank cannot say whether it was',
    },
  },
  {
    why: 'The simulated bank speaks of an attempt whose PIN came too late before the next one is made, or not at all.',
    what: [
      ...['doubted', 'attempt_closed'].flatMap((on) =>
        ['processing', 'awaiting_payer'].map(
          (status) => `transition presentation ${status} → ${status} by presentation.${on}`,
        ),
      ),
      'transition presentation awaiting_payer → awaiting_payer by presentation.inquired',
    ],
    by: {
      file: `${ENGINE}/mandate/presentation/earlier-doubt.test.ts`,
      test: 'is asked about while the debit is %s, and a no ends the question alone',
    },
  },
  {
    why: 'The simulated bank can say of every debit that is over what became of it, but for one that was called off.',
    what: [
      ...['failed', 'succeeded', 'reversed'].map(
        (status) => `transition presentation ${status} → ${status} by presentation.doubted`,
      ),
      ...['answer_expected', 'inquired', 'attempt_closed'].map(
        (on) => `transition presentation failed → failed by presentation.${on}`,
      ),
      'transition presentation cancelled → cancelled by presentation.answer_expected',
    ],
    by: { file: DOUBT_AFTER_THE_END, test: 'of whose attempt the bank then cannot say' },
  },
  {
    why: 'The simulated bank can say of every debit that has failed what became of it.',
    what: ['transition presentation failed → failed by presentation.resolved'],
    by: { file: DOUBT_AFTER_THE_END, test: 'that it was not paid' },
  },
  {
    why: 'A backlog of the service’s own, which a clock that is moved by call never has.',
    what: ['transition notification used → delivered by notification.released'],
    by: {
      file: `${ENGINE}/mandate/notification/cancel.test.ts`,
      test: 'is as good as unused too where the provider could not be reached',
    },
  },
  {
    why: 'The simulated bank names the moment of each answer.',
    what: ['transition refund pending → pending by refund.acknowledged'],
    by: {
      file: `${ENGINE}/payment/decide.test.ts`,
      test: 'that the provider takes without a word of its end is asked about',
    },
  },
  {
    why: 'The simulated bank says nothing more of what it gave back.',
    what: ['transition presentation reversed → reversed by presentation.contradicted'],
    by: { file: AFTER_THE_END, test: 'is no matter of a no about the first one' },
  },
  {
    why: 'Whoever pays through the simulated bank is answered before the payment expires.',
    what: ['transition payment expired → succeeded by payment.corrected'],
    by: {
      file: `${ENGINE}/payment/decide.test.ts`,
      test: 'counts a yes that is told after %s',
    },
  },
  {
    why: 'The simulated bank finds every refund that it is asked about.',
    what: ['event refund.unresolved', 'transition refund pending → pending by refund.unresolved'],
    by: {
      file: `${ENGINE}/payment/decide.test.ts`,
      test: 'of an unknown outcome stays reserved, is inquired about and never sent again',
    },
  },
  {
    why: 'The simulated bank takes every transfer.',
    what: [
      'transition settlement pending → pending by settlement.postponed',
      'transition settlement pending → pending by settlement.requested',
    ],
    by: {
      file: `${ENGINE}/settlement/decide.test.ts`,
      test: 'a transfer that is refused is asked for again after an hour, under the same reference',
    },
  },
]
