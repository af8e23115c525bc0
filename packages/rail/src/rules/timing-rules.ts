import { NOTICE_LEAD_TIME } from './notice.ts'
import {
  PRESENTATION_ATTEMPT_SPACING,
  PRESENTATION_DEBIT_DATE,
  PRESENTATION_OFF_PEAK,
} from './presentation-timing.ts'
import type { TimingRule } from './timing-rule.ts'

/** What a debit may have to wait for. */
export const TIMING_RULES: readonly TimingRule[] = [
  ...PRESENTATION_DEBIT_DATE,
  ...NOTICE_LEAD_TIME,
  PRESENTATION_ATTEMPT_SPACING,
  PRESENTATION_OFF_PEAK,
]
