import type { Way } from './way.ts'

/** A case's name: `A paused mandate takes revoke and nothing else`, or what others than the merchant do with it. */
export function sentenceOf(
  kind: string,
  { status, which }: Pick<Way, 'status' | 'which'>,
  { verb, list }: { verb: 'takes' | 'can be'; list: readonly string[] },
): string {
  const article = /^[aeio]/.test(status) ? 'An' : 'A'
  const subject = [article, plain(status), plain(kind), ...(which === undefined ? [] : [which])]
  if (verb === 'can be' && list.length === 0)
    return `${subject.join(' ')} is not moved by payer, bank or rail`
  return `${subject.join(' ')} ${verb} ${listOf(list.map(plain))}`
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
