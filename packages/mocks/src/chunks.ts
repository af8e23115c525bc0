/** A text as a body of one piece. */
export async function* textChunks(text: string): AsyncIterable<Uint8Array> {
  if (text !== '') yield new TextEncoder().encode(text)
}

/** The body of a request, piece by piece. Not every platform lets its streams be iterated, so they are read. */
export async function* streamChunks(
  body: ReadableStream<Uint8Array> | null,
): AsyncIterable<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    reader.releaseLock()
  }
}
