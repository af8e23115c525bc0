import { PROVIDER_CAPABILITIES, type ProviderCapability } from '@upi-autopay/rail'

/** The simulator does whatever the rail knows: it is the provider that the others are measured against. */
export const SIMULATOR_SUPPORTS: readonly ProviderCapability[] = PROVIDER_CAPABILITIES
