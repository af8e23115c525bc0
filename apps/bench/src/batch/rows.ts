/** One row of the bench: a debit of a tenth of a mandate's limit. */
export interface BenchRow {
  readonly mandate_id: string
  readonly reference_id: string
  readonly amount: number
  readonly debit_at: string
  readonly description: string
}

/** The rows of one upload, made as they are sent: mandates in turn, each row with a reference of its own. */
export function* rowsOf(
  mandates: readonly string[],
  { count, name, debit_at }: { count: number; name: string; debit_at: string },
): Iterable<BenchRow> {
  for (let index = 0; index < count; index++) {
    yield {
      mandate_id: mandates[index % mandates.length] ?? '',
      reference_id: `${name}-${index}`,
      amount: 30_000 + (index % 100),
      debit_at,
      description: 'Daily deposit, branch "north"',
    }
  }
}

/** Rows as a file, piece by piece. */
export async function* fileOf(
  type: 'application/x-ndjson' | 'text/csv',
  rows: Iterable<BenchRow>,
): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  const lineOf = type === 'text/csv' ? csvLine : (row: BenchRow) => `${JSON.stringify(row)}\n`
  let piece = type === 'text/csv' ? 'mandate_id,reference_id,amount,debit_at,description\r\n' : ''
  for (const row of rows) {
    piece += lineOf(row)
    if (piece.length < 65_536) continue
    yield encoder.encode(piece)
    piece = ''
  }
  yield encoder.encode(piece)
}

function csvLine({ mandate_id, reference_id, amount, debit_at, description }: BenchRow): string {
  return `${mandate_id},${reference_id},${amount},${debit_at},"${description.replaceAll('"', '""')}"\r\n`
}
