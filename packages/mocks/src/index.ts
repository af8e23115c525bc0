export type { ClockStep, MockClock } from './clock-controls.ts'
export { type AutopayMock, createAutopay, type MockWebhooks } from './create-autopay.ts'
export type { MockMerchant } from './merchant-controls.ts'
export { MOCK_API_KEY } from './merchants.ts'
export type { MockFetch } from './mock-fetch.ts'
export type { Moment } from './moment.ts'
export type {
  AutopayMockOptions,
  MadeDelivery,
  MockDelivery,
  MockMerchantOptions,
  MockWebhookOptions,
} from './options.ts'
export type { MockPayer } from './payer-controls.ts'
export { SandboxRefusal } from './sandbox-refusal.ts'
export type { Scenario } from './scenario.ts'
