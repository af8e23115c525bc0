import type { PageRequest } from '../page.ts'

/** Records read at once for a table. */
const PAGE = 500

/** Every page of a list from the newest on, one after the other as they are asked for. */
export async function* pagesOf<T>(
  readPage: (page: PageRequest) => Promise<{
    readonly body: { readonly data: readonly T[]; readonly next_cursor: string | null }
  }>,
): AsyncIterable<readonly T[]> {
  let page = await readPage({ limit: PAGE })
  yield page.body.data
  while (page.body.next_cursor !== null) {
    page = await readPage({ limit: PAGE, after: page.body.next_cursor })
    yield page.body.data
  }
}
