/**
 * A shorter sequence that still fails, by leaving out ever smaller parts of it. Asks at most `tries` times.
 *
 * @param fails whether a sequence fails; the whole one does
 */
export async function shrink<T>(
  whole: readonly T[],
  fails: (part: readonly T[]) => Promise<boolean>,
  tries: number,
): Promise<readonly T[]> {
  let shortest = whole
  let left = tries
  for (let size = Math.ceil(shortest.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < shortest.length && left > 0; ) {
      const without = [...shortest.slice(0, from), ...shortest.slice(from + size)]
      left--
      if (await fails(without)) shortest = without
      else from += size
    }
  }
  return shortest
}
