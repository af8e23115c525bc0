import type { LeasedEffect, Outcome, Provider, ProviderContext } from '@upi-autopay/engine'
import { mandateLink, type ProviderPolicy, paymentLink } from '@upi-autopay/rail'
import {
  answerToCollect,
  answerToDebit,
  answerToNotice,
  answerToOpening,
  answerToRefund,
  answerToTransfer,
  askedBy,
  countsPinAsEntered,
} from './answers.ts'
import { spoil } from './faults.ts'
import { lookUpVpa } from './look-up-vpa.ts'
import { SIMULATOR_POLICY } from './policy.ts'
import { SIMULATOR_SUPPORTS } from './supports.ts'

/**
 * The reference provider and the sandbox's bank: a pure function of what it is asked. Its answers come late, as
 * outcomes that the engine keeps as timers.
 *
 * @param policy what an operator has it do otherwise, such as the holidays of a region
 */
export function createSimulator(policy: Partial<ProviderPolicy> = {}): Provider {
  return {
    name: 'simulator',
    policy: { ...SIMULATOR_POLICY, ...policy },
    supports: SIMULATOR_SUPPORTS,
    lookUpVpa: async (vpa) => lookUpVpa(vpa),
    authorizationLink: mandateLink,
    paymentLink,
    execute: (effects, context) =>
      Promise.resolve(effects.map((leased) => execute(leased, context))),
    spoil,
    inquire: (effects) => Promise.resolve(effects.map(answerToInquiry)),
  }
}

function execute(leased: LeasedEffect, { account }: ProviderContext): Outcome {
  const { effect } = leased
  const asked = askedBy(leased, account)
  switch (effect.kind) {
    case 'register': {
      const later = answerToOpening(effect.resource_id, asked)
      return {
        result: 'accepted',
        state: 'awaiting_payer',
        ...(later !== null && { later: [later] }),
      }
    }
    case 'modify':
      // New terms wait for the payer at every amount: the value table speaks of registrations.
      return { result: 'accepted', state: 'awaiting_payer' }
    case 'notify':
      return { result: 'accepted', state: 'acknowledged', later: [answerToNotice(asked)] }
    case 'present': {
      if (effect.request.authentication === 'pin' && !countsPinAsEntered(asked)) {
        return { result: 'accepted', state: 'awaiting_payer' }
      }
      const { provider_reference, request } = effect
      const later = answerToDebit({
        ...asked,
        provider_reference,
        attempt: request.attempts_before + 1,
      })
      return { result: 'accepted', state: 'acknowledged', later: [later] }
    }
    case 'collect': {
      const { provider_reference } = effect
      const answer = answerToCollect({ ...asked, provider_reference })
      return {
        result: 'accepted',
        state: 'awaiting_payer',
        ...(answer !== null && { later: [answer] }),
      }
    }
    case 'refund':
      return {
        result: 'accepted',
        state: 'acknowledged',
        later: [answerToRefund(asked, effect.provider_reference)],
      }
    case 'revoke':
      return { result: 'accepted', state: 'done' }
    case 'inquire':
      return answerToInquiry(leased)
    case 'settle':
      return {
        result: 'accepted',
        state: 'acknowledged',
        later: [answerToTransfer(effect.provider_reference)],
      }
    default:
      return effect.kind satisfies never
  }
}

/**
 * What became of a debit: what the bank did without telling. A status question is answered at once (assumption). The
 * simulator keeps nothing: what was asked of it and not recorded did not happen.
 */
function answerToInquiry({ effect }: LeasedEffect): Outcome {
  if (effect.kind !== 'inquire') return { result: 'not_sent', detail: 'the bank has no record' }
  return effect.request.truth ?? { result: 'unknown' }
}
