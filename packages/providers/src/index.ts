export { simulatedBank } from './simulator/bank.ts'
export {
  ANSWER_DELAY_MS,
  SIMULATOR_POLICY,
  SLOW_ANSWER_DELAY_MS,
} from './simulator/policy.ts'
export { BAD_DAY, presetVerdict } from './simulator/presets.ts'
export { createSimulator } from './simulator/simulator.ts'
export { VALUE_TABLE, valueAnswer } from './simulator/value-table.ts'
