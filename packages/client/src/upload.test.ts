import { expect, test } from 'vitest'
import { Autopay } from './client.ts'
import { AutopayConnectionError } from './errors.ts'
import type { Upload } from './upload.ts'

/** A client whose network fails some times before it answers, and what it sent. */
function clientOver(failures: number) {
  const sent: { url: string; init: RequestInit }[] = []
  const autopay = new Autopay({
    apiKey: 'upi_test_sk_1',
    randomKey: () => 'key-1',
    sleep: async () => undefined,
    fetch: async (url, init) => {
      sent.push({ url, init })
      if (sent.length <= failures) throw new Error('no connection')
      return new Response(JSON.stringify({ id: 'bat_1' }), { status: 201 })
    },
  })
  return { autopay, sent }
}

const QUERY = { kind: 'debits', reference_id: 'batch-0001' } as const

test('a file goes as it is, with what it is in the query', async () => {
  const { autopay, sent } = clientOver(0)
  const file: Upload = { type: 'text/csv', content: 'mandate_id,amount\n' }
  expect((await autopay.batches.upload(file, QUERY)).id).toBe('bat_1')
  expect(sent[0]?.url).toBe('http://127.0.0.1:4010/v1/batches?kind=debits&reference_id=batch-0001')
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    body: file.content,
    duplex: 'half',
    headers: { 'content-type': 'text/csv', 'idempotency-key': 'key-1' },
  })
})

test('a file in memory is sent again under its key; a stream, which is gone, is not', async () => {
  const memory = clientOver(2)
  await memory.autopay.batches.upload({ type: 'text/csv', content: 'a' }, QUERY)
  expect(memory.sent.length).toBe(3)
  const stream = clientOver(1)
  const content = new ReadableStream<Uint8Array>()
  await expect(
    stream.autopay.batches.upload({ type: 'application/x-ndjson', content }, QUERY),
  ).rejects.toThrow(AutopayConnectionError)
  expect(stream.sent.length).toBe(1)
})
