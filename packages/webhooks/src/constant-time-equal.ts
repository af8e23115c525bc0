/** Compares two texts in a time that depends on their lengths alone, so that a forger learns nothing by measuring. */
export function constantTimeEqual(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let i = 0; i < right.length; i++)
    difference |= (left.charCodeAt(i) || 0) ^ right.charCodeAt(i)
  return difference === 0
}
