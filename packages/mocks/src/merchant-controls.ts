import type { SandboxSettings, SandboxSettingsUpdate } from '@upi-autopay/contract'
import { createApiCaller } from './api-caller.ts'
import { createClockControls, type MockClock } from './clock-controls.ts'
import type { Respond } from './neutral.ts'
import { createPayerControls, type MockPayer } from './payer-controls.ts'

/** One merchant of the mocks, with what surrounds it: its payers, its bank, its clock. */
export interface MockMerchant {
  readonly merchantId: string
  readonly name: string
  readonly apiKey: string
  readonly clock: MockClock
  readonly payer: MockPayer
  /** Reads how the simulated bank decides, or changes what is given of it. */
  settings(change?: SandboxSettingsUpdate): Promise<SandboxSettings>
}

/** The controls of one merchant: all of them calls of the sandbox API with its key. */
export function createMerchantControls(
  respond: Respond,
  { merchantId, name, apiKey }: Pick<MockMerchant, 'merchantId' | 'name' | 'apiKey'>,
): MockMerchant {
  const call = createApiCaller(respond, apiKey)
  return {
    merchantId,
    name,
    apiKey,
    clock: createClockControls(call),
    payer: createPayerControls(call),
    settings: (change) =>
      change === undefined
        ? call('GET', '/v1/sandbox/settings')
        : call('POST', '/v1/sandbox/settings', change),
  }
}
