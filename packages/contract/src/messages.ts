import type { z } from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

/** What a failed check says: what is wrong with the value, and what to send instead. Null leaves it to the schema. */
export function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  )
    return 'is required'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${literal(issue.values[0])}`
        : `must be one of ${issue.values.map(literal).join(', ')}`
    case 'too_small':
      return range(issue, 'at least', Number(issue.minimum))
    case 'too_big':
      if (issue.maximum === Number.MAX_SAFE_INTEGER)
        return 'must be a number that JSON carries exactly'
      return range(issue, 'at most', Number(issue.maximum))
    case 'invalid_key':
      return 'must have a name of 1 to 40 printable characters'
    default:
      return undefined
  }
}

function range(issue: { origin?: unknown }, words: string, limit: number): string {
  if (issue.origin === 'string')
    return `must have ${words} ${limit} ${limit === 1 ? 'character' : 'characters'}`
  if (issue.origin === 'array')
    return `must have ${words} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  return `must be ${words} ${limit}`
}

function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' && !Number.isNaN(value))
    return Number.isInteger(value) ? 'a number' : `the fraction ${value}`
  return KINDS[typeof value] ?? 'something else'
}
