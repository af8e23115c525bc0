import { merchantNow } from '@upi-autopay/engine'
import { answerPin, loseWorker, tellAgain } from './act-as-bank.ts'
import {
  announceAndPlan,
  callOff,
  changeDebit,
  notify,
  present,
  presentInstantly,
  presentTwice,
  presentWithoutNotice,
} from './act-on-debits.ts'
import { actAsPayer, createMandate, modifyMandate, revokeMandate } from './act-on-mandates.ts'
import { askPayment, changePayment, dispute, refund, schedule } from './act-on-money.ts'
import { askWhy } from './ask-why.ts'
import { collect } from './collect.ts'
import { pickFrom } from './pick-from.ts'
import type { SimulatedWorld } from './simulated-world.ts'
import type { Step } from './step.ts'
import { WORKER_DIED } from './worker-died.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far a clock jumps. */
const JUMPS = [
  5 * SECOND,
  10 * SECOND,
  20 * SECOND,
  5 * MINUTE,
  10 * MINUTE,
  10 * SECOND,
  90 * SECOND,
  31 * MINUTE,
  HOUR,
  5 * HOUR,
  10 * HOUR,
  DAY,
  DAY,
  2 * DAY,
] as const
const HICCUPS = [5 * SECOND, 30 * SECOND, 70 * SECOND, 5 * MINUTE, 40 * MINUTE] as const
const LONG_JUMPS = [9 * DAY, 40 * DAY] as const

/** Makes one step. What is impossible is refused by the engine, and a worker may die at it: these are steps too. */
export async function performStep(world: SimulatedWorld, step: Step): Promise<void> {
  try {
    await perform(world, step)
  } catch (error) {
    if (error !== WORKER_DIED) throw error
  }
}

async function perform(world: SimulatedWorld, step: Step): Promise<void> {
  const account = await world.account()
  const now = merchantNow(account.clock, world.now())
  switch (step.operation) {
    case 'create_mandate':
      return createMandate(world, step, now)
    case 'payer_acts':
      return actAsPayer(world, step)
    case 'revoke':
      return revokeMandate(world, step)
    case 'modify':
      return modifyMandate(world, step, now)
    case 'call_off':
      return callOff(world, step)
    case 'notify':
      return notify(world, step, now)
    case 'announce_and_plan':
      return announceAndPlan(world, step, now)
    case 'present':
      return present(world, step, now)
    case 'collect':
      return collect(world, step)
    case 'present_instantly':
      return presentInstantly(world, step, now)
    case 'present_without_notice':
      return presentWithoutNotice(world, step, now)
    case 'retry':
    case 'cancel':
    case 'resolve':
    case 'reverse':
      return changeDebit(world, step, step.operation, now)
    case 'ask_payment':
      return askPayment(world, step, now)
    case 'change_payment':
      return changePayment(world, step)
    case 'refund':
      return refund(world, step, now)
    case 'dispute':
      return dispute(world, step, now)
    case 'schedule':
      return schedule(world, step, now)
    case 'enter_pin':
      return answerPin(world, step, true)
    case 'refuse_pin':
      return answerPin(world, step, false)
    case 'tell_again':
      return tellAgain(world, step, now)
    case 'two_at_once':
      return presentTwice(world, step, now)
    case 'lose_the_worker':
      return loseWorker(world, step)
    case 'stop_debits':
      return world.stopDebits(true)
    case 'resume_debits':
      return world.stopDebits(false)
    case 'ask_why':
      return askWhy(world, step, now)
    case 'elapse':
      // Mostly a hiccup; now and then nobody works for days.
      return world.elapse(step.days % 8 === 0 ? jumpOf(step) : pickFrom(HICCUPS, step.pick))
    case 'advance':
      await world.engine.moveClock(account, { to: { by_ms: jumpOf(step) }, mode: null })
      return
    case 'work':
      // Sometimes all that is due, sometimes a loop that got no further than one round.
      if (step.choice % 2 === 0) await world.engine.settle(account)
      else await world.engine.advance(1)
      return
    case 'deliver':
      await world.deliver()
      return
    default:
      step.operation satisfies never
  }
}

function jumpOf({ pick, choice }: Step): number {
  return choice % 12 === 0 ? pickFrom(LONG_JUMPS, pick) : pickFrom(JUMPS, pick)
}
