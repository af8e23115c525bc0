import type { NeutralResponse } from './neutral.ts'

/** An answer as the platform's class has it. */
export function toResponse({ status, headers, body }: NeutralResponse): Response {
  return new Response(body, { status, headers })
}
