import { SOURCES, type SourceKey } from '@upi-autopay/rail'

/** A source as Markdown: its key, linked to what the repository says about it. */
export function sourceLink(key: SourceKey): string {
  return `[${key}](../sources/${key}.md "${SOURCES[key].title}")`
}
