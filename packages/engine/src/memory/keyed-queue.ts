/** A priority queue whose items are also found, replaced and removed by key. */
export interface KeyedQueue<T> {
  readonly size: number
  get(key: string): T | undefined
  /** Adds an item, or moves the one that has this key. */
  set(key: string, item: T): void
  delete(key: string): boolean
  first(): T | undefined
  /** Up to `limit` first items for which `wanted` holds, in order; it looks no further than the first unwanted one. */
  peek(limit: number, wanted: (item: T) => boolean): T[]
}

interface Entry<T> {
  readonly key: string
  readonly item: T
}

/**
 * A binary heap over a map. Removing and moving leave the old entry in the heap, where it is skipped once it
 * surfaces, so both cost a map write; the heap is rebuilt when most of it is such leftovers.
 */
export function createKeyedQueue<T>(compare: (a: T, b: T) => number): KeyedQueue<T> {
  const live = new Map<string, Entry<T>>()
  let heap: Entry<T>[] = []

  const isLive = (entry: Entry<T>) => live.get(entry.key) === entry

  function add(entry: Entry<T>): void {
    heap.push(entry)
    siftUp(heap, compare)
  }

  function compact(): void {
    if (heap.length < 64 || heap.length < live.size * 2) return
    heap = [...live.values()].sort((a, b) => compare(a.item, b.item))
  }

  function surface(): Entry<T> | undefined {
    let top = heap[0]
    while (top !== undefined && !isLive(top)) {
      removeTop(heap, compare)
      top = heap[0]
    }
    return top
  }

  return {
    get size() {
      return live.size
    },
    get: (key) => live.get(key)?.item,
    set(key, item) {
      const entry = { key, item }
      live.set(key, entry)
      add(entry)
      compact()
    },
    delete(key) {
      const deleted = live.delete(key)
      if (deleted) compact()
      return deleted
    },
    first: () => surface()?.item,
    peek(limit, wanted) {
      const taken: Entry<T>[] = []
      while (taken.length < limit) {
        const top = surface()
        if (top === undefined || !wanted(top.item)) break
        taken.push(top)
        removeTop(heap, compare)
      }
      for (const entry of taken) add(entry)
      return taken.map((entry) => entry.item)
    },
  }
}

function siftUp<T>(heap: Entry<T>[], compare: (a: T, b: T) => number): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapIfBefore(heap, { upper: parent, lower: at }, compare)) return
    at = parent
  }
}

function removeTop<T>(heap: Entry<T>[], compare: (a: T, b: T) => number): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  let at = 0
  for (;;) {
    const left = at * 2 + 1
    if (left >= heap.length) return
    const right = left + 1
    const lower =
      right < heap.length && compare(itemAt(heap, right), itemAt(heap, left)) < 0 ? right : left
    if (!swapIfBefore(heap, { upper: at, lower }, compare)) return
    at = lower
  }
}

function swapIfBefore<T>(
  heap: Entry<T>[],
  { upper, lower }: { upper: number; lower: number },
  compare: (a: T, b: T) => number,
): boolean {
  const above = heap[upper]
  const below = heap[lower]
  if (above === undefined || below === undefined || compare(below.item, above.item) >= 0)
    return false
  heap[upper] = below
  heap[lower] = above
  return true
}

function itemAt<T>(heap: readonly Entry<T>[], at: number): T {
  const entry = heap[at]
  if (entry === undefined) throw new RangeError(`the heap has no entry ${at}`)
  return entry.item
}
