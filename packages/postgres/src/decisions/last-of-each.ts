/** The last item of each key, for statements that may write a row only once. */
export function lastOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
