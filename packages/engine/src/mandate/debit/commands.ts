import type { CreateNotification } from '../notification/commands.ts'
import type { CreatePresentation } from '../presentation/commands.ts'

/**
 * Announces and plans a debit in one commit: what a batch row and a cycle of a schedule become. Ids come with the
 * command, so that asking twice makes one debit.
 */
export interface CreateDebit {
  readonly type: 'CreateDebit'
  readonly mandate_id: string
  readonly notification: Pick<
    CreateNotification,
    'id' | 'reference_id' | 'amount' | 'debit_date' | 'debit_at' | 'metadata'
  >
  readonly presentation: Pick<
    CreatePresentation,
    'id' | 'reference_id' | 'description' | 'when' | 'present_at' | 'retry' | 'metadata'
  >
  readonly batch_id: string | null
  readonly schedule_id: string | null
  /** Its events are kept in the log, but merchants are not told of them one by one. */
  readonly quiet?: boolean
}
