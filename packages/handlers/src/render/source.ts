import { SOURCES, type SourceKey } from '@upi-autopay/rail'

/** Where a rule comes from, as answers name it. */
export function renderSource(key: SourceKey): {
  key: string
  title: string
  date: string | null
  url: string | null
} {
  const { title, date, url } = SOURCES[key]
  return { key, title, date, url }
}
