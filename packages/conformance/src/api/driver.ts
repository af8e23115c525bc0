import type { OperationName } from './operations.ts'

/** What is sent with an operation. */
export interface OperationRequest {
  readonly params?: { readonly id: string }
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** What came back. Header names in lower case; the body as JSON, text or bytes by its media type. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** One way to speak to an implementation. */
export interface Driver {
  readonly name: 'raw' | 'client'
  call(operation: OperationName, request: OperationRequest): Promise<Answer>
}
