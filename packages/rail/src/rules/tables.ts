import { type Instant, type IsoDate, istDate } from '../calendar.ts'
import { ACCOUNT_DEBITS_STOPPED, ACCOUNT_MCC_APPROVED } from './account.ts'
import { AMOUNT_MANDATE_RULE, AMOUNT_MAXIMUM, AMOUNT_MIN_AMOUNT, AMOUNT_MINIMUM } from './amount.ts'
import { CYCLE_ONE_SUCCESS } from './cycle.ts'
import { NOTICE_EXEMPTION, NOTICE_REQUIRED } from './exemption.ts'
import type { AttemptFacts, NoticeFacts, OpenFacts, RegistrationFacts } from './facts.ts'
import { INSTANT_ATTEMPTS, INSTANT_WINDOW } from './instant.ts'
import { MANDATE_DEBIT_IN_VALIDITY, MANDATE_START_DATE, MANDATE_VALIDITY } from './mandate.ts'
import { NOTICE_CUT_OFF, NOTICE_LEAD_WINDOW } from './notice.ts'
import { onFacts } from './on-facts.ts'
import { NOTICE_ONE_OPEN, PRESENTATION_ONE_OPEN } from './one-open.ts'
import { PRESENTATION_ATTEMPT_LIMIT, PRESENTATION_WINDOW } from './presentation.ts'
import { RECURRENCE_DEBIT_DAY, RECURRENCE_DEBIT_RULE } from './recurrence.ts'
import {
  FIRST_DEBIT_AMOUNT,
  REGISTRATION_COLLECT_CATEGORY,
  REGISTRATION_EXPIRY,
} from './registration.ts'
import type { Rule } from './rule.ts'

/** What may refuse a mandate, in order of precedence. */
export const REGISTRATION_RULES: readonly Rule<RegistrationFacts>[] = [
  ACCOUNT_MCC_APPROVED,
  REGISTRATION_COLLECT_CATEGORY,
  ...NOTICE_EXEMPTION,
  AMOUNT_MINIMUM,
  AMOUNT_MAXIMUM,
  AMOUNT_MIN_AMOUNT,
  RECURRENCE_DEBIT_RULE,
  MANDATE_START_DATE,
  MANDATE_VALIDITY,
  FIRST_DEBIT_AMOUNT,
  REGISTRATION_EXPIRY,
]

/** What may refuse a pre-debit notification, in order of precedence. */
export const NOTICE_RULES: readonly Rule<NoticeFacts>[] = [
  AMOUNT_MINIMUM,
  AMOUNT_MAXIMUM,
  AMOUNT_MANDATE_RULE,
  onFacts(MANDATE_DEBIT_IN_VALIDITY, ({ mandate, debit_date, debit_at }: NoticeFacts) => ({
    mandate,
    debit_date,
    pointer: debit_at === null ? '/debit_date' : '/debit_at',
  })),
  RECURRENCE_DEBIT_DAY,
  ...NOTICE_LEAD_WINDOW,
  NOTICE_CUT_OFF,
  CYCLE_ONE_SUCCESS,
  ...PRESENTATION_ATTEMPT_LIMIT,
]

/** What holds debits back, whatever else the rules say, until someone lifts it: refuses nothing, and ends at no instant. */
export const HOLD_RULES: readonly Rule<AttemptFacts>[] = [ACCOUNT_DEBITS_STOPPED]

/**
 * What may refuse a debit or one of its attempts, in order of precedence. The debit rule is not asked again: the
 * notice's day passed it, and the debit of the registration itself follows no rule of days (assumption).
 */
export const PRESENTATION_RULES: readonly Rule<AttemptFacts>[] = [
  ...NOTICE_REQUIRED,
  AMOUNT_MINIMUM,
  AMOUNT_MAXIMUM,
  AMOUNT_MANDATE_RULE,
  onFacts(MANDATE_DEBIT_IN_VALIDITY, (facts: AttemptFacts, now) => ({
    mandate: facts.mandate,
    debit_date: dayOfDebit(facts, now),
    pointer: facts.instant ? '/instant' : facts.notice === null ? '' : '/notification_id',
  })),
  CYCLE_ONE_SUCCESS,
  ...PRESENTATION_ATTEMPT_LIMIT,
  INSTANT_ATTEMPTS,
  PRESENTATION_WINDOW,
  INSTANT_WINDOW,
]

/** What may stand in the way of a notice, told before its rules. */
export const OPEN_NOTICE_RULES: readonly Rule<OpenFacts>[] = [
  NOTICE_ONE_OPEN,
  PRESENTATION_ONE_OPEN,
]

/** What may stand in the way of a debit, told before its rules. */
export const OPEN_DEBIT_RULES: readonly Rule<OpenFacts>[] = [PRESENTATION_ONE_OPEN]

function dayOfDebit({ notice, instant, mandate, not_before }: AttemptFacts, now: Instant): IsoDate {
  if (notice !== null) return notice.debit_date
  // A debit made at registration belongs to the first cycle even if that begins later.
  if (instant) return istDate(now) > mandate.start_date ? istDate(now) : mandate.start_date
  return istDate(not_before !== null && not_before.at > now ? not_before.at : now)
}
