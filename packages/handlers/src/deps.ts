import type { Engine, SandboxBank } from '@upi-autopay/engine'

/** What handlers run on besides the contract. A host hands it in once. */
export interface HandlerDeps {
  readonly engine: Engine
  /** The simulated bank, for what payers do in the sandbox. */
  readonly bank: SandboxBank
  /** Where this API is reached, without a slash at the end: links to hosted pages and documents begin with it. */
  readonly base_url: () => string
  /** A short text that differs where the input differs: idempotency keys are compared by it. */
  readonly hash: (text: string) => string
  /** The digest under which a key's secret is kept. */
  readonly digestKey: (secret: string) => string
  /** A new secret that signs webhooks, `whsec_…`. */
  readonly mintWebhookSecret: () => string
  /** Whether events may be posted to this address; a sentence that says why not, or null. */
  readonly refuseWebhookUrl: (url: string) => string | null
}
