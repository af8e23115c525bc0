import {
  type contract,
  durationMs,
  type SandboxClock,
  type SandboxSettings,
} from '@upi-autopay/contract'
import { type Timer, tenantOf } from '@upi-autopay/engine'
import { formatRfc3339, type Instant, toInstant } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { nowOf } from '../call.ts'
import { performOnce, problemContext } from '../perform.ts'
import { refuseRejection } from '../render/problem.ts'

type Sandbox = HandlerTable<typeof contract.sandbox>

/** The test clock: read, moved, stopped, set going. */
export const clock: Pick<Sandbox, 'getClock' | 'setClock'> = {
  getClock: async (_request, call) => ({
    status: 200,
    body: clockBody(nowOf(call), call.account.clock.mode, []),
  }),

  setClock: async ({ body, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const { engine } = call.deps
      const to =
        body.advance_to !== undefined
          ? toInstant(Date.parse(body.advance_to))
          : body.advance_by === undefined
            ? null
            : { by_ms: durationMs(body.advance_by) }
      const moved = await engine.moveClock(call.account, { to, mode: body.mode ?? null })
      if (!moved.ok) return refuseRejection(problemContext(call), moved.rejection)
      return { status: 200, body: clockBody(moved.now, moved.clock.mode, moved.fired) }
    }),
}

/** How the simulated bank decides, and the way back to the start. */
export const settings: Pick<Sandbox, 'getSettings' | 'updateSettings' | 'reset'> = {
  getSettings: async (_request, call) => ({
    status: 200,
    body: settingsBody(call.account.sandbox),
  }),

  updateSettings: async ({ body, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const { value_table, bank_preset } = call.account.sandbox
      const changed = {
        value_table: body.value_table ?? value_table,
        bank_preset: body.bank_preset ?? bank_preset,
      }
      await call.deps.engine.deps.store.accounts.saveSandbox(tenantOf(call.account), changed)
      return { status: 200, body: settingsBody(changed) }
    }),

  reset: async ({ headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const reset = await call.deps.engine.reset(call.account)
      if (!reset.ok) return refuseRejection(problemContext(call), reset.rejection)
      return { status: 200, body: { object: 'sandbox_reset', now: formatRfc3339(reset.now) } }
    }),
}

function settingsBody({
  value_table,
  bank_preset,
}: Omit<SandboxSettings, 'object'>): SandboxSettings {
  return { object: 'sandbox_settings', value_table, bank_preset }
}

/** How many of the timers that fired the clock's answer lists. */
const FIRED_SHOWN = 1000

function clockBody(
  now: Instant,
  mode: SandboxClock['mode'],
  fired: readonly Timer[],
): SandboxClock {
  return {
    object: 'clock',
    now: formatRfc3339(now),
    mode,
    fired: fired
      .slice(0, FIRED_SHOWN)
      .map(({ at, kind, resource_id }) => ({ at: formatRfc3339(at), kind, resource_id })),
    fired_count: fired.length,
  }
}
