/** A hand-written file of `specs/sources`. */
export interface SourceFile {
  /** File name, such as `rbi-2026.md`. */
  readonly name: string
  readonly text: string
}

/**
 * The text of rail's table of sources, made from the front matter of the files. A README is passed over. Throws with
 * the file's name where a field is missing or wrong: a rule that cites nothing readable is a bug.
 */
export function emitSources(files: readonly SourceFile[]): string {
  const rows = files
    .filter(({ name }) => name !== 'README.md')
    .map(readSource)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const keys = rows.map(({ key }) => `  | ${quote(key)}`)
  const table = rows.flatMap(({ key, title, issuer, date, url }) => [
    `  ${quote(key)}: {`,
    `    title: ${quote(title)},`,
    `    issuer: ${quote(issuer)},`,
    `    date: ${date === null ? 'null' : quote(date)},`,
    `    url: ${url === null ? 'null' : quote(url)},`,
    '  },',
  ])
  return `${[
    '// Made from specs/sources by `pnpm specs`; edit those files instead.',
    '',
    '/** What a rule, a code or a transition can cite: a file of specs/sources. */',
    'export type SourceKey =',
    ...keys,
    '',
    '/** A circular or page, as rules cite it. `date` is `YYYY-MM-DD`; null where none is known. */',
    'export interface Source {',
    '  readonly title: string',
    '  readonly issuer: string',
    '  readonly date: string | null',
    '  readonly url: string | null',
    '}',
    '',
    '/** Every source by its key. */',
    'export const SOURCES: Readonly<Record<SourceKey, Source>> = {',
    ...table,
    '}',
  ].join('\n')}\n`
}

interface SourceRow {
  readonly key: string
  readonly title: string
  readonly issuer: string
  readonly date: string | null
  readonly url: string | null
}

const FIELDS = ['key', 'title', 'issuer', 'date', 'url'] as const

function readSource({ name, text }: SourceFile): SourceRow {
  const matter = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (matter === null) throw new Error(`specs/sources/${name}: no front matter between --- lines`)
  const fields = new Map<string, string>()
  for (const line of (matter[1] ?? '').split('\n')) {
    const [, field = '', value = ''] = /^([a-z]+):\s*(.*)$/.exec(line) ?? []
    if (!FIELDS.some((known) => known === field))
      throw new Error(`specs/sources/${name}: unreadable front matter line "${line}"`)
    fields.set(field, value.trim())
  }
  const missing = FIELDS.filter((field) => !fields.has(field))
  if (missing.length > 0) throw new Error(`specs/sources/${name}: missing ${missing.join(', ')}`)
  const key = required(name, fields, 'key')
  if (`${key}.md` !== name) throw new Error(`specs/sources/${name}: key is "${key}", not its name`)
  if ((matter[2] ?? '').trim() === '')
    throw new Error(`specs/sources/${name}: says nothing below its front matter`)
  const date = fields.get('date') || null
  if (date !== null && !/^\d{4}-\d\d-\d\d$/.test(date))
    throw new Error(`specs/sources/${name}: date "${date}" is not YYYY-MM-DD`)
  return {
    key,
    title: required(name, fields, 'title'),
    issuer: required(name, fields, 'issuer'),
    date,
    url: fields.get('url') || null,
  }
}

function required(name: string, fields: ReadonlyMap<string, string>, field: string): string {
  const value = fields.get(field) ?? ''
  if (value === '') throw new Error(`specs/sources/${name}: ${field} is empty`)
  return value
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
