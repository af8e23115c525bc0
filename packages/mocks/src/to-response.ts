import type { NeutralResponse } from './neutral.ts'

/** An answer as the platform's class has it. */
export function toResponse({ status, headers, body }: NeutralResponse): Response {
  return new Response(isPieces(body) ? streamOf(body) : body, { status, headers })
}

/** Asks for a piece when one is wanted; ends the work when nobody reads on. */
function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reader = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await reader.next()
      if (next.done === true) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await reader.return?.()
    },
  })
}

function isPieces(body: NeutralResponse['body']): body is AsyncIterable<string> {
  return typeof body === 'object' && Symbol.asyncIterator in body
}
