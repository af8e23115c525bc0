import type { Account } from '@upi-autopay/engine'
import { type ProviderPolicy, toInstant } from '@upi-autopay/rail'

/** Tuesday, 1 January 2030, 08:00 in India. */
export const BEGIN = toInstant(Date.parse('2030-01-01T02:30:00.000Z'))

/** The tightest policy that all rows of the rail allow. */
export const POLICY: ProviderPolicy = {
  notice_lead_min_hours: 24,
  notice_lead_max_hours: 72,
  notice_cut_off_minute: 23 * 60 + 50,
  attempts_max: 4,
  attempt_spacing_minutes: 60,
  pin_expiry_minutes: 30,
  instant_attempts_max: 1,
}

/** A merchant whose clock runs with the system's. */
export const ACCOUNT: Account = {
  merchant_id: 'mer_simulated',
  mode: 'test',
  name: 'Society',
  payee_vpa: 'society@sim',
  mcc: '5968',
  approved_mccs: ['5968', '6211', '6300'],
  approved_exemptions: ['fastag', 'ncmc'],
  settlement: 't1',
  policy: {},
  bank_account: null,
  debits_stopped: false,
  metadata: {},
  revision: 1,
  sandbox: { value_table: false, bank_preset: 'normal' },
  clock: { mode: 'running', offset_ms: 0, frozen_at: null, start_at: null },
  created_at: BEGIN,
  updated_at: BEGIN,
}
