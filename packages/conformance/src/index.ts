export type { Expectation, Runner } from './stores/runner.ts'
export { storeSuite } from './stores/store-suite.ts'
