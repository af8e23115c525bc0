import type { Api } from './api.ts'
import { CASE_START } from './test-clock.ts'

/** Nothing in it, the clock frozen where every case begins, the bank at its usual. */
export async function emptyMerchant(api: Api): Promise<void> {
  await api.ok('sandbox.reset')
  await api.ok('sandbox.setClock', { body: { advance_to: CASE_START, mode: 'frozen' } })
  await api.ok('sandbox.updateSettings', { body: { value_table: true, bank_preset: 'normal' } })
}
