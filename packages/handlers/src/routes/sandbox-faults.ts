import type { contract, SandboxFaults } from '@upi-autopay/contract'
import { type SandboxFault, type SpoiltAnswer, tenantOf } from '@upi-autopay/engine'
import type { HandlerTable } from '../answer.ts'
import type { Call } from '../call.ts'
import { performOnce } from '../perform.ts'

type Sandbox = HandlerTable<typeof contract.sandbox>

/** What is to go wrong with the next answers of the simulated bank. */
export const faults: Pick<Sandbox, 'getFaults' | 'addFault' | 'clearFaults'> = {
  getFaults: async (_request, call) => ({
    status: 200,
    body: faultsBody(call.account.sandbox.faults ?? []),
  }),

  addFault: async ({ body, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => {
      const { accounts } = call.deps.engine.deps.store
      return {
        status: 200,
        body: faultsBody(await accounts.addFault(tenantOf(call.account), body)),
      }
    }),

  clearFaults: async (_request, call) => {
    await call.deps.engine.deps.store.accounts.clearFaults(tenantOf(call.account))
    return { status: 200, body: faultsBody([]) }
  },
}

/** The answers to what a payer did, after something has gone wrong with them, where that was asked for. */
export async function spoilt(
  call: Call,
  answer: SpoiltAnswer['answer'] | null,
  about: Omit<SpoiltAnswer['about'], 'followed'>,
): Promise<readonly SpoiltAnswer['answer'][]> {
  if (answer === null) return []
  if ((call.account.sandbox.faults ?? []).length === 0) return [answer]
  const { accounts } = call.deps.engine.deps.store
  const [fault = null] = await accounts.takeFaults(tenantOf(call.account), [about.on])
  if (fault === null) return [answer]
  return call.deps.bank.spoil({ fault, answer, about: { ...about, followed: false } })
}

function faultsBody(waiting: readonly SandboxFault[]): SandboxFaults {
  return { object: 'sandbox_faults', faults: waiting.map((one) => ({ ...one })) }
}
