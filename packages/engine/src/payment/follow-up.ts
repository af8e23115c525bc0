/** The timers of a payment's stream: what may happen by itself. */
export type PaymentTimerKind = 'payment_expiry' | 'bank_answer' | 'inquire' | 'dispute_deadline'
