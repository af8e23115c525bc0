import type { DisputeCommand } from '../dispute/commands.ts'
import type { WorkCommand } from '../kernel/work-commands.ts'
import type { RefundCommand } from '../refund/commands.ts'
import type { CreateDebit } from './debit/commands.ts'
import type { ModificationCommand } from './modification/commands.ts'
import type { NotificationCommand } from './notification/commands.ts'
import type { PresentationCommand } from './presentation/commands.ts'
import type { RegistrationCommand } from './registration/commands.ts'
import type { ScheduleCommand } from './schedule/commands.ts'

/** Everything that can be asked of a mandate's stream. Imperative; instants in milliseconds, amounts in paise. */
export type MandateCommand =
  | RegistrationCommand
  | CreateDebit
  | ModificationCommand
  | NotificationCommand
  | PresentationCommand
  | RefundCommand
  | DisputeCommand
  | ScheduleCommand
  | WorkCommand
