/** One page of a list. */
export interface Page<T> {
  readonly data: readonly T[]
  readonly has_more: boolean
  readonly next_cursor: string | null
}

type ItemOf<P> = P extends { readonly data: readonly (infer T)[] } ? T : never

/**
 * The result of a list: awaited, it is one page; with `for await`, every resource from there on, page by page.
 * Nothing is asked before one of the two.
 */
export interface PageCall<P> extends PromiseLike<P>, AsyncIterable<ItemOf<P>> {}

/** Query of a list, as the caller gave it. */
export type ListQuery = Readonly<Record<string, unknown>>

/** A list over `fetchPage`. With `before`, whose pages lead backwards, an iteration ends with its page. */
export function createPageCall<T>(
  query: ListQuery,
  fetchPage: (query: ListQuery) => Promise<Page<T>>,
): PageCall<Page<T>> {
  let first: Promise<Page<T>> | undefined
  const load = (): Promise<Page<T>> => {
    first ??= fetchPage(query)
    return first
  }
  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is awaited as its page
    then: (onPage, onError) => load().then(onPage, onError),
    async *[Symbol.asyncIterator]() {
      let page = await load()
      yield* page.data
      while (page.has_more && page.next_cursor !== null && query.before === undefined) {
        page = await fetchPage({ ...query, after: page.next_cursor })
        yield* page.data
      }
    },
  }
}
