import type { Way } from './way.ts'

/** A case's name: `A paused mandate takes revoke and nothing else`. */
export function sentenceOf(
  kind: string,
  { status, which }: Pick<Way, 'status' | 'which'>,
  offers: readonly string[],
): string {
  const article = /^[aeio]/.test(status) ? 'An' : 'A'
  const subject = [article, plain(status), plain(kind), ...(which === undefined ? [] : [which])]
  return `${subject.join(' ')} takes ${listOf(offers.map(plain))}`
}

function listOf(actions: readonly string[]): string {
  const last = actions.at(-1)
  if (last === undefined) return 'nothing'
  if (actions.length === 1) return `${last} and nothing else`
  return `${actions.slice(0, -1).join(', ')} and ${last}, and nothing else`
}

function plain(name: string): string {
  return name.replaceAll('_', ' ')
}
