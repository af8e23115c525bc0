/** What the answer to a broken rule holds: 422, the rule with a source, and the field at fault. */
export function brokenRule(id: string, code: string, pointer: string): object {
  return { status: 422, code, rule: { id }, errors: [{ in: 'body', pointer, rule: id, code }] }
}
