export { alikeSuite, type Pair } from './api/alike-suite.ts'
export { API_CASES } from './api/api-cases.ts'
export { apiSuite } from './api/api-suite.ts'
export type { Case, CaseGroup, World } from './api/case.ts'
export { clientDriver } from './api/client-driver.ts'
export { compareTranscripts, type Difference } from './api/compare-transcripts.ts'
export { type Coverage, coverageOf } from './api/coverage/coverage.ts'
export { SHOWN_ELSEWHERE, type ShownElsewhere } from './api/coverage/shown-elsewhere.ts'
export { watchTransitions } from './api/coverage/watch-transitions.ts'
export type { Answer, Driver, OperationRequest } from './api/driver.ts'
export { type KeyAccess, keysAt } from './api/keys-at.ts'
export { CONFORMANCE_MERCHANTS } from './api/merchants.ts'
export type { OperationName } from './api/operations.ts'
export { rawDriver } from './api/raw-driver.ts'
export { createRecorder, type Recorder } from './api/recorder.ts'
export type { ApiRunner } from './api/runner.ts'
export { type OperatorAccess, sessionAt } from './api/session-at.ts'
export type {
  FetchLike,
  MerchantAccess,
  ReceivedWebhook,
  Session,
  Supports,
  Target,
  WebhookReceiver,
} from './api/target.ts'
export type { Transcript, TranscriptStep } from './api/transcript.ts'
export { reportSeed, type SeedToPlay } from './simulation/report-seed.ts'
export { type Failure, simulate } from './simulation/simulate.ts'
export { type Step, stepsOf } from './simulation/step.ts'
export { firstDifference, transcriptOf } from './simulation/transcript-of.ts'
export type { Expectation, Runner } from './stores/runner.ts'
export { storeSuite } from './stores/store-suite.ts'
