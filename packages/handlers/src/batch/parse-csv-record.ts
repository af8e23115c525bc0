/**
 * The fields of one record of CSV (RFC 4180); null where a quote stands in the middle of a field or after one.
 *
 * @example parseCsvRecord('a,"b ""c"", d",') // ['a', 'b "c", d', '']
 */
export function parseCsvRecord(text: string): string[] | null {
  const fields: string[] = []
  for (let from = 0; from <= text.length; ) {
    const field = text[from] === '"' ? quotedField(text, from + 1) : plainField(text, from)
    if (field === null) return null
    fields.push(field.value)
    if (field.end < text.length && text[field.end] !== ',') return null
    from = field.end + 1
  }
  return fields
}

interface Field {
  readonly value: string
  /** Where the comma after it stands, or the end of the record. */
  readonly end: number
}

function plainField(text: string, from: number): Field | null {
  const comma = text.indexOf(',', from)
  const end = comma < 0 ? text.length : comma
  const value = text.slice(from, end)
  return value.includes('"') ? null : { value, end }
}

function quotedField(text: string, from: number): Field | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"')
      return { value: text.slice(from, at).replaceAll('""', '"'), end: at + 1 }
  }
  return null
}
