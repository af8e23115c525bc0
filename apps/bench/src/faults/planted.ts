/** A small wrong change, and the test file that should notice. */
export interface Fault {
  readonly name: string
  readonly file: string
  /** Stands in the file once. */
  readonly find: string
  readonly put: string
  readonly test: string
}

const RULES = 'packages/rail/src/rules'
const MANDATE = 'packages/engine/src/mandate'
const DEBIT = `${MANDATE}/presentation`
const RUNTIME = 'packages/engine/src/runtime'

/** Wrong changes to rules and deciders, such as a hurried hand makes. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'a cycle has one attempt more than its limit',
    file: `${RULES}/presentation.ts`,
    find: 'facts.cycle.attempts < attemptLimit(facts.policy, now)',
    put: 'facts.cycle.attempts <= attemptLimit(facts.policy, now)',
    test: `${RULES}/presentation.test.ts`,
  },
  {
    name: 'an attempt is counted twice',
    file: `${MANDATE}/evolve.ts`,
    find: 'attempts: counters.attempts + 1,',
    put: 'attempts: counters.attempts + 2,',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'an attempt that was taken back stays spent',
    file: `${MANDATE}/evolve.ts`,
    find: 'attempts: counters.attempts - 1,',
    put: 'attempts: counters.attempts,',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'peak hours begin and end a millisecond late',
    file: 'packages/rail/src/windows.ts',
    find: 'const minute = minuteOfIstDay(at)',
    put: 'const minute = minuteOfIstDay((at - 1) as Instant)',
    test: 'packages/rail/src/windows.test.ts',
  },
  {
    name: 'the lead time of the notice is not looked at when debiting',
    file: `${RULES}/timing-rules.ts`,
    find: '  ...NOTICE_LEAD_TIME,\n',
    put: '',
    test: `${RULES}/presentation.test.ts`,
  },
  {
    name: 'attempts follow each other without a pause',
    file: `${RULES}/timing-rules.ts`,
    find: '  PRESENTATION_ATTEMPT_SPACING,\n  PRESENTATION_OFF_PEAK,\n]',
    put: '  PRESENTATION_OFF_PEAK,\n]',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'the limit without the PIN excludes its last paisa',
    file: `${RULES}/afa.ts`,
    find: 'amount <= limit\n',
    put: 'amount < limit\n',
    test: `${RULES}/presentation.test.ts`,
  },
  {
    name: 'a bank is asked four times about an attempt',
    file: `${RULES}/inquiry.ts`,
    find: 'const MOST = 3',
    put: 'const MOST = 4',
    test: `${RULES}/inquiry.test.ts`,
  },
  {
    name: 'a bank is asked a minute after the attempt began',
    file: `${RULES}/inquiry.ts`,
    find: 'const FIRST_AFTER_SECONDS = 90',
    put: 'const FIRST_AFTER_SECONDS = 60',
    test: `${RULES}/inquiry.test.ts`,
  },
  {
    name: 'refunds that are pending reserve nothing',
    file: 'packages/engine/src/refund/create.ts',
    find: 'reserved: source.amount_refund_pending + source.amount_disputed,',
    put: 'reserved: source.amount_disputed,',
    test: 'packages/engine/src/payment/decide.test.ts',
  },
  {
    name: 'a reversal takes what a pending refund has spoken for',
    file: `${DEBIT}/presentation.ts`,
    find: 'return amountCollected(presentation) - gone',
    put: 'return amountCollected(presentation) - gone + amount_refund_pending',
    test: `${MANDATE}/taken-back.test.ts`,
  },
  {
    name: 'a cycle may have two open debits',
    file: `${DEBIT}/create.ts`,
    find: 'if (open !== undefined) return rejectOpenDebit(open, facts)',
    put: 'if (open?.status === "declined") return rejectOpenDebit(open, facts)',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'a debit is retried whatever its state',
    file: `${DEBIT}/change.ts`,
    find: "if (presentation.status !== 'declined')",
    put: "if (presentation.status === 'cancelled')",
    test: `${DEBIT}/any-answer.test.ts`,
  },
  {
    name: 'a code that means “unknown” is taken for a no, and retried',
    file: `${DEBIT}/record-outcome.ts`,
    find: "return decline.advice === 'after_inquiry'\n",
    put: "return decline.reason === 'mandate_revoked'\n",
    test: `${DEBIT}/inquiries.test.ts`,
  },
  {
    name: 'a refusal for good is retried',
    file: `${DEBIT}/record-outcome.ts`,
    find: "decline.advice === 'never' || presentation.attempts_left <= 0",
    put: 'presentation.attempts_left <= 0',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'an unknown code of a provider is retried later',
    file: 'packages/rail/src/codes/decline-of.ts',
    find: "if (row === null) return { reason: 'unmapped', advice: 'never' }",
    put: "if (row === null) return { reason: 'unmapped', advice: 'retry_later' }",
    test: 'packages/rail/src/codes/codes.test.ts',
  },
  {
    name: 'a success told late is not heard',
    file: `${DEBIT}/record-outcome.ts`,
    find: "if (outcome.result === 'accepted' && outcome.state === 'done')",
    put: "if (outcome.result === 'accepted' && outcome.state === 'done' && attemptUnderWay(presentation)?.number === number)",
    test: `${DEBIT}/late-answers.test.ts`,
  },
  {
    name: 'a second success of a cycle is not told as surplus',
    file: `${DEBIT}/record-success.ts`,
    find: "if (paid) return 'presentation.surplus_collected'",
    put: "if (paid && isFinal(presentation)) return 'presentation.surplus_collected'",
    test: `${DEBIT}/late-answers.test.ts`,
  },
  {
    name: 'what a worker holds is sent though its debit has ended',
    file: `${DEBIT}/attempt.ts`,
    find: ': rejectPresentationState(presentation,',
    put: ': attempt > 0 ? { ok: true, events: [] } : rejectPresentationState(presentation,',
    test: `${RUNTIME}/dispatch-debits.test.ts`,
  },
  {
    name: 'a mandate that is paused between lease and sending is debited',
    file: `${DEBIT}/attempt.ts`,
    find: "if (chance.at === facts.now && state.mandate.status === 'active') return []",
    put: 'if (chance.at === facts.now) return []',
    test: `${RUNTIME}/dispatch-debits.test.ts`,
  },
  {
    name: 'a merchant’s stop is not looked at before sending',
    file: `${DEBIT}/attempt.ts`,
    find: 'if (chance.at === facts.now && facts.account.debits_stopped)',
    put: 'if (chance.at > facts.now && facts.account.debits_stopped)',
    test: `${RUNTIME}/stop-debits.test.ts`,
  },
  {
    name: 'the end of a mandate leaves planned debits standing',
    file: `${MANDATE}/registration/revoke.ts`,
    find: "(one) => one.id !== but && !isFinal(one) && one.status !== 'processing',",
    put: "(one) => one.id !== but && one.status === 'awaiting_payer',",
    test: `${MANDATE}/ends.test.ts`,
  },
  {
    name: 'what a dead worker may have sent is sent again',
    file: `${RUNTIME}/dispatch.ts`,
    find: "found[index]?.result === 'not_sent')",
    put: "found[index]?.result !== 'declined')",
    test: `${RUNTIME}/dispatch.test.ts`,
  },
  {
    name: 'nothing ends the wait for the PIN',
    file: `${DEBIT}/react.ts`,
    find: "return { ...NO_REACTION, timers: [timer('pin_expiry', event.data.expires_at)] }",
    put: 'return NO_REACTION',
    test: `${MANDATE}/decide.test.ts`,
  },
  {
    name: 'a debit of which nothing was heard is not asked about',
    file: `${DEBIT}/inquiries.ts`,
    find: 'return inquire_at === null ? null : planned(id, attempt, inquire_at)',
    put: 'return null',
    test: `${DEBIT}/inquiries.test.ts`,
  },
  {
    name: 'an operator may settle what is not in doubt',
    file: `${DEBIT}/resolve.ts`,
    find: 'presentation.outcome === null ? undefined : attemptUnderWay(presentation)',
    put: 'attemptUnderWay(presentation)',
    test: `${DEBIT}/resolve.test.ts`,
  },
  {
    name: 'a third attempt is made while the first is in doubt',
    file: `${DEBIT}/next-chance.ts`,
    find: 'attemptInDoubt(one) !== undefined || earlierInDoubt(one) !== undefined',
    put: 'attemptInDoubt(one) !== undefined',
    test: `${DEBIT}/earlier-doubt.test.ts`,
  },
]
