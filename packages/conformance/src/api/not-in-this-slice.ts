/** Things of the contract and the rail that no case meets, with the reason. */
export const NOT_IN_THIS_SLICE: readonly {
  readonly why: string
  readonly what: readonly string[]
}[] = [
  {
    why: 'Sandboxes answer test keys; live mode comes with the first real provider.',
    what: ['error test_mode_only'],
  },
  {
    why: 'Two callers at one moment: whether they collide is chance, so races are judged by their result alone.',
    what: ['error idempotency_in_flight', 'error clock_busy'],
  },
  {
    why: 'A debit whose notice is too young waits instead of being refused; providers may refuse it.',
    what: ['error notice_too_short'],
  },
  {
    why: 'The simulated bank neither caps amounts nor keeps paused mandates from being revoked; a merchant’s own policy may.',
    what: [
      'rule amount.maximum',
      'rule mandate.revocable_while_paused',
      'error amount_above_maximum',
    ],
  },
  {
    why: 'Who waits in the request is answered beside the call that moves the clock: judged outside the transcript.',
    what: ['error payer_timeout'],
  },
  {
    why: 'Deliveries are dated by system time, so their cases are judged outside the transcript.',
    what: ['operation deliveries.get', 'operation deliveries.redeliver'],
  },
  {
    why: 'Nothing that a caller sends should break a service.',
    what: ['error internal_error', 'error unavailable'],
  },
  {
    why: 'The simulated bank finds every refund that it is asked about, and whoever pays through it is answered before the payment expires; other banks may do otherwise. Deciders are tested for both.',
    what: [
      'event refund.unresolved',
      'transition payment expired → succeeded by payment.corrected',
      'transition refund pending → pending by refund.unresolved',
    ],
  },
  {
    why: 'The simulated bank knows whether a PIN was entered in time; others may say afterwards that they cannot tell. Deciders are tested for it.',
    what: [
      'transition presentation declined → processing by presentation.outcome_unknown',
      'transition presentation retry_scheduled → processing by presentation.outcome_unknown',
      'transition presentation scheduled → processing by presentation.outcome_unknown',
    ],
  },
  {
    why: 'The simulated bank answers every notice.',
    what: ['transition notification pending → lapsed by notification.lapsed'],
  },
  {
    why: 'An upload is cancelled when it breaks off or has too many rows: the tests of the server show it.',
    what: ['transition batch validating → cancelled by batch.cancelled'],
  },
  {
    why: 'The log tells nothing of an endpoint’s creation, so it cannot show from where its first event led; the cases of endpoints read the states themselves.',
    what: [
      'transition webhook_endpoint enabled → enabled by webhook_endpoint.tested',
      'transition webhook_endpoint enabled → disabled by webhook_endpoint.disabled',
    ],
  },
]
