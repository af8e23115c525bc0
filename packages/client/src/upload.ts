/** A file as it is sent: rows in NDJSON or CSV, in memory or as they are made. */
export interface Upload {
  readonly type: 'application/x-ndjson' | 'text/csv'
  /** A stream can be sent once: such an upload is not tried again by itself. */
  readonly content: string | Uint8Array<ArrayBuffer> | Blob | ReadableStream<Uint8Array>
}

/** Whether sending it again sends the same. */
export function isRepeatable({ content }: Upload): boolean {
  return !(content instanceof ReadableStream)
}
