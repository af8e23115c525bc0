import type { Decision, Facts } from '../../kernel/aggregate.ts'
import type { MandateStreamEvent } from '../events.ts'
import { evolveMandate } from '../evolve.ts'
import type { MandateState } from '../mandate.ts'
import { createNotification } from '../notification/create.ts'
import { planOnNotice } from '../presentation/create.ts'
import type { CreateDebit } from './commands.ts'

/**
 * Announces a debit and plans it, both or neither. The rules of the notice are judged now, those of the debit as if
 * the notice arrived now; when it arrives, the debit is planned anew.
 */
export function createDebit(
  state: MandateState,
  command: CreateDebit,
  facts: Facts,
): Decision<MandateStreamEvent> {
  const { notification, presentation, mandate_id, batch_id, schedule_id } = command
  const known = state.notifications[notification.id] !== undefined
  if (known && state.presentations[presentation.id] !== undefined) return { ok: true, events: [] }
  const origin = { mandate_id, batch_id, schedule_id, quiet: command.quiet ?? false }
  const announced = createNotification(
    state,
    { type: 'CreateNotification', ...notification, ...origin },
    facts,
  )
  if (!announced.ok) return announced
  const notified = announced.events.reduce<MandateState>(
    (before, event) => evolveMandate(before, event, facts.now),
    state,
  )
  const planned = planOnNotice(
    notified,
    {
      type: 'CreatePresentation',
      ...presentation,
      ...origin,
      source: { notification_id: notification.id },
    },
    facts,
  )
  return planned.ok ? { ok: true, events: [...announced.events, ...planned.events] } : planned
}
