import type { contract, VpaValidation } from '@upi-autopay/contract'
import type { VpaFound } from '@upi-autopay/engine'
import { parseVpa } from '@upi-autopay/rail'
import type { HandlerTable } from '../answer.ts'
import { type Call, nowOf } from '../call.ts'
import { performOnce } from '../perform.ts'

/** `/v1/vpas`. */
export const vpas: HandlerTable<typeof contract.vpas> = {
  validate: async ({ body, headers }, call) =>
    performOnce(call, headers['idempotency-key'], async () => ({
      status: 200,
      body: await look(body.vpa, call),
    })),
}

const NOT_ASKED: VpaFound = { existence: 'unchecked', name: null }

async function look(vpa: string, call: Call): Promise<VpaValidation> {
  const parts = parseVpa(vpa)
  const { existence, name } = parts === null ? NOT_ASKED : await ask(vpa, call)
  const warnings: VpaValidation['warnings'] = []
  if (parts === null)
    warnings.push({ code: 'malformed', message: 'It has not the form name@handle.' })
  else if (!parts.handle_known)
    warnings.push({
      code: 'handle_unknown',
      message: `The handle @${parts.handle} is not among those known here; that alone does not make it wrong.`,
    })
  if (existence === 'absent')
    warnings.push({ code: 'absent', message: 'The bank knows no such address.' })
  return {
    object: 'vpa_validation',
    vpa,
    valid_form: parts !== null,
    handle: parts?.handle ?? null,
    handle_known: parts?.handle_known ?? false,
    existence,
    name,
    warnings,
  }
}

/** What the provider says; one that cannot tell is not asked. */
async function ask(vpa: string, call: Call): Promise<VpaFound> {
  const provider = call.deps.engine.deps.providerOf(call.account)
  const context = { account: call.account, now: nowOf(call) }
  return (await provider.lookUpVpa?.(vpa, context)) ?? NOT_ASKED
}
