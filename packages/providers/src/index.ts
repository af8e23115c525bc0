export {
  type Asked,
  answerToApproval,
  answerToDebit,
  answerToDecline,
  answerToOpening,
  registered,
} from './simulator/answers.ts'
export { MAGIC_VPAS, type MagicVpa } from './simulator/magic-vpas.ts'
export { ANSWER_DELAY_MS, SIMULATOR_POLICY } from './simulator/policy.ts'
export { createSimulator } from './simulator/simulator.ts'
export { VALUE_TABLE, valueAnswer } from './simulator/value-table.ts'
