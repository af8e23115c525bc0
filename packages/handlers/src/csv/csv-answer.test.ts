import { describe, expect, test } from 'vitest'
import { type CsvColumn, csvAnswer } from './csv-answer.ts'
import { pagesOf } from './pages-of.ts'

interface Member {
  readonly name: string | null
  readonly paise: number
}

const COLUMNS: readonly CsvColumn<Member>[] = [
  ['name', ({ name }) => name],
  ['paise', ({ paise }) => paise],
]

async function tableOf(...pages: readonly (readonly Member[])[]): Promise<string> {
  const answer = await csvAnswer({ path: '/v1/members.csv' }, COLUMNS, given(pages))
  let text = ''
  for await (const piece of answer.body) text += piece
  return text
}

async function* given<T>(pages: readonly T[]): AsyncIterable<T> {
  yield* pages
}

describe('a table', () => {
  test('has a line of names and a line per record, ended as RFC 4180 says', async () => {
    expect(await tableOf([{ name: 'Asha', paise: 500 }], [{ name: null, paise: -1 }])).toBe(
      'name,paise\r\nAsha,500\r\n,-1\r\n',
    )
  })

  test('of nothing is its line of names', async () => {
    expect(await tableOf([])).toBe('name,paise\r\n')
  })

  test('quotes what would break a line apart', async () => {
    expect(await tableOf([{ name: 'Patil, "Asha"\nPune', paise: 1 }])).toBe(
      'name,paise\r\n"Patil, ""Asha""\nPune",1\r\n',
    )
  })

  test.each(['=1+1', '+91', '-2', '@SUM(A1)', '\tx', '＝1'])(
    'lets no spreadsheet take %j for a formula',
    async (name) => {
      expect(await tableOf([{ name, paise: 1 }])).toBe(`name,paise\r\n'${name},1\r\n`)
    },
  )

  test('is offered under the name that it was asked for', async () => {
    const { headers } = await csvAnswer({ path: '/v1/members.csv' }, COLUMNS, given([]))
    expect(headers['Content-Disposition']).toBe('attachment; filename="members.csv"')
  })

  test('fails before the answer begins where the first page cannot be read', async () => {
    const broken = pagesOf<Member>(() => Promise.reject(new Error('no database')))
    await expect(csvAnswer({ path: '/v1/members.csv' }, COLUMNS, broken)).rejects.toThrow(
      'no database',
    )
  })

  test('is read page by page, from cursor to cursor', async () => {
    const asked: (string | undefined)[] = []
    const pages = pagesOf<number>(async ({ after }) => {
      asked.push(after)
      return {
        body: { data: [asked.length], next_cursor: asked.length < 3 ? `c${asked.length}` : null },
      }
    })
    const read: number[] = []
    for await (const page of pages) read.push(...page)
    expect({ asked, read }).toEqual({ asked: [undefined, 'c1', 'c2'], read: [1, 2, 3] })
  })
})
